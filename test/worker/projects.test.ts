import { zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { disclosureProfiles } from '#disclosure/profiles.ts';
import type { Result } from '#model/result.ts';
import type { ProjectSettings } from '#project/projectFile.ts';
import type { JobContext } from '#worker/host.ts';
import type { OpenedStudy, PackOrigin } from '#worker/jobs.ts';
import { createWorkshop } from '#worker/workshop.ts';
import { kleinstadtFiles } from '../import/pack/fixturePack.ts';

const unhurried: JobContext = { pause: async () => {}, offer() {} };
const settings: ProjectSettings = {
  program: '0.1.0',
  saved: '2026-01-02T03:04:05.000Z',
  view: '#v=1&view=measure',
  disclosure: null,
  scenes: [],
  profiles: [],
};
const asZip = (): Uint8Array =>
  zipSync(Object.fromEntries(kleinstadtFiles().map(({ path, bytes }) => [path, bytes])));
const origins: readonly (readonly [string, PackOrigin])[] = [
  ['files', { kind: 'files', name: 'Kleinstadt', files: kleinstadtFiles() }],
  ['a zip', { kind: 'zip', name: 'kleinstadt.zip', bytes: asZip() }],
];

function given<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value;
}

describe.each(origins)('a city opened from %s', (_, origin) => {
  const start = async () => {
    const workshop = createWorkshop();
    const opened: OpenedStudy = given(await workshop.open(origin, unhurried));
    const save = (withData: boolean) =>
      workshop.saveProject({ study: opened.key, settings, withData }, unhurried);
    return { workshop, opened, save };
  };

  test('is saved with its data and opens again the same', async () => {
    const { opened, save } = await start();
    const content = await save(true);
    const elsewhere = createWorkshop();
    const back = given(
      await elsewhere.openProject({ name: 'p.quartierlupe', content, files: [] }, unhurried),
    );
    if (back.kind !== 'opened') throw new Error(back.kind);
    expect(back.project).toMatchObject({ city: opened.study.id, view: settings.view, recipe: null });
    expect(back.opened.study).toEqual(opened.study);
  });

  test('asks for its data where they are not inside, and knows them by their contents', async () => {
    const { opened, save } = await start();
    const content = await save(false);
    const elsewhere = createWorkshop();
    const asked = given(
      await elsewhere.openProject({ name: 'p.quartierlupe', content, files: [] }, unhurried),
    );
    if (asked.kind !== 'wanting') throw new Error(asked.kind);
    expect(asked.missing.map(({ path }) => path)).toContain('datapackage.json');
    const renamed = kleinstadtFiles().map(({ bytes }, i) => ({
      path: `${i}`,
      content: new Blob([bytes.slice()]),
    }));
    const back = given(
      await elsewhere.openProject({ name: 'p.quartierlupe', content, files: renamed }, unhurried),
    );
    if (back.kind !== 'opened') throw new Error(back.kind);
    expect(back.opened.study).toEqual(opened.study);
  });
});

test.each(disclosureProfiles.map((profile) => [profile.id, profile] as const))(
  'a project under the listed profile %s opens again under it',
  async (_, disclosure) => {
    const workshop = createWorkshop();
    const [, origin] = origins[0]!;
    const opened = given(await workshop.open({ ...origin, disclosure }, unhurried));
    const content = await workshop.saveProject(
      { study: opened.key, settings: { ...settings, disclosure }, withData: true },
      unhurried,
    );
    const back = given(
      await createWorkshop().openProject({ name: 'p.quartierlupe', content, files: [] }, unhurried),
    );
    if (back.kind !== 'opened') throw new Error(back.kind);
    expect(back.project.disclosure?.id).toBe(disclosure.id);
    expect(back.opened.study).toEqual(opened.study);
  },
);

test('a broken project is a problem and leaves the worker as it was', async () => {
  const workshop = createWorkshop();
  const [, origin] = origins[0]!;
  const opened = given(await workshop.open(origin, unhurried));
  const content = new Uint8Array([1, 2, 3]);
  const result = await workshop.openProject({ name: 'p.quartierlupe', content, files: [] }, unhurried);
  expect(result.ok).toBe(false);
  expect(
    await workshop.saveProject({ study: opened.key, settings, withData: false }, unhurried),
  ).toBeInstanceOf(Uint8Array);
});
