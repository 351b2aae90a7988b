import { plainProfile } from '#disclosure/plainProfile.ts';
import type { DisclosureProfile } from '#disclosure/profile.ts';
import { toldNotes } from '#disclosure/toldNotes.ts';
import { largestFile } from '#import/formats/containers/collectFiles.ts';
import type { LooseFile } from '#import/formats/containers/looseFile.ts';
import type { Fetch } from '#import/formats/services/requests.ts';
import { nameProposals } from '#import/join/nameProposals.ts';
import { ImportSession } from '#import/plan/importSession.ts';
import type { ImportPlan } from '#import/plan/plan.ts';
import { mergePlan, proposePlan } from '#import/plan/proposePlan.ts';
import { buildStudy, readRecipe } from '#import/recipe/buildPack.ts';
import type { Recipe } from '#import/recipe/recipe.ts';
import { renew } from '#import/recipe/renew.ts';
import { type Problem, problem, succeed } from '#model/result.ts';
import type { Study } from '#model/study.ts';
import { guardPreview } from './guarded.ts';
import type { JobContext, Workshop } from './host.ts';
import type { Decisions, ImportFile, ImportJobs, Inspected, OpenedStudy } from './jobs.ts';
import { PlanAnswers } from './planAnswers.ts';
import { readingApart } from './readApart.ts';
import { materialsOf, reopened } from './reopening.ts';
import { createServiceJobs } from './serviceJobs.ts';
import type { Shelf } from './shelf.ts';

export type ImportBench = Pick<Workshop, keyof ImportJobs>;

/** The jobs of an import, with the files they are about. */
export function createImportBench(
  shelf: Pick<Shelf, 'adopt' | 'materials'>,
  fetcher: Fetch = (address, options) => fetch(address, options),
): ImportBench {
  const imports = new Map<string, Import>();
  let begun = 0;

  const importOf = (id: string): Import => {
    const found = imports.get(id);
    if (!found) throw new Error(`invalid import: ${id}`);
    return found;
  };

  const shelve = async (
    { session }: Import,
    { study, recipe }: { readonly study: Study; readonly recipe: Recipe },
    disclosure: DisclosureProfile | null,
    decisions: Decisions | null,
    keep: readonly string[] | undefined,
    { pause }: JobContext,
  ): Promise<OpenedStudy & { readonly recipe: Recipe }> => {
    const materials = materialsOf(recipe, session.files(), decisions);
    return { ...(await shelf.adopt(study, { keep, materials, disclosure, pause })), recipe };
  };

  const bench: ImportBench = {
    async inspect({ import: id, files, without = [], plan }, context) {
      const key = id ?? `import-${begun++}`;
      const one = id === null ? newImport() : importOf(id);
      imports.set(key, one);
      return inTurn(one, async () => {
        const { session } = one;
        const { loose, refused } = await readAll(files, context);
        const undo = session.snapshot();
        try {
          await session.change(loose, without, refused);
          const inspection = await session.inspect(plan, readingApart(context));
          const brought = plan ? mergePlan(plan, inspection, session) : proposePlan(inspection, session);
          const inspected: Inspected = { import: key, inspection, plan: brought };
          return succeed(inspected);
        } catch (error) {
          undo();
          if (id === null) imports.delete(key);
          throw error;
        }
      });
    },

    review({ import: id, plan }, context) {
      const one = importOf(id);
      return inTurn(one, () => one.answers.review(plan, context));
    },

    nameProposals({ import: id, plan, table }) {
      const one = importOf(id);
      return inTurn(one, async () => nameProposals(plan, one.session.inspection, one.session, table));
    },

    smallNumbers({ import: id, plan }, context) {
      const one = importOf(id);
      return inTurn(one, async () => {
        const built = await one.answers.study(named(plan), readingApart(context));
        if (!built.ok) return built;
        const { smallNumbers } = await import('#disclosure/smallNumbers.ts');
        return succeed(smallNumbers(built.value.study));
      });
    },

    guardPlan({ import: id, plan, disclosure }, context) {
      const one = importOf(id);
      return inTurn(one, async () => {
        const built = await one.answers.study(named(plan), readingApart(context));
        if (!built.ok) return built;
        const { study } = built.value;
        const preview = await guardPreview(study, disclosure, context);
        return succeed({ ...preview, variables: study.variables });
      });
    },

    adopt({ import: id, plan, disclosure, answered = [], keep }, context) {
      const one = importOf(id);
      return inTurn(one, async () => {
        const built = await one.answers.study(plan, readingApart(context));
        if (!built.ok) return built;
        const profile = disclosure && plainProfile(disclosure);
        const recipe = { ...built.value.recipe, disclosure: profile };
        const study = { ...built.value.study, disclosure: profile };
        const decisions = { plan, answered };
        return succeed(
          await shelve(one, { study, recipe }, disclosure, decisions, keep, context),
          toldNotes(built.notes, disclosure),
        );
      });
    },

    reopen: ({ study }, context) => reopened(shelf.materials(study), bench.inspect, context),

    renew({ import: id, recipe: given, columns = {} }, context) {
      const one = importOf(id);
      return inTurn(one, async () => {
        const recipe = readRecipe(given, 'recipe.json');
        if (!recipe.ok) return recipe;
        return succeed(
          await renew(recipe.value, one.session.files(), { columns, context: readingApart(context) }),
        );
      });
    },

    replay({ import: id, recipe: given, disclosure, keep }, context) {
      const one = importOf(id);
      return inTurn(one, async () => {
        const recipe = readRecipe(given, 'recipe.json');
        if (!recipe.ok) return recipe;
        const built = await buildStudy(recipe.value, one.session.source(), readingApart(context));
        if (!built.ok) return built;
        const made = { study: built.value.study, recipe: recipe.value };
        return succeed(
          await shelve(one, made, disclosure, null, keep, context),
          toldNotes(built.notes, disclosure),
        );
      });
    },

    importFiles({ import: id }) {
      return importOf(id).session.loose.map(({ path, bytes }) => ({ path, content: bytes }));
    },

    forget({ import: id }) {
      imports.delete(id);
      return null;
    },

    ...createServiceJobs((input, context) => bench.inspect(input, context), fetcher),
  };
  return bench;
}

