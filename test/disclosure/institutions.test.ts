import { describe, expect, test } from 'vitest';
import { guardStudy } from '#disclosure/guard.ts';
import { asDelivered, standard } from '#disclosure/profiles.ts';
import type { InstitutionRequest } from '#institutions/answer.ts';
import { assessInstitutions } from '#institutions/assess.ts';
import type { Composition, Study } from '#model/study.ts';
import { exampleGroup, exampleStudy } from '../model/exampleStudy.ts';

const row = (
  institution: string,
  classKind: Composition['classKind'],
  total: number,
  counts: Composition['counts'],
): Composition => ({ institution, year: 2020, classKind, total, counts });

function schools(compositions: readonly Composition[]): Study {
  const ids = [...new Set(compositions.map(({ institution }) => institution))];
  const text = { de: 'x', en: 'x' };
  return exampleStudy({
    groups: [exampleGroup('ndh', { scope: 'institutions', universe: 'total' })],
    forms: [{ id: 'primary', kind: 'school', name: text, plural: text }],
    providers: [{ id: 'city', name: text, public: true }],
    institutions: ids.map((id) => ({
      id,
      name: id,
      form: 'primary',
      provider: 'city',
      position: null,
      capacity: null,
      address: null,
      flags: [],
    })),
    compositions,
  });
}

const request: InstitutionRequest = {
  kind: 'school',
  form: 'all',
  provider: 'all',
  group: 'ndh',
  year: 2020,
  threshold: { method: 'funnel-95', value: 0 },
};

const usual = schools([
  row('large', 'all', 300, { ndh: 120 }),
  row('few', 'all', 200, { ndh: 2 }),
  row('few-others', 'all', 150, { ndh: 149 }),
  row('small', 'all', 9, { ndh: 4 }),
  row('tiny', 'all', 2, { ndh: 0 }),
  row('none', 'all', 100, { ndh: 0 }),
  row('classes', 'all', 250, { ndh: 60 }),
  row('classes', 'regular', 240, { ndh: 58 }),
  row('classes', 'preparatory', 10, { ndh: 2 }),
  row('parts', 'regular', 240, { ndh: 58 }),
  row('parts', 'preparatory', 10, { ndh: 2 }),
]);

describe('compositions of institutions', () => {
  const { study, report } = guardStudy(usual, standard);
  const of = (institution: string, classKind: Composition['classKind'] = 'all') =>
    study.compositions.find((one) => one.institution === institution && one.classKind === classKind);

  test('small counts, small rests and small institutions lose their counts, with the reason', () => {
    expect(of('large')).toBe(usual.compositions[0]);
    expect(of('few')).toMatchObject({ total: 200, counts: { ndh: NaN }, secret: { ndh: 'secret' } });
    expect(of('few-others')).toMatchObject({ total: 150, secret: { ndh: 'secret' } });
    expect(of('small')).toMatchObject({ total: 9, secret: { ndh: 'too-small' } });
    expect(of('tiny')).toMatchObject({ total: NaN, secret: { total: 'secret', ndh: 'too-small' } });
    expect(of('none')).toMatchObject({ counts: { ndh: 0 } });
  });

  test('neither class kind can be computed from the other and all', () => {
    expect(of('classes')).toMatchObject({ total: 250, counts: { ndh: 60 } });
    expect(of('classes', 'preparatory')).toMatchObject({ total: 10, counts: { ndh: NaN } });
    expect(of('classes', 'regular')).toMatchObject({ total: 240, counts: { ndh: NaN } });
  });

  test('where only the classes were published, the institution as a whole still is shown', () => {
    expect(of('parts')).toMatchObject({ total: 250, counts: { ndh: 60 } });
    expect(of('parts', 'regular')?.secret).toEqual({ ndh: 'secret' });
  });

  test('the assessment says which figures are kept back', () => {
    const answer = assessInstitutions(study, request);
    expect(answer.rows.map(({ institution }) => institution)).toEqual(['large', 'none', 'classes', 'parts']);
    expect(answer.withheld).toEqual(['few', 'few-others', 'small', 'tiny']);
    expect(answer.withoutFigures).toEqual(answer.withheld);
    expect(answer.rows.find(({ institution }) => institution === 'classes')?.preparatoryCount).toBeNull();
    expect(Number.isFinite(answer.indices.D)).toBe(true);
  });

  test('are counted in the report', () => {
    expect(report.institutions).toMatchObject({ cells: 22, institutions: 6 });
    expect(report.institutions.hidden).toMatchObject({
      count: 4,
      complement: 1,
      denominator: 2,
      secondary: 2,
    });
  });

  test('guarding again hides nothing more, and nothing is lost where nothing is asked for', () => {
    expect(guardStudy(study, standard).study.compositions).toEqual(study.compositions);
    expect(guardStudy(usual, asDelivered).study).toBe(usual);
  });

  test('three parts of all: a second of them goes with the hidden one', () => {
    const parts = [40, 30, 20, 50, 60, 70].map((base, i) =>
      row(`s${i}`, 'all', base * 2 + (i === 0 ? 2 : 9), { a: base, b: base, c: i === 0 ? 2 : 9 }),
    );
    const guarded = guardStudy(schools(parts), standard).study.compositions[0]!;
    expect(Object.keys(guarded.secret ?? {}).sort()).toEqual(['a', 'c']);
  });
});
