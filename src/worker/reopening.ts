import type { FormatFile } from '#import/formats/driver.ts';
import type { PackFile } from '#import/pack/sources/fromFiles.ts';
import type { Recipe } from '#import/recipe/recipe.ts';
import { fail, problem, succeed } from '#model/result.ts';
import type { JobContext, Workshop } from './host.ts';
import type { Decisions, JobOutput } from './jobs.ts';
import type { Materials } from './shelf.ts';

/** Files nothing was taken from are kept for later up to this size in all, as they stay in memory with the study. */
const asideBytes = 64 * 1024 * 1024;

/** What a study was made of, with what its import needs to be opened again. */
export function materialsOf(
  recipe: Recipe,
  files: readonly FormatFile[],
  decisions: Decisions | null,
): Materials {
  const named = new Set(recipe.files.map(({ path }) => path));
  const used = files.filter(({ path }) => named.has(path)).flatMap(withCompanions);
  const aside: PackFile[] = [];
  const left: string[] = [];
  let room = asideBytes;
  for (const file of files.filter(({ path }) => !named.has(path))) {
    const parts = withCompanions(file);
    const size = parts.reduce((sum, { bytes }) => sum + bytes.length, 0);
    if (size > room) left.push(file.path);
    else {
      aside.push(...parts);
      room -= size;
    }
  }
  return { recipe, files: async () => used, made: decisions && { decisions, aside, left } };
}

/** With what belongs to a file, under the paths a recipe names them by. */
function withCompanions({ path, bytes, companions }: FormatFile): readonly PackFile[] {
  return [
    { path, bytes },
    ...[...companions].map(([extension, companion]) => ({
      path: path.replace(/\.[^./]*$/, `.${extension}`),
      bytes: companion,
    })),
  ];
}

/** The import of a study, begun again. */
export async function reopened(
  materials: Materials | null,
  inspect: Workshop['inspect'],
  context: JobContext,
): Promise<JobOutput<'reopen'>> {
  if (!materials?.recipe) return fail(problem('import-not-kept', {}));
  const { recipe, made } = materials;
  const files = [...(await materials.files()), ...(made?.aside ?? [])].map(({ path, bytes }) => ({
    path,
    content: bytes,
  }));
  const plan = made?.decisions.plan ?? null;
  const inspected = await inspect({ import: null, files, plan }, context);
  if (!inspected.ok) return inspected;
  const answered = made?.decisions.answered ?? [];
  const left = (made?.left ?? []).map((file) => problem('import-file-left', {}, { file }));
  return succeed({ ...inspected.value, answered, recipe: plan ? null : recipe }, [
    ...left,
    ...inspected.notes,
  ]);
}
