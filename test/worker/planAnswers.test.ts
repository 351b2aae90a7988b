import { expect, test } from 'vitest';
import { standard } from '#disclosure/profiles.ts';
import { ImportSession } from '#import/plan/importSession.ts';
import type { ImportPlan } from '#import/plan/plan.ts';
import { proposePlan } from '#import/plan/proposePlan.ts';
import { Cancelled, type JobContext } from '#worker/host.ts';
import { createImportBench } from '#worker/importing.ts';
import { PlanAnswers } from '#worker/planAnswers.ts';
import { Shelf } from '#worker/shelf.ts';
import { areasFile, residentsFile, said, schoolsFile } from '../import/plan/smallCity.ts';

const context: JobContext = { pause: async () => {}, offer: () => {} };
const cancelling: JobContext = {
  offer: () => {},
  pause: async () => {
    throw new Cancelled();
  },
};

async function smallCity(): Promise<{ session: ImportSession; answers: PlanAnswers; plan: ImportPlan }> {
  const session = new ImportSession();
  await session.change([areasFile(), residentsFile, schoolsFile], []);
  const inspection = await session.inspect(null, context);
  return { session, answers: new PlanAnswers(session), plan: said(proposePlan(inspection, session)) };
}

test('a plan is reviewed and built once, however often it is asked about', async () => {
  const { answers, plan } = await smallCity();
  const review = await answers.review(plan, context);
  const built = await answers.study(structuredClone(plan), context);
  if (!built.ok) throw new Error(JSON.stringify(built.problems));
  expect(built.value.study.title.de).toBe('Kleinstadt');
  // Nothing is worked out any more that could be cancelled.
  expect(await answers.review(structuredClone(plan), cancelling)).toBe(review);
  expect(await answers.study(structuredClone(plan), cancelling)).toBe(built);
});

test('another plan and other files are asked about anew', async () => {
  const { session, answers, plan } = await smallCity();
  const first = await answers.study(plan, context);
  const renamed = await answers.study({ ...plan, title: 'Neustadt' }, context);
  expect(renamed.ok && renamed.value.study.title.de).toBe('Neustadt');
  const before = await answers.review(plan, context);
  await session.change([], [residentsFile.path]);
  await session.inspect(plan, context);
  expect((await answers.review(plan, context)).tables).not.toEqual(before.tables);
  expect(await answers.study(plan, context)).not.toEqual(first);
});

test('what was cancelled or refused is no study', async () => {
  const { answers, plan } = await smallCity();
  await expect(answers.study(plan, cancelling)).rejects.toThrow(Cancelled);
  expect((await answers.study(plan, context)).ok).toBe(true);
  const unsaid = await answers.study({ ...plan, title: '' }, context);
  expect(unsaid.ok ? [] : unsaid.problems.map(({ code }) => code)).toContain('plan-title-missing');
});

test('what is taken over under a profile is the study its recipe gives', async () => {
  const bench = createImportBench(new Shelf());
  const input = [areasFile(), residentsFile, schoolsFile].map(({ path, bytes }) => ({
    path,
    content: bytes,
  }));
  const read = await bench.inspect({ import: null, files: input, plan: null }, context);
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  const plan = said(read.value.plan);
  const { import: id } = read.value;
  const adopted = await bench.adopt({ import: id, plan, disclosure: standard }, context);
  if (!adopted.ok) throw new Error(JSON.stringify(adopted.problems));
  const { recipe } = adopted.value;
  const replayed = await bench.replay({ import: id, recipe, disclosure: standard }, context);
  if (!replayed.ok) throw new Error(JSON.stringify(replayed.problems));
  expect(recipe.disclosure?.id).toBe(standard.id);
  expect(adopted.value.study).toEqual(replayed.value.study);
  expect(adopted.value.guard).toEqual(replayed.value.guard);
  expect(adopted.notes).toEqual(replayed.notes);
  const plain = await bench.adopt({ import: id, plan, disclosure: null }, context);
  expect(plain.ok && plain.value.study.disclosure).toBeNull();
});
