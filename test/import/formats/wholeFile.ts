import type { FileContents, FormatFile, ReadChoices, ReadContext, Sheet } from '#import/formats/driver.ts';
import { type ReadFile, readFile } from '#import/formats/readFile.ts';
import type { Problem, Result } from '#model/result.ts';

/** Nobody waits and nobody cancels. */
export const calm: ReadContext = { pause: async () => {} };

export function fileOf(path: string, content: string | Uint8Array): FormatFile {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  return { path, bytes, companions: new Map() };
}

export function read(
  path: string,
  content: string | Uint8Array,
  choices: ReadChoices = {},
): Promise<Result<ReadFile>> {
  return readFile(fileOf(path, content), choices, calm);
}

/** Contents of a file that is read without a problem. */
export async function contentsOf(
  path: string,
  content: string | Uint8Array,
  choices: ReadChoices = {},
): Promise<FileContents & { readonly notes: readonly Problem[] }> {
  const result = await read(path, content, choices);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return { ...result.value.contents, notes: result.notes };
}

export async function sheetOf(
  path: string,
  content: string | Uint8Array,
  choices: ReadChoices = {},
): Promise<Sheet> {
  const { sheets } = await contentsOf(path, content, choices);
  if (sheets.length !== 1 || !sheets[0]) throw new Error(`${sheets.length} sheets`);
  return sheets[0];
}

/** Codes of the problems of a file that is not read. */
export async function refusalOf(path: string, content: string | Uint8Array): Promise<readonly string[]> {
  const result = await read(path, content);
  if (result.ok) throw new Error(`read as ${result.value.format}`);
  return result.problems.map(({ code }) => code);
}
