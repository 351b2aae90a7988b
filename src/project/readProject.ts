import * as v from 'valibot';
import { schemaProblems } from '#import/pack/openPack.ts';
import type { PackFile } from '#import/pack/sources/fromFiles.ts';
import { unzipFiles } from '#import/pack/sources/fromZip.ts';
import { fail, type Problem, problem, type Result, succeed } from '#model/result.ts';
import { checksum } from './checksum.ts';
import { dataFolder, type Project, type ProjectFile, projectEntry, projectSchema } from './projectFile.ts';

export interface OpenedProject {
  readonly project: Project;
  /** Data that lie inside and are what the description says they are. */
  readonly files: readonly PackFile[];
}

/** The description and the data of a project file, or what is wrong with it. Never throws on what the file contains. */
export async function readProject(bytes: Uint8Array, name: string): Promise<Result<OpenedProject>> {
  const unzipped = await unzipFiles(bytes, name);
  if (!unzipped.ok) return unzipped;
  const entry = unzipped.value.find(({ path }) => path === projectEntry);
  if (!entry) return fail(problem('project-without-description', { entry: projectEntry }, { file: name }));
  const described = describe(entry.bytes, name);
  if (!described.ok) return described;
  const project = described.value;
  const inside = unzipped.value
    .filter(({ path }) => path.startsWith(dataFolder))
    .map((file) => ({ ...file, path: file.path.slice(dataFolder.length) }));
  if (project.data === 'outside') return succeed({ project, files: [] });
  const matched = await matchFiles(project, inside);
  const problems = matched.missing.map(({ path }) =>
    problem(
      inside.some((file) => file.path === path) ? 'project-data-changed' : 'project-data-missing',
      { path },
      { file: name },
    ),
  );
  return problems.length > 0 ? fail(...problems) : succeed({ project, files: matched.files });
}

function describe(bytes: Uint8Array, name: string): Result<Project> {
  const where = { file: `${name}/${projectEntry}` };
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (error) {
    return fail(problem('project-invalid', { reason: reasonOf(error) }, where));
  }
  const newer = versionOf(value);
  if (newer > 1) return fail(problem('project-newer', { version: String(newer) }, where));
  const checked = v.safeParse(projectSchema, value);
  return checked.success ? succeed(checked.output) : fail(...schemaProblems(checked.issues, where.file));
}

function versionOf(value: unknown): number {
  const version = (value as { version?: unknown } | null)?.version;
  return typeof version === 'number' ? version : NaN;
}

export interface FileMatching {
  /** Under the paths the project knows them by. */
  readonly files: readonly PackFile[];
  readonly missing: readonly ProjectFile[];
  /** Files of the right name with other contents. */
  readonly notes: readonly Problem[];
}

/** Finds the data of a project among files, by their contents: names may have changed. */
export async function matchFiles(project: Project, offered: readonly PackFile[]): Promise<FileMatching> {
  const bySum = new Map<string, PackFile>();
  const sizes = new Set(project.files.map((file) => file.bytes));
  for (const file of offered) {
    if (sizes.has(file.bytes.length)) bySum.set(await checksum(file.bytes), file);
  }
  const files: PackFile[] = [];
  const missing: ProjectFile[] = [];
  const notes: Problem[] = [];
  for (const wanted of project.files) {
    const found = bySum.get(wanted.sha256);
    if (found) {
      files.push({ path: wanted.path, bytes: found.bytes });
      continue;
    }
    missing.push(wanted);
    const namesake = offered.find(({ path }) => baseName(path) === baseName(wanted.path));
    if (namesake) notes.push(problem('project-file-differs', {}, { file: namesake.path }));
  }
  return { files, missing, notes };
}

function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
