import type {
  FileContents,
  FormatFile,
  FormatId,
  RawLayer,
  ReadChoices,
  ReadContext,
  Sheet,
} from '#import/formats/driver.ts';
import type { RawFeature } from '#import/formats/feature.ts';
import type { Result } from '#model/result.ts';

/** To the reader: what to read. */
export interface ReadTask {
  readonly format: FormatId;
  readonly file: FormatFile;
  readonly choices: ReadChoices;
}

/** From the reader. Rows and features come in parts: taking in all of them at once would block as reading does. */
export type FromReader =
  | { readonly kind: 'progress'; readonly done: number; readonly of: number }
  | { readonly kind: 'rows'; readonly sheet: number; readonly rows: Sheet['rows'] }
  | { readonly kind: 'features'; readonly layer: number; readonly features: readonly RawFeature[] }
  | { readonly kind: 'done'; readonly result: Result<FileContents> }
  | { readonly kind: 'failed'; readonly message: string };

/** Milliseconds between two looks at whether it was cancelled. */
const patience = 50;

/**
 * Reads a file in a worker of its own, which is ended as soon as nobody waits for it: a library that works through a
 * large workbook in one go keeps neither cancelling nor other jobs waiting. Null where there are no workers.
 */
export function readApart(
  format: FormatId,
  file: FormatFile,
  choices: ReadChoices,
  context: ReadContext,
): Promise<Result<FileContents>> | null {
  if (typeof Worker === 'undefined') return null;
  return readIn(
    new Worker(new URL('./reader.ts', import.meta.url), { type: 'module', name: 'quartierlupe-reader' }),
    { format, file, choices },
    context,
  );
}

/** Files are read so also where they are read anew: for a recipe, or otherwise than before. */
export function readingApart({ pause }: Pick<ReadContext, 'pause'>): ReadContext {
  return { pause, apart: readApart };
}

async function readIn(worker: Worker, task: ReadTask, context: ReadContext): Promise<Result<FileContents>> {
  const rows: Sheet['rows'][number][][] = [];
  const features: RawFeature[][] = [];
  const at = { done: 0, of: 1 };
  let isOver = false;
  const result = new Promise<Result<FileContents>>((resolve, reject) => {
    worker.addEventListener('message', ({ data }: MessageEvent<FromReader>) => {
      if (data.kind === 'progress') Object.assign(at, data);
      else if (data.kind === 'rows') append(rows, data.sheet, data.rows);
      else if (data.kind === 'features') append(features, data.layer, data.features);
      else if (data.kind === 'done') resolve(data.result);
      else reject(new Error(data.message));
    });
    // Also when it ran out of memory.
    worker.addEventListener('error', (event) => reject(new Error(event.message || 'reader not started')));
  }).finally(() => {
    isOver = true;
  });
  result.catch(() => undefined);
  try {
    worker.postMessage(task);
    while (!isOver) {
      await Promise.race([result, later(patience)]);
      if (!isOver) await context.pause(at.done, at.of);
    }
    const read = await result;
    if (!read.ok) return read;
    const { sheets, layers } = read.value;
    const whole: FileContents = {
      ...read.value,
      sheets: sheets.map((sheet, i): Sheet => ({ ...sheet, rows: rows[i] ?? [] })),
      layers: layers.map((layer, i): RawLayer => ({ ...layer, features: features[i] ?? [] })),
    };
    return { ...read, value: whole };
  } finally {
    worker.terminate();
  }
}

function append<T>(parts: T[][], at: number, more: readonly T[]): void {
  const known = parts[at] ?? [];
  parts[at] = known;
  for (const one of more) known.push(one);
}

function later(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
