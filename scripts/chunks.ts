import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

/** What Vite notes of each chunk in `dist/.vite/manifest.json`. */
interface Chunk {
  readonly file: string;
  readonly isEntry?: boolean;
  readonly imports?: readonly string[];
  readonly dynamicImports?: readonly string[];
  readonly css?: readonly string[];
  readonly assets?: readonly string[];
}
export type Manifest = Readonly<Record<string, Chunk>>;

/**
 * Loaded when somebody imports, keeps, exports or hides something, meets a problem or switches to English: not needed to see
 * the map.
 */
const onDemand =
  /^src\/(export\/|import\/|project\/|disclosure\/|panels\/(importing|disclosure)\/|i18n\/(en\/|de\/later)|app\/(importing\/|keeping\/|save)|worker\/(importing|projects)\.)/;

/** The page, and the worker that answers it. The third entry, `reader.ts`, reads large files of an import. */
const page = /\.html$/;
const worker = /^src\/worker\/main\.ts$/;

/** deck.gl: loaded when schools or kitas are first put on the map. */
const institutions = /^src\/map\/circleOverlay\.ts$/;

/** Code and style sheets the browser fetches before it can paint: the page's entry and what it imports statically. */
export function firstPaintFiles(manifest: Manifest): string[] {
  return filesOf(
    manifest,
    reach(manifest, [page], () => false),
  );
}

/**
 * Everything for the map view as it opens: first paint, map, charts and panels of all tasks, and the workers with all
 * their parts. An upper bound, since some of these chunks wait for a click.
 */
export function mapViewFiles(manifest: Manifest, dist: string): string[] {
  return filesWithWorkers(manifest, dist, (key) => !onDemand.test(key) && !institutions.test(key));
}

/** As `mapViewFiles`, with what the circles of institutions need on top. */
export function wholeMapFiles(manifest: Manifest, dist: string): string[] {
  return filesWithWorkers(manifest, dist, (key) => !onDemand.test(key));
}

function filesWithWorkers(manifest: Manifest, dist: string, follows: (key: string) => boolean): string[] {
  const chunks = reach(manifest, [page, worker], follows);
  const files = new Set(filesOf(manifest, chunks));
  for (const key of chunks) {
    for (const asset of manifest[key]?.assets ?? []) if (isCode(asset)) addWorker(asset, dist, files);
  }
  return [...files].sort();
}

function reach(manifest: Manifest, from: readonly RegExp[], follows: (key: string) => boolean): Set<string> {
  const reached = new Set<string>();
  const entries = Object.keys(manifest).filter((key) => manifest[key]?.isEntry);
  const queue = from.map((wanted) => {
    const entry = entries.find((key) => wanted.test(key));
    // A size without the worker would look like a gain.
    if (entry === undefined) throw new Error(`no entry in the manifest: ${wanted}`);
    return entry;
  });
  for (let key = queue.pop(); key !== undefined; key = queue.pop()) {
    if (reached.has(key)) continue;
    reached.add(key);
    const chunk = manifest[key];
    if (!chunk) throw new Error(`not in the manifest: ${key}`);
    queue.push(...(chunk.imports ?? []), ...(chunk.dynamicImports ?? []).filter(follows));
  }
  return reached;
}

function filesOf(manifest: Manifest, keys: ReadonlySet<string>): string[] {
  const files = new Set<string>();
  for (const key of keys) {
    const chunk = manifest[key];
    for (const file of [chunk?.file ?? '', ...(chunk?.css ?? [])]) if (isCode(file)) files.add(file);
  }
  return [...files].sort();
}

/** MapLibre's worker is built apart and is not in the manifest: follow the names of its parts in its code. */
function addWorker(file: string, dist: string, files: Set<string>): void {
  if (files.has(file) || !existsSync(join(dist, file))) return;
  files.add(file);
  const code = readFileSync(join(dist, file), 'utf8');
  for (const [, part = ''] of code.matchAll(/["'`]\.{0,2}\/?([\w./-]+\.m?js)["'`]/g)) {
    addWorker(`assets/${basename(part)}`, dist, files);
  }
}

function isCode(file: string): boolean {
  return /\.(m?js|css)$/.test(file);
}
