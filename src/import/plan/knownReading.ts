import { type Problem, type Result, succeed } from '#model/result.ts';
import type { FileContents, FormatFile, FormatId, ReadChoices } from '../formats/driver.ts';
import type { ReadFile } from '../formats/readFile.ts';
import type { FileDecision } from './plan.ts';

interface Reading {
  readonly file: FormatFile;
  /** The `FileDecision` it was read with, as JSON. */
  readonly decision: string;
  readonly format: FormatId | null;
  readonly contents: FileContents | null;
  readonly notes: readonly Problem[];
}

/** What was read of a file, if reading it with these choices gave the same. */
export function knownReading(
  readings: Iterable<Reading>,
  file: FormatFile,
  choices: ReadChoices,
): Result<ReadFile> | null {
  for (const reading of readings) {
    const { format, contents, notes } = reading;
    if (format && contents && isUnchanged(reading.file, file) && isReadSo(reading, contents, choices))
      return succeed({ format, contents }, notes);
  }
  return null;
}

/** The very same bytes: looking at every one would take as long as reading some formats. */
function isUnchanged(one: FormatFile, other: FormatFile): boolean {
  return (
    one.bytes === other.bytes &&
    one.companions.size === other.companions.size &&
    [...one.companions].every(([extension, bytes]) => bytes === other.companions.get(extension))
  );
}

/** Was a file read as a recipe says: by the same evidence, or with what evidence had found? */
function isReadSo(
  { decision }: Reading,
  { encoding, delimiter }: FileContents,
  choices: ReadChoices,
): boolean {
  const said = JSON.parse(decision) as FileDecision;
  return (
    (choices.encoding === said.encoding || choices.encoding === encoding?.encoding) &&
    (choices.delimiter === said.delimiter || choices.delimiter === (delimiter ?? undefined))
  );
}
