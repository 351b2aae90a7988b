import { beforeAll, describe, expect, test } from 'vitest';
import { tableToCsv } from '#export/csv.ts';
import type { InstitutionRequest } from '#institutions/answer.ts';
import type { Study } from '#model/study.ts';
import { catchmentClicked, circlesOf, groundOf } from '#panels/institutions/assessed.ts';
import { institutionCaption, institutionTable } from '#panels/institutions/institutionTable.ts';
import { ask, fourSchools } from '../../institutions/exampleSchools.ts';
import { musterstadtStudy } from '../musterstadt.ts';
import { stateOf } from './stateOf.ts';

let study: Study;
let primary: InstitutionRequest;

beforeAll(async () => {
  study = await musterstadtStudy();
  primary = ask({ form: 'grundschule', group: 'non-german-language', year: 2023 });
});

describe('the table of primary schools', () => {
  const table = (request: Partial<InstitutionRequest> = {}) => {
    const made = institutionTable(stateOf(study, { ...primary, ...request }));
    if (!made) throw new Error('no table');
    return made;
  };
  const column = (made: ReturnType<typeof table>, head: string) =>
    made.columns.findIndex((one) => one.head === head);

  test('holds every school with the counts of the source, also of the preparatory classes', () => {
    const made = table();
    expect(made.rows).toHaveLength(study.institutions.filter(({ form }) => form === 'grundschule').length);
    const total = column(made, 'Kinder');
    const count = column(made, 'Kinder nichtdeutscher Herkunftssprache');
    const preparatory = column(made, 'Kinder in Vorbereitungsklassen');
    for (const row of made.rows) {
      const source = study.compositions.filter(
        ({ institution, year }) => institution === row[0] && year === 2023,
      );
      const all = source.find(({ classKind }) => classKind === 'all');
      expect(row[total]).toBe(all?.total);
      expect(row[count]).toBe(all?.counts['non-german-language']);
      expect(row[preparatory]).toBe(source.find(({ classKind }) => classKind === 'preparatory')?.total ?? 0);
    }
  });

  test('tells how many children attend also where no group is known', () => {
    const compositions = study.compositions.map((one) => ({ ...one, counts: {} }));
    const bare: Study = {
      ...study,
      groups: study.groups.filter(({ scope }) => scope === 'residents'),
      compositions,
    };
    const state = stateOf(bare, { ...primary, group: '' });
    const made = institutionTable(state);
    if (!made) throw new Error('no table');
    const total = column(made, 'Kinder');
    const sizes = made.rows.map((row) => row[total]);
    expect(sizes).toEqual(
      made.rows.map(
        ([id]) =>
          study.compositions
            .filter(({ institution, classKind }) => institution === id && classKind === 'all')
            .sort((a, b) => b.year - a.year)[0]?.total,
      ),
    );
    expect(new Set(circlesOf(state).map(({ radius }) => radius)).size).toBeGreaterThan(5);
  });

  test('says on top what it is, of which school year, and by which threshold', () => {
    const head = table({ threshold: { method: 'absolute', value: 0.5 } }).head.join('\n');
    expect(head).toContain('Musterstadt: Grundschulen: Kinder nichtdeutscher Herkunftssprache');
    expect(head).toContain('Schuljahr 2023/24');
    expect(head).toContain('Auffällig ab: mit mindestens 50\u00a0% · unter 50\u00a0%');
    expect(head).toContain('erfundene Daten');
  });

  test('names the standing as the threshold does', () => {
    const standings = (made: ReturnType<typeof table>) => {
      const place = column(made, 'Einordnung');
      return new Set(made.rows.map((row) => row[place]));
    };
    expect([...standings(table({ threshold: { method: 'absolute', value: 0.5 } }))].sort()).toEqual([
      'mit mindestens 50\u00a0%',
      'unter 50\u00a0%',
    ]);
    expect(standings(table({ threshold: { method: 'points', value: 0.2 } }))).toContain(
      'mindestens 20 Punkte unter dem Schnitt',
    );
  });

  test('has the share in full, in both number formats', () => {
    const made = table();
    const at = made.rows.findIndex(([id]) => id === 'g04');
    const place = column(made, 'Anteil (%)');
    expect(made.rows[at]?.[place]).toBeCloseTo((100 * 312) / 337, 10);
    expect(tableToCsv(made.columns, made.rows, { format: 'de' }).split('\r\n')[at + 1]).toContain(
      ';92,58160',
    );
    expect(tableToCsv(made.columns, made.rows, { format: 'international' })).toContain(',92.58160');
  });
});

test('schools without any figures have no empty columns, and no NaN in the name', () => {
  const made = institutionTable(stateOf(fourSchools({ compositions: [] }), ask()));
  expect(made?.columns.map(({ head }) => head)).toEqual([
    'Schlüssel',
    'Name',
    'Art der Einrichtung',
    'Träger',
  ]);
  expect(made?.name).not.toContain('NaN');
  expect(institutionCaption(stateOf(fourSchools({ compositions: [] }), ask())).subtitle).toBe('Beispiel');
});

describe('the ground under the circles', () => {
  test('marks the catchment of the selected school and names it after the school', () => {
    const state = stateOf(study, primary, { backdrop: 'catchments', institution: 'g04' });
    const ground = groundOf(state);
    const own = [...(ground?.classes ?? [])].flatMap((one, a) => (one === 1 ? [ground?.level.names[a]] : []));
    expect(own).toEqual(['Grundschule Kalkofen']);
    expect(ground?.palette[1]).toBe(ground?.ownColour);
  });

  test('lets a click into a catchment select its school, and a second one let it go', () => {
    const state = stateOf(study, primary, { backdrop: 'catchments' });
    const own = study.catchments.find(({ institutions }) => institutions.includes('g04'));
    expect(catchmentClicked(state, own?.id ?? '')).toEqual({ institution: 'g04' });
    const chosen = stateOf(study, primary, { backdrop: 'catchments', institution: 'g04' });
    expect(catchmentClicked(chosen, own?.id ?? '')).toEqual({ institution: null });
    expect(catchmentClicked(stateOf(study, primary), '0101')).toBeNull();
  });

  test('keeps its geometries when the threshold changes, so that the map need not draw anew', () => {
    const view = { backdrop: 'catchments' } as const;
    const before = groundOf(stateOf(study, primary, view));
    const threshold = { method: 'points', value: 0.1 } as const;
    const after = groundOf(stateOf(study, { ...primary, threshold }, view));
    expect(after?.level.geometries).toBe(before?.level.geometries);
    expect(after?.level.id).toBe(before?.level.id);
  });

  test('shows the share of the twin group at home, with its year', () => {
    const ground = groundOf(stateOf(study, primary, { backdrop: 'residents' }));
    expect(ground?.home).toMatchObject({ year: 2023, twin: { id: 'children-migration' } });
    expect(ground?.background).toBe('coloured');
    expect(ground?.home?.shares.filter((share) => share >= 0 && share <= 1).length).toBeGreaterThan(120);
  });

  test('is the plain areas for a form without catchments', () => {
    const kitas = ask({ kind: 'kita', form: 'kita', group: 'non-german-language', year: 2023 });
    const state = stateOf(study, kitas, { backdrop: 'catchments' });
    expect(groundOf(state)).toMatchObject({ isCatchments: false, background: 'muted' });
    expect(circlesOf(state)).toHaveLength(110);
  });
});
