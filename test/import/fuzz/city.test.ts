import fc from 'fast-check';
import { expect, test } from 'vitest';
import { disclosureProfiles } from '#disclosure/profiles.ts';
import type { LooseFile } from '#import/formats/containers/looseFile.ts';
import type { ImportPlan } from '#import/plan/plan.ts';
import { indicatorValues } from '#model/aggregate.ts';
import type { Study } from '#model/study.ts';
import type { Inspected } from '#worker/jobs.ts';
import { createWorkshop } from '#worker/workshop.ts';
import { kleinstadtFiles } from '../pack/fixturePack.ts';
import { benefitsFile, said } from '../plan/smallCity.ts';
import { bounded, expectRefused, expectSound, expectWorded } from './expectations.ts';
import { edit, edited, type Keeping } from './jsonMutations.ts';
import { cityFiles, oddCity } from './oddCity.ts';
import { planChange } from './planChanges.ts';
import { keep, patience, runs } from './runs.ts';
import { settings } from './settings.ts';

type Workshop = ReturnType<typeof createWorkshop>;
const profile = fc.constantFrom(null, null, ...disclosureProfiles);

/** A worker in which another city is open, which must stay as it is whatever is imported beside it. */
async function beside(work: (workshop: Workshop, keys: readonly string[]) => Promise<void>): Promise<void> {
  const workshop = createWorkshop();
  const opened = await workshop.open(
    { kind: 'files', name: 'Kleinstadt', files: kleinstadtFiles() },
    bounded(),
  );
  if (!opened.ok) throw new Error('invalid fixture');
  const { key, study } = opened.value;
  const before = structuredClone(study);
  const project = await workshop.saveProject({ study: key, settings, withData: true }, bounded());
  await work(workshop, [key]);
  expect(study).toEqual(before);
  expect(await workshop.saveProject({ study: key, settings, withData: true }, bounded())).toEqual(project);
}

async function inspected(workshop: Workshop, files: readonly LooseFile[]): Promise<Inspected> {
  keep(files);
  const content = files.map(({ path, bytes }) => ({ path, content: bytes }));
  const result = await workshop.inspect({ import: null, files: content, plan: null }, bounded());
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  for (const { problems, notes } of result.value.inspection.files) expectWorded([...problems, ...notes]);
  return result.value;
}

/** With what only people know: how the city is called, and that keys lost their zeros. */
function decided(plan: ImportPlan): ImportPlan {
  return {
    ...said(plan),
    tables: plan.tables.map((one) =>
      one.table === benefitsFile.path ? { ...one, key: { ...one.key, pad: 3 } } : one,
    ),
  };
}

/** From a plan to a study and through a project file to the same again, or to what is wrong. */
async function expectProblemsOrStudy(
  workshop: Workshop,
  { import: id, inspection }: Inspected,
  plan: ImportPlan,
  keys: readonly string[],
  disclosure: (typeof disclosureProfiles)[number] | null = null,
): Promise<boolean> {
  const before = structuredClone(plan);
  keep([{ path: 'plan.json', bytes: new TextEncoder().encode(written(plan)) }]);
  const review = await workshop.review({ import: id, plan }, bounded());
  expectWorded(review.problems);
  expectWorded(review.notes);
  for (const { id: table } of inspection.tables)
    await workshop.nameProposals({ import: id, plan, table }, bounded());
  const adopted = await workshop.adopt({ import: id, plan, disclosure, keep: keys }, bounded());
  expect(plan).toEqual(before);
  if (!adopted.ok) {
    expectRefused(adopted.problems);
    return false;
  }
  expect(review.problems).toEqual([]);
  expectWorded(adopted.notes);
  const { key, study, recipe } = adopted.value;
  expectSound(study);
  expectComputed(study);
  const content = await workshop.saveProject(
    { study: key, settings: { ...settings, disclosure }, withData: true },
    bounded(),
  );
  const back = await createWorkshop().openProject({ name: 'p.quartierlupe', content, files: [] }, bounded());
  if (!back.ok || back.value.kind !== 'opened') throw new Error(`not opened again: ${JSON.stringify(back)}`);
  expect(back.value.opened.study).toEqual(study);
  const again = await workshop.replay({ import: id, recipe, disclosure, keep: [...keys, key] }, bounded());
  if (!again.ok) throw new Error(`not replayed: ${JSON.stringify(again.problems)}`);
  expect(again.value.study).toEqual(study);
  return true;
}

/** JSON knows no `NaN` and no `Infinity`. */
function written(plan: ImportPlan): string {
  return JSON.stringify(plan, (_, value: unknown) => (typeof value === 'number' ? String(value) : value), 1);
}

/** What the map asks first. */
function expectComputed(study: Study): void {
  for (const { id } of study.levels) {
    for (const indicator of study.indicators) {
      const year = study.observations[0]?.years[0];
      if (year !== undefined) indicatorValues(study, id, indicator.id, year);
    }
  }
}

test(
  'files of a city with odd bytes, cells, columns and outlines',
  async () => {
    let studies = 0;
    await beside(async (workshop, keys) => {
      await fc.assert(
        fc.asyncProperty(oddCity, profile, async (files, disclosure) => {
          const found = await inspected(workshop, files);
          if (await expectProblemsOrStudy(workshop, found, decided(found.plan), keys, disclosure)) studies++;
          await workshop.forget({ import: found.import }, bounded());
        }),
        runs(60),
      );
    });
    // Otherwise only refusals would have been tried.
    expect(studies).toBeGreaterThan(5);
  },
  patience,
);

/** A plan comes from the wizard: its types hold, nothing else does. */
const typed: Keeping = {
  types: true,
  closed: {
    kind: [],
    use: [],
    by: [],
    from: [],
    year: [],
    position: [],
    measure: [],
    role: ['ignore', 'count', 'share', 'value'],
    unit: ['persons', 'share', 'number', 'euro-per-sqm', 'households'],
    label: ['missing', 'secret', 'zero', 'unreliable', 'blocked', 'later'],
    theme: ['population', 'housing', 'education'],
    direction: ['need', 'resource', 'neutral'],
    scope: ['residents', 'institutions'],
  },
  records: ['map', 'names', 'counts', 'files'],
};

test(
  'plans with wrong ids, columns, years, keys and parents',
  async () => {
    let studies = 0;
    await beside(async (workshop, keys) => {
      const found = await inspected(workshop, cityFiles);
      const sound = decided(found.plan);
      await fc.assert(
        fc.asyncProperty(
          fc.array(planChange, { maxLength: 3 }),
          fc.array(edit, { maxLength: 4 }),
          fc.boolean(),
          profile,
          async (changes, edits, readAgain, disclosure) => {
            const plan = changes.reduce((now, change) => change(now), edited(sound, edits, typed));
            if (await expectProblemsOrStudy(workshop, found, plan, keys, disclosure)) studies++;
            if (!readAgain) return;
            const again = await workshop.inspect({ import: found.import, files: [], plan }, bounded());
            if (!again.ok) throw new Error(JSON.stringify(again.problems));
            await expectProblemsOrStudy(workshop, again.value, again.value.plan, keys, disclosure);
            await workshop.inspect({ import: found.import, files: [], plan: sound }, bounded());
          },
        ),
        runs(80),
      );
    });
    expect(studies).toBeGreaterThan(5);
  },
  patience,
);
