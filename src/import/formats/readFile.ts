import { problem, type Result } from '#model/result.ts';
import type { FileContents, FormatFile, FormatId, ReadChoices, ReadContext } from './driver.ts';
import { recognise, unrecognised } from './recognise.ts';

export interface ReadFile {
  readonly format: FormatId;
  readonly contents: FileContents;
}

/** Smaller files are read before another place to read them could be set up. */
const smallestApart = 1024 * 1024;

/** Reads one file by what it is, whatever its name ends in. Only cancelling (`context.pause` throwing) is thrown. */
export async function readFile(
  file: FormatFile,
  choices: ReadChoices,
  context: ReadContext,
): Promise<Result<ReadFile>> {
  const where = { file: file.path };
  if (file.bytes.length === 0) return { ok: false, problems: [problem('file-empty', {}, where)] };
  const driver = recognise(file);
  if (!driver) return { ok: false, problems: [unrecognised(file)] };
  const cancelling: { error: unknown }[] = [];
  const watched: ReadContext = {
    async pause(done, of) {
      try {
        await context.pause(done, of);
      } catch (error) {
        cancelling.push({ error });
        throw error;
      }
    },
  };
  const isApart = driver.blocks && file.bytes.length >= smallestApart;
  try {
    const apart = isApart ? context.apart?.(driver.id, file, choices, watched) : null;
    const read = await (apart ?? driver.read(file, choices, watched));
    if (!read.ok) return read;
    return { ok: true, value: { format: driver.id, contents: read.value }, notes: read.notes };
  } catch (error) {
    if (cancelling.some((one) => one.error === error)) throw error;
    // A library met something its authors did not think of: the file is broken, not the import.
    const reason = error instanceof Error ? error.message : String(error);
    return { ok: false, problems: [problem('file-unreadable', { reason }, where)] };
  }
}
