import { signs } from '#model/sign.ts';
import type { Cell } from '../columns/parseNumber.ts';
import { writeCsv } from '../formats/csv/writeCsv.ts';
import type { DescriptorInput } from '../pack/descriptor.ts';
import type { PackFile } from '../pack/sources/fromFiles.ts';
import type { CellGrid } from './cellGrid.ts';

/** How each sign is written in the tables of a built pack, declared there as missing value with its label. */
const writtenSign: Readonly<Record<string, string>> = {
  missing: '',
  secret: '.',
  blocked: 'x',
  later: '...',
  excluded: '#',
  'too-small': '<',
};

const writtenMarks: readonly { readonly value: string; readonly label: string }[] = Object.entries(
  writtenSign,
).map(([label, value]) => ({ value, label }));

export interface BuiltTable {
  readonly file: PackFile;
  readonly resource: DescriptorInput['resources'][number];
  readonly observations: DescriptorInput['quartierlupe']['observations'][number];
}

/** A table as it stands in a pack: areas in the order of their level, year by year. */
export function writeTable(id: string, variables: readonly string[], cells: CellGrid): BuiltTable {
  const rows: string[][] = [['area', 'year', ...variables]];
  for (const year of cells.years()) {
    cells.level.keys.forEach((key, area) => {
      const row = cells.row(area, year);
      if (row) rows.push([key, String(year), ...variables.map((name) => writtenCell(row.get(name)))]);
    });
  }
  const path = `tables/${id}.csv`;
  return {
    file: { path, bytes: writeCsv(rows) },
    resource: {
      name: id,
      path,
      format: 'csv',
      encoding: 'utf-8',
      dialect: { delimiter: ',' },
      schema: {
        fields: [
          { name: 'area', type: 'string' },
          { name: 'year', type: 'year' },
          ...variables.map((name) => ({ name, type: 'number' as const })),
        ],
        primaryKey: ['area', 'year'],
        missingValues: writtenMarks.map((mark) => mark) as never,
      },
    },
    observations: { level: cells.level.id, resource: id },
  };
}

function writtenCell(cell: Cell | undefined): string {
  if (!cell) return '';
  const sign = signs[cell.sign] ?? 'missing';
  if (sign === 'present') return String(cell.value);
  if (sign === 'unreliable') return Number.isNaN(cell.value) ? '' : `(${cell.value})`;
  return writtenSign[sign] ?? '';
}
