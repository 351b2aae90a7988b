import type { ImportFile } from '#worker/jobs.ts';

/** A recipe is a small file: nothing larger is read here to find out. */
const largest = 4_000_000;

export interface Sorted {
  readonly recipe: { readonly name: string; readonly value: unknown } | null;
  /** All other files. */
  readonly files: readonly ImportFile[];
}

/** Takes the recipe out of what was handed in; of several the first. */
export async function readRecipeFile(incoming: readonly ImportFile[]): Promise<Sorted> {
  let recipe: Sorted['recipe'] = null;
  const files: ImportFile[] = [];
  for (const file of incoming) {
    const value: unknown = recipe ? null : await recipeIn(file);
    if (value === null) files.push(file);
    else recipe = { name: file.path, value };
  }
  return { recipe, files };
}

async function recipeIn({ path, content }: ImportFile): Promise<unknown> {
  if (!/\.json$/i.test(path)) return null;
  const size = content instanceof Blob ? content.size : content.byteLength;
  if (size > largest) return null;
  const text = content instanceof Blob ? await content.text() : new TextDecoder().decode(content);
  // Most JSON files are maps: parsing all of them would take long.
  if (!/"recipe"\s*:\s*\d/.test(text.slice(0, 2000))) return null;
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && 'recipe' in value ? value : null;
  } catch {
    return null;
  }
}
