import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

/** Where the app looks for the catalogue of recipes, relative to its own address. */
export const recipeIndexPath = 'recipes/index.json';

interface Words {
  readonly de: string;
  readonly en: string;
}

type Statement = string | Words;

/** What of a recipe is needed to offer it; the rest is checked where it is replayed. */
interface OfferedRecipe {
  readonly name: string;
  readonly title: Words;
  readonly sources: readonly {
    readonly id: string;
    readonly publisher: Statement;
    readonly licence: Statement;
  }[];
  readonly files: readonly {
    readonly path: string;
    readonly source: string;
    readonly offered?: string | null;
    readonly optional?: boolean;
    readonly from?: { readonly service: string; readonly address: string; readonly layer: string };
  }[];
}

const data = (path: string): string => fileURLToPath(new URL(`../data/${path}`, import.meta.url));
const json = (path: string): unknown => JSON.parse(readFileSync(data(path), 'utf8'));

/** The recipes that go with the app, in the order in which they are offered: their texts below their addresses. */
export function recipeFiles(): ReadonlyMap<string, string> {
  const { recipes } = json('catalogue.json') as {
    readonly recipes: readonly { readonly path: string; readonly title?: Words; readonly what: Words }[];
  };
  const files = new Map<string, string>();
  const entries = recipes.map(({ path, title, what }) => {
    const text = readFileSync(data(path), 'utf8');
    const recipe = JSON.parse(text) as OfferedRecipe;
    const address = `recipes/${recipe.name}.json`;
    if (files.has(address)) throw new Error(`invalid catalogue: two recipes are called ${recipe.name}`);
    files.set(address, text);
    return {
      id: recipe.name,
      path: address,
      title: title ?? recipe.title,
      what,
      files: offeredFiles(recipe),
    };
  });
  return new Map([[recipeIndexPath, `${JSON.stringify({ recipes: entries }, null, 2)}\n`], ...files]);
}

/** Each file once, though a recipe may read several sheets of it. */
function offeredFiles({ files, sources }: OfferedRecipe): readonly unknown[] {
  const byPath = new Map<string, unknown>();
  for (const { path, source, offered = null, optional = false, from } of files) {
    if (byPath.has(path)) continue;
    const { publisher = '', licence = '' } = sources.find(({ id }) => id === source) ?? {};
    byPath.set(path, { path, publisher, licence, offered, optional, ...(from ? { from } : {}) });
  }
  return [...byPath.values()];
}

/** Puts the catalogue beside the app, in the dev server as in `dist/`. */
export function serveRecipes(): Plugin {
  return {
    name: 'quartierlupe-recipes',
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        const path = decodeURIComponent((request.url ?? '').split(/[?#]/, 1)[0] ?? '').replace(/^\//, '');
        const text = path.startsWith('recipes/') ? recipeFiles().get(path) : undefined;
        if (text === undefined) {
          next();
          return;
        }
        response.setHeader('content-type', 'application/json; charset=utf-8');
        response.end(text);
      });
    },
    generateBundle() {
      for (const [fileName, source] of recipeFiles()) this.emitFile({ type: 'asset', fileName, source });
    },
  };
}
