import { dirname, resolve } from 'node:path';
import type { Plugin } from 'vite';

const startOfWorker = /new URL\('(\.\/\w+\.ts)', import\.meta\.url\)/g;

/** Runs in every thread that imports something later, and takes for granted that it is the page. */
const preloadHelper = '\0vite/preload-helper.js';
/** What Vite's helper says of the page, and what holds in a worker, too: no link to preload by, another global object. */
const onAnyThread: readonly (readonly [string, string])[] = [
  ['deps && deps.length > 0', 'deps && deps.length > 0 && typeof document !== "undefined"'],
  ['window.dispatchEvent(', 'globalThis.dispatchEvent('],
];

/**
 * Builds our workers in one go with the page. Vite builds each worker apart, with its own copy of all that the page has,
 * too (catalogue of indices, profiles, model, schemas): 24 kB gzip of the map view came twice. As entries of the one
 * build they share chunks, and the browser has fetched them when the worker asks.
 */
export function sharedWorkers(): Plugin {
  return {
    name: 'quartierlupe:shared-workers',
    apply: 'build',
    enforce: 'pre',
    transform(code, id) {
      if (id === preloadHelper) return { code: onAnyThread.reduce(replaced, code), map: null };
      if (!/\/src\/worker\/\w+\.ts$/.test(id)) return null;
      const linked = code.replace(startOfWorker, (_all, path: string) => {
        const chunk = this.emitFile({ type: 'chunk', id: resolve(dirname(id), path) });
        return `import.meta.ROLLUP_FILE_URL_${chunk}`;
      });
      return linked === code ? null : { code: linked, map: null };
    },
  };
}

function replaced(code: string, [part, other]: readonly [string, string]): string {
  if (!code.includes(part)) throw new Error(`invalid preload helper of Vite: nowhere “${part}”`);
  return code.replaceAll(part, other);
}
