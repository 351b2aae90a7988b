import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { DisclosureProfile } from '#disclosure/profile.ts';
import { rulesOf, standard } from '#disclosure/profiles.ts';
import { panels } from '#panels/catalog.ts';
import { defaultView } from '#state/defaults.ts';
import { encodeView } from '#state/permalink.ts';
import { noAnswers } from '#state/state.ts';
import type { Task, View } from '#state/view.ts';
import type { JobName } from '#worker/jobs.ts';
import { Shelf } from '#worker/shelf.ts';
import { createWorkshop } from '#worker/workshop.ts';
import { answered, comparable, csvOf, unhurried } from './answering.ts';
import { anyTown, townStudy, twinsOf } from './pairs.ts';

/**
 * Every job of the worker by what it may tell. A new one must be put in its place here before the types agree.
 * `shown`: made of the study as it may be shown. `decides`: told to whoever chooses the profile. `own-files`: about files
 * that lie on the machine of whoever asks. `as-delivered`: writes the data themselves, said where it is offered.
 */
const channels: Readonly<Record<JobName, 'shown' | 'decides' | 'own-files' | 'as-delivered'>> = {
  open: 'shown',
  guard: 'shown',
  measure: 'shown',
  uncertainty: 'shown',
  local: 'shown',
  profile: 'shown',
  decomposition: 'shown',
  comparison: 'shown',
  institutions: 'shown',
  need: 'shown',
  stability: 'shown',
  adopt: 'shown',
  replay: 'shown',
  openProject: 'shown',
  guardReport: 'decides',
  guardPlan: 'decides',
  smallNumbers: 'decides',
  inspect: 'own-files',
  review: 'own-files',
  nameProposals: 'own-files',
  renew: 'own-files',
  reopen: 'own-files',
  madeBy: 'own-files',
  forget: 'own-files',
  describeService: 'own-files',
  loadSources: 'own-files',
  loadLayer: 'own-files',
  importFiles: 'as-delivered',
  saveProject: 'as-delivered',
};

const profile: DisclosureProfile = { ...rulesOf(standard), id: 'own', minimumDenominator: 5 };
/** What each task is asked, so that every job of it is. */
const views: Readonly<Record<Task, readonly Partial<View>[]>> = {
  explore: ['transfer', 'published', 'change'].map((indicator) => ({ indicator })),
  measure: [
    { measureMap: 'cluster', compare: 'year', compareWith: '2018' },
    { measureMap: 'contribution', measurePart: 'radius' },
    {
      measureMap: 'location-quotient',
      measurePart: 'decomposition',
      compare: 'group',
      compareWith: 'unemployed',
    },
  ],
  institutions: [{}, { backdrop: 'catchments' }],
  need: [{}],
};

describe('two cities with the same published figures', () => {
  test('lead to the same answers, tables, maps, captions, links and reports', async () => {
    const asked = new Set<string>();
    let pairs = 0;
    await fc.assert(
      fc.asyncProperty(anyTown, async (town) => {
        for (const twin of twinsOf(town, profile, 1)) {
          pairs++;
          const [one, other] = await Promise.all([town, twin].map(opened));
          expect(other!.loaded.study).toEqual(one!.loaded.study);
          expect(other!.loaded.guard).toEqual(one!.loaded.guard);
          for (const panel of panels) {
            for (const view of views[panel.id]) {
              const here = await answered(one!.workshop, one!.loaded, panel, view);
              const there = await answered(other!.workshop, other!.loaded, panel, view);
              for (const [name, answer] of Object.entries(here.answers)) if (answer) asked.add(name);
              expect(comparable(there), panel.id).toEqual(comparable(here));
              expect(csvOf(panel, there), panel.id).toBe(csvOf(panel, here));
              expect(panel.caption(there), panel.id).toEqual(panel.caption(here));
              expect(drawn(panel.mapContents(there)), panel.id).toEqual(drawn(panel.mapContents(here)));
              const link = (state: typeof here) => encodeView(state.view, defaultView(one!.loaded.study));
              expect(link(there)).toBe(link(here));
            }
          }
        }
      }),
      { seed: 11, numRuns: 2, endOnFailure: true },
    );
    expect(pairs).toBe(2);
    // No answer escapes the comparison because nobody asked for it.
    for (const name of Object.keys(noAnswers)) expect(asked).toContain(name);
    expect([...asked].every((name) => channels[name as JobName] === 'shown')).toBe(true);
  });
});

async function opened(town: Parameters<typeof townStudy>[0]) {
  const shelf = new Shelf(() => 0);
  const workshop = createWorkshop(() => 0, shelf);
  const raw = await shelf.adopt(townStudy(town));
  const shown = await workshop.guard({ study: raw.key, disclosure: profile }, unhurried);
  return { workshop, loaded: { ...shown, disclosure: profile, notes: [] } };
}

/** What is drawn, without the functions that draw it. */
function drawn(contents: unknown): unknown {
  return JSON.parse(
    JSON.stringify(contents, (_, value: unknown) =>
      ArrayBuffer.isView(value) ? Array.from(value as Float64Array, String) : value,
    ) ?? 'null',
  );
}
