import { createReadStream, existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { extname, join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

/** Where the app looks for the list of packs, relative to its own address. */
export const packIndexPath = 'packs/index.json';

export interface PackEntry {
  readonly id: string;
  readonly path: string;
  /** As the descriptor names the city; the id where it does not. */
  readonly title?: string;
}

/** The title in a pack's descriptor. */
export function packTitle(folder: string): string | undefined {
  const file = join(folder, 'datapackage.json');
  if (!existsSync(file)) return undefined;
  const { title } = JSON.parse(readFileSync(file, 'utf8')) as { title?: unknown };
  return typeof title === 'string' ? title : undefined;
}

const embedded: readonly PackEntry[] = [{ id: 'musterstadt', path: 'packs/musterstadt/' }];
const folderOf = (id: string): string => fileURLToPath(new URL(`../data/${id}`, import.meta.url));
const types: Readonly<Record<string, string>> = {
  '.json': 'application/json; charset=utf-8',
  '.geojson': 'application/geo+json; charset=utf-8',
  '.topojson': 'application/json; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
};

/** What a browser reads of a pack: its descriptor, tables and geometries, neither generator nor README. */
export function packFiles(folder: string): string[] {
  if (!existsSync(join(folder, 'datapackage.json'))) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => {
      const isCode = path.split(sep).some((part) => part === 'generator' || part === 'node_modules');
      return !isCode && Object.hasOwn(types, extname(path)) && statSync(join(folder, path)).isFile();
    })
    .map((path) => path.split(sep).join('/'))
    .sort();
}

const titled = (packs: readonly PackEntry[]): PackEntry[] =>
  packs.map((pack) => ({ ...pack, title: packTitle(folderOf(pack.id)) }));

export function packIndex(packs: readonly PackEntry[]): string {
  return `${JSON.stringify({ packs }, null, 2)}\n`;
}

/** Puts the embedded packs beside the app, in the dev server as in `dist/`. */
export function servePacks(): Plugin {
  return {
    name: 'quartierlupe-packs',
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        const path = decodeURIComponent((request.url ?? '').split(/[?#]/, 1)[0] ?? '').replace(/^\//, '');
        if (path === packIndexPath) {
          response.setHeader('content-type', types['.json'] ?? '');
          response.end(packIndex(titled(embedded)));
          return;
        }
        const pack = embedded.find((entry) => path.startsWith(entry.path));
        if (!pack) {
          next();
          return;
        }
        const folder = folderOf(pack.id);
        const wanted = path.slice(pack.path.length);
        // Only names from the list are opened, so no path can leave the folder.
        const file = packFiles(folder).find((name) => name === wanted);
        if (!file) {
          response.statusCode = 404;
          response.end(`not in pack ${pack.id}: ${wanted}\n`);
          return;
        }
        response.setHeader('content-type', types[extname(file)] ?? '');
        createReadStream(join(folder, file)).pipe(response);
      });
    },
    generateBundle() {
      for (const pack of embedded) {
        const folder = folderOf(pack.id);
        const files = packFiles(folder);
        if (files.length === 0) {
          this.warn(`no pack in data/${pack.id}: build it with npm run data:${pack.id}`);
        }
        for (const file of files) {
          this.emitFile({
            type: 'asset',
            fileName: `${pack.path}${file}`,
            source: readFileSync(join(folder, file)),
          });
        }
      }
      this.emitFile({ type: 'asset', fileName: packIndexPath, source: packIndex(titled(embedded)) });
    },
  };
}
