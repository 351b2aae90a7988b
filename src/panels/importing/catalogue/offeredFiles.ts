import type { Inspection } from '#import/inspect/inspection.ts';
import type { Renewal } from '#import/recipe/renewal.ts';
import type { OfferedFile, RecipeOffer } from '#state/offer.ts';

export interface FileState {
  readonly file: OfferedFile;
  /** The file that takes its place; null: not there yet. */
  readonly now: string | null;
}

/** Which files of a recipe are there, those wanting first: as the recipe was found to fit, or by their names as long as it was not tried. */
export function offeredFiles(
  { files }: RecipeOffer,
  renewal: Renewal | null,
  inspection: Inspection | null,
): readonly FileState[] {
  const given = new Set(inspection?.files.map(({ path }) => path));
  const states = files.map((file): FileState => {
    const named = given.has(file.path) ? file.path : null;
    const fitting = renewal?.files.find(({ before, now }) => before === file.path && now !== null);
    return { file, now: renewal ? (fitting?.now ?? null) : named };
  });
  const rank = ({ file, now }: FileState): number => (now !== null ? 2 : file.optional ? 1 : 0);
  return states.sort((a, b) => rank(a) - rank(b));
}