/** Names are only asked for in the last step, and no figure depends on them. */
function named(plan: ImportPlan): ImportPlan {
  const { title, source } = plan;
  const or = (text: string): string => (text.trim() === '' ? '–' : text);
  return { ...plan, title: or(title), source: { ...source, publisher: or(source.publisher) } };
}

interface Import {
  readonly session: ImportSession;
  readonly answers: PlanAnswers;
  /** Jobs about one import follow each other: the second of two must not see the first half done. */
  queue: Promise<unknown>;
}

function newImport(): Import {
  const session = new ImportSession();
  return { session, answers: new PlanAnswers(session), queue: Promise.resolve() };
}

function inTurn<T>(one: Import, work: () => Promise<T>): Promise<T> {
  const turn = one.queue.then(work, work);
  one.queue = turn.catch(() => undefined);
  return turn;
}

/** What is larger than can be read is not even taken into memory. */
async function readAll(
  files: readonly ImportFile[],
  context: JobContext,
): Promise<{ readonly loose: readonly LooseFile[]; readonly refused: readonly Problem[] }> {
  const loose: LooseFile[] = [];
  const refused: Problem[] = [];
  for (const [i, { path, content }] of files.entries()) {
    await context.pause(i, files.length * 100);
    const where = { file: path };
    if (content instanceof Uint8Array) loose.push({ path, bytes: content });
    else if (content.size > largestFile) {
      refused.push(problem('file-too-large', { megabytes: largestFile / 1048576 }, where));
    } else {
      try {
        loose.push({ path, bytes: new Uint8Array(await content.arrayBuffer()) });
      } catch (error) {
        const reason = error instanceof Error ? error.message : String(error);
        refused.push(problem('file-unreadable', { reason }, where));
      }
    }
  }
  return { loose, refused };
}
