import fc from 'fast-check';
import { unzipSync, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { disclosureProfiles } from '#disclosure/profiles.ts';
import { projectEntry } from '#project/projectFile.ts';
import { createWorkshop } from '#worker/workshop.ts';
import { kleinstadtFiles } from '../pack/fixturePack.ts';
import { smallRecipe, smallSources } from '../recipe/memorySource.ts';
import { bounded, expectRefused, expectSound, expectWorded } from './expectations.ts';
import { edit, edited, oddIds, oddNumbers } from './jsonMutations.ts';
import { mutation } from './mutations.ts';
import { keep, patience, runs } from './runs.ts';
import { settings } from './settings.ts';

/** A project of a city pack and one of a recipe with its files, as they are saved. */
async function saved(): Promise<readonly Uint8Array[]> {
  const workshop = createWorkshop();
  const pack = await workshop.open(
    { kind: 'files', name: 'Kleinstadt', files: kleinstadtFiles() },
    bounded(),
  );
  const files = Object.entries(smallSources()).map(([path, content]) => ({
    path,
    content: typeof content === 'string' ? new TextEncoder().encode(content) : content,
  }));
  const begun = await workshop.inspect({ import: null, files, plan: null }, bounded());
  if (!pack.ok || !begun.ok) throw new Error('invalid fixture');
  const id = begun.value.import;
  const own = await workshop.replay({ import: id, recipe: smallRecipe(), disclosure: null }, bounded());
  if (!own.ok) throw new Error(JSON.stringify(own.problems));
  return Promise.all(
    [pack.value.key, own.value.key].map((study) =>
      workshop.saveProject({ study, settings, withData: true }, bounded()),
    ),
  );
}

const projects = await saved();
const project = fc.constantFrom(...projects);

async function expectOpened(content: Uint8Array): Promise<boolean> {
  keep([{ path: 'p.quartierlupe', bytes: content }]);
  const result = await createWorkshop().openProject(
    { name: 'p.quartierlupe', content, files: [] },
    bounded(),
  );
  if (!result.ok) {
    expectRefused(result.problems);
    return false;
  }
  expectWorded(result.notes);
  if (result.value.kind === 'opened') expectSound(result.value.opened.study);
  else expect(result.value.missing.length).toBeGreaterThan(0);
  return result.value.kind === 'opened';
}

test('those of which all others are made open', async () => {
  for (const one of projects) expect(await expectOpened(one)).toBe(true);
});

test(
  'a project file that is damaged',
  async () => {
    await fc.assert(
      fc.asyncProperty(
        project,
        mutation,
        fc.boolean(),
        fc.nat({ max: 60 }),
        async (whole, change, inside, at) => {
          if (!inside) {
            await expectOpened(change(whole));
            return;
          }
          const entries = Object.entries(unzipSync(whole));
          const [name, bytes] = entries[at % entries.length] ?? [projectEntry, new Uint8Array()];
          await expectOpened(zipSync({ ...Object.fromEntries(entries), [name]: change(bytes) }));
        },
      ),
      runs(200),
    );
  },
  patience,
);

test(
  'a description that says something else',
  async () => {
    let opened = 0;
    await fc.assert(
      fc.asyncProperty(project, fc.array(edit, { minLength: 1, maxLength: 4 }), async (whole, edits) => {
        const entries = unzipSync(whole);
        const description: unknown = JSON.parse(new TextDecoder().decode(entries[projectEntry]));
        const changed = new TextEncoder().encode(JSON.stringify(edited(description, edits)));
        if (await expectOpened(zipSync({ ...entries, [projectEntry]: changed }, { level: 0 }))) opened++;
      }),
      runs(150),
    );
    expect(opened).toBeGreaterThan(10);
  },
  patience,
);

test(
  'rules of disclosure that say something else',
  async () => {
    let guarded = 0;
    const [whole] = projects;
    const entries = unzipSync(whole ?? new Uint8Array());
    const description = JSON.parse(new TextDecoder().decode(entries[projectEntry])) as object;
    const rules = fc.oneof(
      fc
        .tuple(fc.constantFrom(...disclosureProfiles), fc.array(edit, { maxLength: 3 }))
        .map(([{ name: _, ...profile }, edits]): unknown => edited(profile, edits)),
      fc.record({
        id: fc.constantFrom('own', 'standard', 'x', ...oddIds),
        minimumCount: fc.constantFrom(0, 3, 5, 10, ...oddNumbers),
        minimumDenominator: fc.constantFrom(0, 30, 100, ...oddNumbers),
        minimumInstitution: fc.constantFrom(0, 10, 50, ...oddNumbers),
        roundTo: fc.constantFrom(1, 3, 5, 10, 10, ...oddNumbers),
        dominance: fc.constantFrom(null, null, 0.5, 0.8, 1, ...oddNumbers),
        secondary: fc.boolean(),
      }),
      fc.jsonValue({ maxDepth: 2 }),
    );
    await fc.assert(
      fc.asyncProperty(rules, async (disclosure) => {
        const changed = new TextEncoder().encode(JSON.stringify({ ...description, disclosure }));
        if (await expectOpened(zipSync({ ...entries, [projectEntry]: changed }, { level: 0 }))) guarded++;
      }),
      runs(60),
    );
    expect(guarded).toBeGreaterThan(5);
  },
  patience,
);
