import { writeFile } from 'node:fs/promises';
import { type Words, wordsOf } from '#i18n/i18n.ts';
import { describeProblem } from '#i18n/problemText.ts';
import { collectFiles } from '#import/formats/containers/collectFiles.ts';
import type { FileSource } from '#import/pack/source.ts';
import { differenceProblem } from '#import/recipe/differenceProblem.ts';
import type { Recipe } from '#import/recipe/recipe.ts';
import { renew } from '#import/recipe/renew.ts';
import type { Renewal } from '#import/recipe/renewal.ts';
import { statedIn } from '#model/text.ts';
import type { Io } from './command.ts';
import { systemReason } from './readBytes.ts';
import { readFolder } from './readFolder.ts';

const words = wordsOf('de');

export interface RenewCall {
  readonly folder: string;
  /** The files of before; null: not there. */
  readonly old: FileSource | null;
  readonly year: number | null;
  /** File for the new recipe; null: only said. */
  readonly write: string | null;
}

/** Says how a recipe fits new files and writes it anew; null when it does not fit. */
export async function renewFrom(recipe: Recipe, call: RenewCall, io: Io): Promise<Recipe | null> {
  const { folder, old, year, write } = call;
  let found: Awaited<ReturnType<typeof readFolder>>;
  try {
    found = await readFolder(folder);
  } catch (error) {
    io.err(words.t('cli.pack-no-folder', { path: folder, reason: systemReason(error) }));
    return null;
  }
  const { files, problems } = await collectFiles(found.files);
  for (const path of found.tooLarge) io.err(words.t('cli.pack-too-large', { path }));
  // What the recipe does not need may be as broken as it likes: it is said, no more.
  for (const problem of problems) io.err(`  ${describeProblem(words, problem)}`);
  const renewal = await renew(recipe, files, { old, year });
  for (const line of report(recipe, renewal, words)) io.out(line);
  if (renewal.problems.length > 0) {
    io.err(words.t('cli.pack-renew-refused', { n: renewal.problems.length }));
    for (const problem of renewal.problems) io.err(`  ${describeProblem(words, problem)}`);
    return null;
  }
  if (write === null) return renewal.recipe;
  try {
    await writeFile(write, `${JSON.stringify(renewal.recipe, null, 2)}\n`);
  } catch (error) {
    io.err(words.t('cli.pack-not-written', { path: write, reason: systemReason(error) }));
    return null;
  }
  io.err(words.t('cli.pack-renew-written', { path: write }));
  return renewal.recipe;
}

/** Which file came in whose place, and what is not as it was. */
function report(recipe: Recipe, renewal: Renewal, { t }: Words): readonly string[] {
  const names = new Map(recipe.variables.map(({ id, name }) => [id, name]));
  const renewed = renewal.files.filter(
    ({ before, now, year }) => now !== null && (now !== before || isNew(year)),
  );
  const lines = renewed.map(({ before, now, year }) => {
    const params = { before, now: now ?? '', year: String(year) };
    return year === null ? t('cli.pack-renew-file', params) : t('cli.pack-renew-file-year', params);
  });
  if (lines.length === 0) lines.push(t('cli.pack-renew-nothing'));
  for (const { id, publisher, title, date } of renewal.sources) {
    const [named, by, before, now] = [title.before, publisher, date.before, date.now].map((one) =>
      statedIn(one, 'de'),
    );
    const params = { source: named || by || id, before: before ?? '', now: now ?? '' };
    if (before || now) lines.push(t('cli.pack-renew-source', params));
  }
  const said = renewal.differences.map((difference) =>
    describeProblem(
      words,
      differenceProblem(difference, (id) => names.get(id) ?? id),
    ),
  );
  lines.push(
    said.length === 0 ? t('cli.pack-renew-same') : t('cli.pack-renew-differences', { n: said.length }),
  );
  return [...lines, ...said.map((line) => `  ${line}`)];

  function isNew(year: number | null): boolean {
    return year !== null && !recipe.tables.some(({ parts }) => parts.some((part) => part.year === year));
  }
}
