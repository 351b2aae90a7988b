import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { LooseFile } from '#import/formats/containers/looseFile.ts';
import type { Problem, Result } from '#model/result.ts';
import type { OpenedStudy } from '#worker/jobs.ts';
import { createWorkshop } from '#worker/workshop.ts';
import { file } from '../plan/smallCity.ts';
import { smallRecipe, smallSources } from '../recipe/memorySource.ts';
import { bounded, expectRefused, expectSound, expectWorded } from './expectations.ts';
import { edit, edited, oddIds, oddNumbers } from './jsonMutations.ts';
import { mutation } from './mutations.ts';
import { patience, runs } from './runs.ts';

const sources: readonly LooseFile[] = Object.entries(smallSources()).map(([path, content]) =>
  typeof content === 'string' ? file(path, content) : { path, bytes: content },
);
/** With a part of every kind, so that each is changed. */
const recipe: Record<string, unknown> = {
  ...smallRecipe(),
  indicators: [
    {
      id: 'foreigners-share',
      theme: 'population',
      name: { de: 'Anteil', en: 'Share' },
      short: { de: 'Anteil', en: 'Share' },
      definition: { de: 'Anteil', en: 'Share' },
      unit: 'share',
      measure: { kind: 'share', numerator: ['foreigners'], denominator: ['residents'] },
      direction: 'neutral',
    },
  ],
  groups: [
    {
      id: 'foreigners',
      scope: 'residents',
      name: { de: 'a', en: 'a' },
      ofName: { de: 'a', en: 'a' },
      restName: { de: 'a', en: 'a' },
      count: 'foreigners',
      universe: 'residents',
    },
  ],
  institutions: {
    forms: [{ id: 'school', kind: 'school', name: { de: 'a', en: 'a' }, plural: { de: 'a', en: 'a' } }],
    providers: [{ id: 'public', name: { de: 'a', en: 'a' }, public: true }],
    tables: [
      {
        file: 'people',
        where: [{ column: 'Art', equals: 'Gebiet' }],
        id: ['{Gebiet}'],
        name: 'Schule {Gebiet}',
        form: { value: 'school' },
        provider: { value: 'public' },
        area: { level: 'area', column: 'Gebiet', pad: 2 },
        compositions: [{ year: 2020, total: 'm', counts: { foreigners: 'Ausl.' } }],
      },
    ],
  },
  crosswalks: [{ from: 'area', to: 'area', overlap: true, method: 'a' }],
  disclosure: null,
};

async function importOf(files: readonly LooseFile[]) {
  const workshop = createWorkshop();
  const content = files.map(({ path, bytes }) => ({ path, content: bytes }));
  const result = await workshop.inspect({ import: null, files: content, plan: null }, bounded());
  if (!result.ok) throw new Error('invalid fixture');
  return { workshop, id: result.value.import };
}

function expectProblemsOrStudy(result: Result<OpenedStudy>): boolean {
  if (!result.ok) {
    expectRefused(result.problems);
    return false;
  }
  expectWorded(result.notes);
  expectSound(result.value.study);
  return true;
}

/** Renewed and replayed: each says what is wrong or gives what it promises; what was renewed without problem replays. */
async function expectReplayed(
  { workshop, id }: Awaited<ReturnType<typeof importOf>>,
  given: unknown,
): Promise<boolean> {
  const before = structuredClone(given);
  const replayed = await workshop.replay({ import: id, recipe: given, disclosure: null }, bounded());
  const renewed = await workshop.renew({ import: id, recipe: given }, bounded());
  expect(given).toEqual(before);
  const problems: readonly Problem[] = renewed.ok
    ? [...renewed.notes, ...renewed.value.problems]
    : renewed.problems;
  expectWorded(problems);
  if (!renewed.ok) expectRefused(renewed.problems);
  return expectProblemsOrStudy(replayed);
}

test('the recipe of which all others are made is sound', async () => {
  const one = await importOf(sources);
  const replayed = await one.workshop.replay({ import: one.id, recipe, disclosure: null }, bounded());
  expect(replayed.ok ? [] : replayed.problems).toEqual([]);
});

test(
  'anything that is said to be a recipe',
  async () => {
    const one = await importOf(sources);
    const any = fc.oneof(
      fc.jsonValue({ maxDepth: 4 }),
      fc.anything(),
      fc.jsonValue({ maxDepth: 2 }).map((value) => ({ ...(recipe as object), tables: value })),
      fc.constantFrom(
        null,
        undefined,
        1,
        '',
        [],
        {},
        { recipe: 1 },
        { recipe: 2 },
        { ...recipe, recipe: 99 },
      ),
    );
    await fc.assert(
      fc.asyncProperty(any, async (given) => {
        await expectReplayed(one, given);
      }),
      runs(200),
    );
  },
  patience,
);

test(
  'recipes with parts changed, missing, twice and confused with each other',
  async () => {
    const one = await importOf(sources);
    let studies = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(edit, { minLength: 1, maxLength: 4 }), async (edits) => {
        if (await expectReplayed(one, edited(recipe, edits))) studies++;
      }),
      runs(200),
    );
    expect(studies).toBeGreaterThan(10);
  },
  patience,
);

