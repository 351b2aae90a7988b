import type { ColumnMetaData } from 'hyparquet';
import { describe, expect, test } from 'vitest';
import { loadPageTools, refuseBrokenPages } from '#import/formats/geoparquet/refuseBrokenPages.ts';

const tools = { ...(await loadPageTools())([]), maxDefinitionLevel: 1, maxRepetitionLevel: 0 };
const meta = { num_values: 3n, codec: 'UNCOMPRESSED', type: 'INT32' } as unknown as ColumnMetaData;
const refusal = (bytes: number[]): (() => void) => {
  return () => refuseBrokenPages(Uint8Array.from(bytes), meta, {}, tools);
};

/** Head of a data page in Thrift's compact protocol: whole numbers are doubled. */
const head = (size: number, values = 3, encoding = 0): number[] => [
  ...[0x15, 0, 0x15, size * 2, 0x15, size * 2],
  ...[0x2c, 0x15, values * 2, 0x15, encoding * 2, 0x15, 6, 0x15, 6, 0, 0],
];
const numbers = [1, 0, 0, 0, 2, 0, 0, 0, 3, 0, 0, 0];
/** Length in bytes, then a run of three ones. */
const present = [2, 0, 0, 0, 6, 1];
const page = [...present, ...numbers];

describe('a page of a Parquet column', () => {
  test('that says what it is passes', () => {
    expect(refusal([...head(page.length), ...page])).not.toThrow();
  });

  test('that does not say how long it is would be read for ever', () => {
    expect(refusal([0x15, 0, 0x15, 4, 0, ...page])).toThrow('contradicts');
  });

  test('with a run of two thousand million values would fill the memory', () => {
    const endless = [6, 0, 0, 0, 0xfe, 0xff, 0xff, 0xff, 0x0f, 1, ...numbers];
    expect(refusal([...head(endless.length), ...endless])).toThrow('run too long');
    const indexes = [...present, 1, 0xfe, 0xff, 0xff, 0xff, 0x0f, 1];
    expect(refusal([...head(indexes.length, 3, 8), ...indexes])).toThrow('run too long');
  });

  test.each([
    ['more values than its column', [...head(page.length, 60), ...page]],
    ['more bytes than its column', [...head(60), ...page]],
    ['a run of nothing', [...head(8), 4, 0, 0, 0, 0, 1, 0, 1]],
    ['levels that end beyond it', [...head(8), 99, 0, 0, 0, 6, 1, 0, 0]],
    ['an unknown kind', [0x15, 20, 0x15, 0, 0x15, 0, 0, 1, 1]],
  ])('with %s is refused', (_, bytes) => {
    expect(refusal(bytes)).toThrow();
  });
});
