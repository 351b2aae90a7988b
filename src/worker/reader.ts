import { drivers } from '#import/formats/catalog.ts';
import type { FileContents, RawLayer, Sheet } from '#import/formats/driver.ts';
import type { Result } from '#model/result.ts';
import type { FromReader, ReadTask } from './readApart.ts';

// The far side of `readApart`: a worker that reads one file and is ended by whoever started it.
const scope = self as unknown as DedicatedWorkerGlobalScope;
const post = (message: FromReader): void => scope.postMessage(message);

scope.addEventListener('message', ({ data }: MessageEvent<ReadTask>) => {
  read(data).then(send, (error: unknown) =>
    post({ kind: 'failed', message: error instanceof Error ? error.message : String(error) }),
  );
});

async function read({ format, file, choices }: ReadTask): Promise<Result<FileContents>> {
  const driver = drivers.find(({ id }) => id === format);
  if (!driver) throw new Error(`invalid format: ${format}`);
  return driver.read(file, choices, {
    pause: async (done, of) => post({ kind: 'progress', done, of }),
  });
}

/** Cells and corners are counted roughly: a part is to be taken in within a few milliseconds. */
const rowsAtOnce = 5_000;
const cellsAtOnce = 100_000;
const featuresAtOnce = 200;

function send(result: Result<FileContents>): void {
  if (!result.ok) {
    post({ kind: 'done', result });
    return;
  }
  const { sheets, layers } = result.value;
  sheets.forEach(({ rows }, sheet) => {
    let start = 0;
    let cells = 0;
    rows.forEach((row, r) => {
      cells += row.length;
      if (cells < cellsAtOnce && r + 1 - start < rowsAtOnce && r + 1 < rows.length) return;
      post({ kind: 'rows', sheet, rows: rows.slice(start, r + 1) });
      start = r + 1;
      cells = 0;
    });
  });
  layers.forEach(({ features }, layer) => {
    for (let start = 0; start < features.length; start += featuresAtOnce)
      post({ kind: 'features', layer, features: features.slice(start, start + featuresAtOnce) });
  });
  const value: FileContents = {
    ...result.value,
    sheets: sheets.map((sheet): Sheet => ({ ...sheet, rows: [] })),
    layers: layers.map((layer): RawLayer => ({ ...layer, features: [] })),
  };
  post({ kind: 'done', result: { ...result, value } });
}
