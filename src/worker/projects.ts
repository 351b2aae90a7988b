import { toldNotes } from '#disclosure/toldNotes.ts';
import type { ReadContext } from '#import/formats/driver.ts';
import { openPack } from '#import/pack/openPack.ts';
import { fromFiles, type PackFile } from '#import/pack/sources/fromFiles.ts';
import { buildStudy } from '#import/recipe/buildPack.ts';
import type { Recipe } from '#import/recipe/recipe.ts';
import type { Problem, Result } from '#model/result.ts';
import { succeed } from '#model/result.ts';
import type { Study } from '#model/study.ts';
import { matchFiles, readProject } from '#project/readProject.ts';
import { writeProject } from '#project/writeProject.ts';
import type { Workshop } from './host.ts';
import type { ImportFile, ProjectJobs } from './jobs.ts';
import { readingApart } from './readApart.ts';
import type { Materials, Shelf } from './shelf.ts';

export type ProjectBench = Pick<Workshop, keyof ProjectJobs>;

/** The jobs of a project file. */
export function createProjectBench(shelf: Shelf): ProjectBench {
  return {
    async saveProject({ study: key, settings, withData }) {
      const { id, title } = shelf.study(key);
      const materials = shelf.materials(key);
      if (!materials) throw new Error(`invalid study: nothing known of the files of ${key}`);
      const description = { ...settings, city: id, title, recipe: materials.recipe };
      return writeProject(description, await materials.files(), withData);
    },

    madeBy: ({ study }) => shelf.materials(study)?.made ?? null,

    async openProject({ name, content, files, made: kept = null, keep }, { pause }) {
      const read = await readProject(await bytesOf(content), name);
      if (!read.ok) return read;
      const { project } = read.value;
      const { files: found, missing, notes } = await completed(read.value, files);
      if (missing.length > 0) return succeed({ kind: 'wanting', project, missing }, notes);
      const made = await makeStudy(project.recipe, found, name, readingApart({ pause }));
      if (!made.ok) return made;
      const materials: Materials = { recipe: project.recipe, files: async () => found, made: kept };
      const opened = await shelf.adopt(made.value, {
        keep,
        materials,
        disclosure: project.disclosure,
        pause,
      });
      return succeed({ kind: 'opened', project, opened }, [
        ...notes,
        ...toldNotes(made.notes, project.disclosure),
      ]);
    },
  };
}

async function completed(
  read: { readonly project: Parameters<typeof matchFiles>[0]; readonly files: readonly PackFile[] },
  offered: readonly ImportFile[],
): Promise<{
  readonly files: readonly PackFile[];
  readonly missing: Awaited<ReturnType<typeof matchFiles>>['missing'];
  readonly notes: readonly Problem[];
}> {
  if (read.project.data === 'inside') return { files: read.files, missing: [], notes: [] };
  const bytes: PackFile[] = [];
  for (const { path, content } of offered) bytes.push({ path, bytes: await bytesOf(content) });
  return matchFiles(read.project, bytes);
}

async function makeStudy(
  recipe: Recipe | null,
  files: readonly PackFile[],
  name: string,
  context: ReadContext,
): Promise<Result<Study>> {
  if (!recipe) return openPack(fromFiles(files, name));
  const built = await buildStudy(recipe, fromFiles(files, name), context);
  return built.ok ? succeed(built.value.study, built.notes) : built;
}

export async function bytesOf(content: Uint8Array | Blob): Promise<Uint8Array> {
  return content instanceof Uint8Array ? content : new Uint8Array(await content.arrayBuffer());
}
