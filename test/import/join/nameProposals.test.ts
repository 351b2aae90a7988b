import { describe, expect, test } from 'vitest';
import type { Inspection } from '#import/inspect/inspection.ts';
import { nameProposals, plainName } from '#import/join/nameProposals.ts';
import type { ImportData } from '#import/plan/importData.ts';
import type { ImportPlan } from '#import/plan/plan.ts';
import { emptyPlan } from '#import/plan/proposePlan.ts';

function proposalsFor(cells: readonly string[], areas: readonly (readonly [string, string])[]) {
  const data: ImportData = {
    table: () => ({
      file: 't.csv',
      header: ['Gebiet'],
      rows: cells.map((cell, i) => ({ row: i + 2, cells: [cell] })),
    }),
    layer: () => ({
      name: '',
      crs: null,
      crsText: null,
      features: areas.map(([key, name]) => ({ properties: { key, name }, geometry: null })),
    }),
  };
  const plan: ImportPlan = {
    ...emptyPlan,
    levels: [
      {
        id: 'stadtteil',
        family: 'stadtteil',
        familyName: 'Stadtteil',
        familyPlural: 'Stadtteile',
        vintage: '2020',
        validFrom: null,
        validTo: null,
        from: {
          kind: 'layer',
          layer: 'l',
          crs: 'EPSG:4326',
          swapped: false,
          key: 'key',
          name: 'name',
          pad: null,
        },
      },
    ],
    tables: [
      {
        table: 't',
        use: 'areas',
        level: 'stadtteil',
        head: { first: 1, last: 1 },
        withoutRows: [],
        where: [],
        key: { columns: ['Gebiet'], pad: null, by: 'name', map: {} },
        year: { kind: 'fixed', year: 2020 },
        columns: [],
        pivot: null,
      },
    ],
  };
  const inspection = { files: [], layers: [], tables: [{ id: 't', columns: [] }] } as unknown as Inspection;
  return nameProposals(plan, inspection, data, 't').map(({ cell, candidates }) => [
    cell,
    ...candidates.map(({ key }) => key),
  ]);
}

describe('areas whose names resemble those of a table', () => {
  test('spelling does not matter', () => {
    expect(plainName('St. Georg')).toBe(plainName('Sankt-Georg'));
    expect(plainName('Schloßstr.')).toBe(plainName('SCHLOSSSTRASSE'));
    expect(plainName('Frankfurt (Oder)')).toBe('frankfurt');
    expect(plainName('Groß Flottbek')).toBe(plainName('Gross-Flottbek'));
    expect(plainName('Hüttenheim')).toBe('huettenheim');
  });

  test('a slip is found, what matches already is left alone, what is like nothing gets nothing', () => {
    expect(
      proposalsFor(
        ['Othmarschen', 'Otmarschen', 'Insgesamt'],
        [
          ['1', 'Othmarschen'],
          ['2', 'Rissen'],
        ],
      ),
    ).toEqual([['Otmarschen', '1']]);
  });

  test('of two areas with one name both are listed, none is chosen', () => {
    expect(
      proposalsFor(
        ['Schloßstraße'],
        [
          ['06010102', 'Schloßstraße'],
          ['04030417', 'Schloßstraße'],
        ],
      ),
    ).toEqual([['Schloßstraße', '04030417', '06010102']]);
  });

  test('two areas in one row lead to both', () => {
    expect(
      proposalsFor(
        ['Moorburg und Altenwerder'],
        [
          ['1', 'Moorburg'],
          ['2', 'Altenwerder'],
          ['3', 'Moorfleet'],
        ],
      )[0]?.slice(0, 3),
    ).toEqual(['Moorburg und Altenwerder', '1', '2']);
  });
});
