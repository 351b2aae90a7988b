import { parseNumber } from '../columns/parseNumber.ts';
import type { TextRow } from '../formats/table.ts';
import { type Projection, toWgs84 } from '../geometry/project.ts';
import type { ProblemList } from '../pack/problemList.ts';
import { AreaLookup } from './areaLookup.ts';
import type { BuiltLevels } from './buildLevels.ts';
import type { InstitutionTable } from './institutionReader.ts';
import { pointInside } from './pointInside.ts';
import type { CellReader, JoinedTable } from './recipeFiles.ts';

/** Of institutions that are drawn at a point of their area, for want of a better place. */
export const flagFromArea = 'position-from-area';

export interface InstitutionPlace {
  /** [lon, lat]; null: unknown. */
  readonly position: readonly [number, number] | null;
  readonly isFromArea: boolean;
  /** What stands in the cell of the area, where no area is called so. */
  readonly unknownArea: string | null;
}

const mostNamed = 5;
const nowhere: InstitutionPlace = { position: null, isFromArea: false, unknownArea: null };

interface Coordinates {
  readonly lon: CellReader;
  readonly lat: CellReader;
  readonly project: Projection;
}

interface InArea {
  readonly lookup: AreaLookup;
  readonly cell: CellReader;
  readonly level: string;
  readonly points: readonly (readonly [number, number] | null)[];
}

/** Where the institutions of one table lie: at their coordinates, else inside their area. */
export class InstitutionPlaces {
  readonly #table: InstitutionTable;
  readonly #joined: JoinedTable;
  readonly #problems: ProblemList;
  readonly #coordinates: Coordinates | null;
  readonly #area: InArea | null;
  #fromArea = 0;
  readonly #unknown: string[] = [];

  private constructor(
    table: InstitutionTable,
    joined: JoinedTable,
    problems: ProblemList,
    coordinates: Coordinates | null,
    area: InArea | null,
  ) {
    this.#table = table;
    this.#joined = joined;
    this.#problems = problems;
    this.#coordinates = coordinates;
    this.#area = area;
  }

  /** Null when a column, level or coordinate system is unknown, which is reported. */
  static async of(
    table: InstitutionTable,
    joined: JoinedTable,
    levels: BuiltLevels,
    problems: ProblemList,
  ): Promise<InstitutionPlaces | null> {
    const coordinates = await coordinatesOf(table, joined, problems);
    const area = await areaOf(table, joined, levels, problems);
    return coordinates === undefined || area === undefined
      ? null
      : new InstitutionPlaces(table, joined, problems, coordinates, area);
  }

  of(row: TextRow): InstitutionPlace {
    const position = this.#positionOf(row);
    if (position) return { position, isFromArea: false, unknownArea: null };
    return this.#area ? this.#insideArea(this.#area, row) : nowhere;
  }

  /** Remembers an institution that is taken over at this place, for the notes. */
  count({ isFromArea, unknownArea }: InstitutionPlace): void {
    if (isFromArea) this.#fromArea++;
    if (unknownArea !== null) this.#unknown.push(unknownArea);
  }

  report(notes: ProblemList): void {
    const where = { file: this.#joined.file };
    if (this.#fromArea > 0) notes.add('institutions-placed-by-area', { n: this.#fromArea }, where);
    if (this.#unknown.length > 0)
      notes.add(
        'institutions-area-unknown',
        {
          n: this.#unknown.length,
          level: this.#area?.level ?? '',
          areas: [...new Set(this.#unknown)].slice(0, mostNamed).join(', '),
        },
        where,
      );
  }

  #positionOf(row: TextRow): readonly [number, number] | null {
    if (!this.#coordinates) return null;
    const { lon, lat, project } = this.#coordinates;
    const number = (cell: CellReader, column = ''): number =>
      institutionNumber(this.#table, this.#joined, column, cell(row), row, this.#problems);
    const x = number(lon, this.#table.lon);
    const y = number(lat, this.#table.lat);
    if (Number.isNaN(x + y)) return null;
    // Many registers write 0, 0 where they do not know.
    return x === 0 && y === 0 ? null : project(x, y);
  }

  #insideArea({ lookup, cell, points }: InArea, row: TextRow): InstitutionPlace {
    const text = cell(row);
    if (text === '') return nowhere;
    const where = { file: this.#joined.file, row: row.row, column: lookup.column };
    const { position } = lookup.find(text, where, this.#problems, true);
    const point = points[position];
    return point
      ? { position: point, isFromArea: true, unknownArea: null }
      : { ...nowhere, unknownArea: text };
  }
}

/** A number of an institution: as the table says it is written, else as its file does; NaN for marks and empty cells. */
export function institutionNumber(
  { decimal, thousands, marks }: InstitutionTable,
  joined: JoinedTable,
  column: string,
  text: string,
  row: TextRow,
  problems: ProblemList,
): number {
  const read = parseNumber(text, joined.numberFormat(column, { decimal, thousands, marks }));
  if (read) return read.value;
  problems.add('number-invalid', { value: text.slice(0, 40) }, { file: joined.file, row: row.row, column });
  return NaN;
}

/** Undefined: something is unknown. */
async function coordinatesOf(
  table: InstitutionTable,
  joined: JoinedTable,
  problems: ProblemList,
): Promise<Coordinates | null | undefined> {
  if (table.lon === undefined || table.lat === undefined) return null;
  const lon = joined.column(table.lon);
  const lat = joined.column(table.lat);
  const crs = table.positionCrs ?? 'EPSG:4326';
  const project = await toWgs84(crs);
  if (!project) problems.add('crs-unknown', { crs }, { file: joined.file });
  return lon && lat && project ? { lon, lat, project } : undefined;
}

async function areaOf(
  table: InstitutionTable,
  joined: JoinedTable,
  levels: BuiltLevels,
  problems: ProblemList,
): Promise<InArea | null | undefined> {
  if (!table.area) return null;
  const id = table.area.level;
  const level = levels.levels.find((candidate) => candidate.id === id);
  if (!level) {
    problems.add(
      'reference-unknown',
      { id, kind: 'level', path: 'institutions.tables.area' },
      { file: 'recipe.json' },
    );
    return undefined;
  }
  const lookup = new AreaLookup(table.area, level);
  const cell = lookup.cell(joined);
  if (!cell) return undefined;
  const points = (await levels.geometriesOf(id)).map(pointInside);
  return { lookup, cell, level: id, points };
}
