import { beforeEach, expect, test, vi } from 'vitest';
import { type Bench, createBench, type Desk } from '#panels/importing/bench.ts';
import { filesHandedIn } from '#state/actions/draft.ts';
import { createAppStore, type Store } from '#state/store.ts';
import type { ImportFile } from '#worker/jobs.ts';
import { dorfFiles } from './dorfFiles.ts';
import { draftIn } from './importUnderWay.ts';
import { workshopClient } from './workshopClient.ts';

let store: Store;
let bench: Bench;
let opens: boolean;
const isOpenable = ({ path }: ImportFile) => /\.(quartierlupe|zip)$/.test(path);
const desk = {
  sort: vi.fn<Desk['sort']>(async (files) => ({
    openables: files.filter(isOpenable).map((file) => ({
      kind: file.path.endsWith('zip') ? 'pack' : 'project',
      name: file.path,
      files: [file],
    })),
    files: files.filter((file) => !isOpenable(file)),
  })),
  open: vi.fn<Desk['open']>(async () => opens),
};
const [areas, residents, schools] = dorfFiles().map(({ path, bytes }) => ({ path, content: bytes }));
if (!areas || !residents || !schools) throw new Error('no files');
const project = { path: 'dorf.quartierlupe', content: new Uint8Array(4) };
const zip = { path: 'dorf.zip', content: new Uint8Array(4) };

beforeEach(() => {
  vi.clearAllMocks();
  opens = true;
  store = createAppStore();
  bench = createBench(store, workshopClient(), desk);
  store.setState((state) => filesHandedIn(state, []));
});
const draft = () => draftIn(store);
const found = () => draft().openables.map(({ name }) => name);
const paths = () => draft().inspection?.files.map(({ path }) => path);
const handIn = (...files: ImportFile[]) => {
  bench.add(files);
  return bench.readIncoming();
};

test('a project among the files is asked about, and the others are read', async () => {
  await handIn(areas, project, residents);
  expect(found()).toEqual(['dorf.quartierlupe']);
  expect(paths()).toEqual(['stadtteile.geojson', 'einwohner_2023.csv']);
  bench.passFound();
  expect(found()).toEqual([]);
  expect(paths()).toHaveLength(2);
  expect(desk.open).not.toHaveBeenCalled();
});

test('several are asked about one after the other', async () => {
  await handIn(project, zip);
  expect(found()).toEqual(['dorf.quartierlupe', 'dorf.zip']);
  bench.passFound();
  expect(found()).toEqual(['dorf.zip']);
});

test('opening it ends the import; where that fails, the import stays', async () => {
  await handIn(areas, project);
  opens = false;
  await bench.openFound();
  expect(paths()).toEqual(['stadtteile.geojson']);
  expect(found()).toEqual([]);
  await handIn(project);
  opens = true;
  await bench.openFound();
  expect(desk.open.mock.calls.map(([{ files }]) => files)).toEqual([[project], [project]]);
  expect(store.getState().draft).toBeNull();
});

test('a pack can be read as files all the same', async () => {
  await handIn(areas, zip);
  await bench.readFound();
  expect(found()).toEqual([]);
  expect(paths()).toEqual(['stadtteile.geojson', 'dorf.zip']);
});

test('what is handed in while the files before are sorted is read after them', async () => {
  let sorted = (): void => {};
  const isSorted = new Promise<void>((resolve) => {
    sorted = resolve;
  });
  desk.sort.mockImplementationOnce(async (files) => {
    await isSorted;
    return { openables: [], files };
  });
  const first = handIn(areas);
  await handIn(residents);
  expect(draft().incoming).toEqual([residents]);
  sorted();
  await first;
  await vi.waitFor(() => expect(paths()).toEqual(['stadtteile.geojson', 'einwohner_2023.csv']));
  expect(draft()).toMatchObject({ incoming: [], problems: [] });
});

test('a recipe without files waits for them, and can be left aside', async () => {
  const recipe = {
    path: 'rezept.json',
    content: new TextEncoder().encode('{"recipe": 1, "title": {"de": "Dorf"}}'),
  };
  await handIn(recipe);
  expect(draft()).toMatchObject({ inspection: null, recipe: { name: 'rezept.json' } });
  bench.leaveOffer();
  expect(draft().recipe).toBeNull();
});