test(
  'recipes with parts no schema refuses',
  async () => {
    const one = await importOf(sources);
    let studies = 0;
    const [finest, coarse] = ['area', 'district'];
    const keyLength = fc.constantFrom(...oddNumbers);
    const pad = fc.constantFrom(1, 2, 3, 1_000, 2 ** 31, 2 ** 53);
    const rowNumbers = fc.constantFrom(1, 2, 9, 2 ** 53);
    const ofFile = {
      headerRows: fc.constantFrom(0, 1, 2, 100, 2 ** 53),
      head: fc.record({ first: rowNumbers, last: rowNumbers }),
      withoutRows: fc.array(fc.constantFrom(1, 2, 3, 4, 5, 6, 2 ** 53)),
      fillDown: fc.array(fc.constantFrom('Gebiet', 'Art', ...oddIds), { maxLength: 2 }),
      decimal: fc.constantFrom(',', '.', '', 'ab', '\\', '[', '\0'),
      thousands: fc.constantFrom(',', '.', '', 'ab', '\\', '[', '\0'),
      encoding: fc.constantFrom('utf-8', 'windows-1252', 'no-such', '__proto__', ''),
      delimiter: fc.constantFrom(';', ',', '', '"', '\n', ';;'),
    };
    const single = (name: string, arbitrary: fc.Arbitrary<unknown>) =>
      arbitrary.map((value) => ({ [name]: value }));
    const level = fc.oneof(
      single('parent', fc.record({ level: fc.constantFrom(finest, coarse, 'no-such'), keyLength })),
      single('geometry', fc.record({ dissolve: fc.constantFrom(finest, coarse, 'no-such'), keyLength })),
      single(
        'geometry',
        fc.record({
          file: fc.constant('areas'),
          key: fc.constantFrom('KEY', 'NAME', ...oddIds),
          name: fc.constantFrom('NAME', 'KEY', ...oddIds),
          pad,
        }),
      ),
      single('vintage', fc.constantFrom('', ...oddIds)),
    );
    const area = fc.oneof(
      single('pad', pad),
      single(
        'column',
        fc.oneof(fc.constantFrom('Gebiet', 'm', ...oddIds), fc.constant(['Gebiet', 'Gebiet'])),
      ),
      single(
        'map',
        fc.dictionary(fc.constantFrom('1', '2', ...oddIds), fc.constantFrom('01', '02', ...oddIds)),
      ),
      single('by', fc.constant('name')),
    );
    const part = fc.oneof(
      single('year', fc.constantFrom(1899, 1900, 2100, 99_999)),
      single('where', fc.constant([])),
      single('joins', fc.constant([{ file: 'names', on: 'Gebiet', key: 'bez', as: 'n' }])),
      single(
        'columns',
        fc.dictionary(
          fc.constantFrom('residents', 'rate', 'class'),
          fc.constantFrom('m', 'Quote', 'Klasse', ...oddIds),
        ),
      ),
    );
    const file = fc.oneof(...Object.entries(ofFile).map(([name, value]) => single(name, value)));
    const where = ['levels 0', 'levels 1', 'files 0', 'files 1', 'files 2', 'area', 'part', 'table'] as const;
    const table = fc.oneof(
      single('unmatched', fc.constant('drop')),
      single('missingAreas', fc.constant('refuse')),
      single('yearColumn', fc.constantFrom('m', 'Gebiet', 'Klasse', ...oddIds)),
    );
    const change = fc
      .constantFrom(...where)
      .chain((at) =>
        fc.tuple(
          fc.constant(at),
          at.startsWith('levels')
            ? level
            : at.startsWith('files')
              ? file
              : at === 'area'
                ? area
                : at === 'part'
                  ? part
                  : table,
        ),
      );
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 2 }), async (changes) => {
        const base = structuredClone(recipe) as unknown as ReturnType<typeof smallRecipe>;
        const [of] = base.tables;
        const places: Readonly<Record<string, object | undefined>> = {
          'levels 0': base.levels[0],
          'levels 1': base.levels[1],
          'files 0': base.files[0],
          'files 1': base.files[1],
          'files 2': base.files[2],
          area: of?.area,
          part: of?.parts[0],
          table: of,
        };
        for (const [at, one] of changes) Object.assign(places[at] ?? {}, one);
        if (await expectReplayed(one, base)) studies++;
      }),
      runs(200),
    );
    expect(studies).toBeGreaterThan(10);
  },
  patience,
);

test(
  'a recipe with files of another year that are damaged',
  async () => {
    const damage = fc.record({
      at: fc.nat({ max: sources.length - 1 }),
      change: mutation,
      renamed: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(damage, { minLength: 1, maxLength: 2 }), async (all) => {
        const files = sources.map(({ path, bytes }, i) => {
          const own = all.find(({ at }) => at === i);
          return own
            ? { path: own.renamed ? `2021_${path}` : path, bytes: own.change(bytes) }
            : { path, bytes };
        });
        await expectReplayed(await importOf(files), recipe);
      }),
      runs(60),
    );
  },
  patience,
);
