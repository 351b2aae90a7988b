import fc from 'fast-check';
import { unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { drivers } from '#import/formats/catalog.ts';
import type { LooseFile } from '#import/formats/containers/looseFile.ts';
import type { ReadChoices } from '#import/formats/driver.ts';
import { readFile } from '#import/formats/readFile.ts';
import { largestBuffer } from './allocations.ts';
import { bounded } from './expectations.ts';
import { type Mutation, mutation } from './mutations.ts';
import { expectRead } from './reading.ts';
import { patience, runs } from './runs.ts';
import { type Sample, soundSamples } from './samples.ts';
import { structuralChange } from './structure.ts';

const samples = await soundSamples();
const endings = [
  ...new Set(drivers.flatMap(({ extensions, companions }) => [...extensions, ...companions])),
  'zip',
  '',
];
const megabyte = 1024 * 1024;

interface Damage {
  readonly sample: Sample;
  readonly change: Mutation;
  /** Which of the parts of an archive or of the companions is changed; the file itself where there are none. */
  readonly part: number;
  readonly companion: 'same' | 'changed' | 'missing' | 'foreign';
  readonly foreign: Sample;
  readonly ending: string | null;
  readonly choices: ReadChoices;
}

function damaged(of: readonly Sample[]): fc.Arbitrary<Damage> {
  return fc.record({
    sample: fc.constantFrom(...of),
    change: fc.oneof(mutation, structuralChange),
    part: fc.nat({ max: 30 }),
    companion: fc.constantFrom('same', 'same', 'changed', 'missing', 'foreign'),
    foreign: fc.constantFrom(...samples),
    ending: fc.option(fc.constantFrom(...endings), { nil: null, freq: 5 }),
    choices: fc.oneof(
      { weight: 5, arbitrary: fc.constant({}) },
      {
        weight: 1,
        arbitrary: fc.record(
          {
            encoding: fc.constantFrom(
              'utf-8',
              'windows-1252',
              'ibm850',
              'utf-16le',
              'no-such',
              '__proto__',
              '',
            ),
            delimiter: fc.constantFrom(';', ',', '\t', '|', '"', '\n', '', 'ab'),
          },
          { requiredKeys: [] },
        ),
      },
    ),
  });
}

/** The files as they are dropped. */
function filesOf({ sample, change, part, companion, foreign, ending }: Damage): readonly LooseFile[] {
  const base = sample.path.replace(/\.[^.]*$/, '');
  const path = ending === null ? sample.path : ending === '' ? base : `${base}.${ending}`;
  const beside = Object.entries(sample.companions).map(([extension, bytes], i) => ({
    path: `${base}.${extension}`,
    bytes:
      companion === 'changed' && i === part % 3
        ? change(bytes)
        : companion === 'foreign' && i === part % 3
          ? foreign.bytes
          : bytes,
  }));
  const own = companion === 'changed' && beside.length > 0 ? sample.bytes : archived(sample, change, part);
  return [{ path, bytes: own }, ...beside.filter((_, i) => companion !== 'missing' || i !== part % 3)];
}

function archived({ bytes, isArchive }: Sample, change: Mutation, part: number): Uint8Array {
  const entries = isArchive ? Object.entries(unzipSync(bytes)) : [];
  const chosen = part % (entries.length + 1);
  const entry = entries[chosen];
  if (!entry) return change(bytes);
  const [name, content] = entry;
  return zipSync({ ...Object.fromEntries(entries), [name]: change(content) });
}

test('there is something sound of every format', async () => {
  expect([...new Set(samples.map(({ format }) => format))].sort()).toEqual(
    drivers.map(({ id }) => id).sort(),
  );
  for (const { format, path, bytes, companions } of samples) {
    const read = await readFile(
      { path, bytes, companions: new Map(Object.entries(companions)) },
      {},
      bounded(),
    );
    expect(read.ok ? read.value.format : read.problems, path).toBe(format);
  }
});

test('whoever asks for a large buffer is noticed', async () => {
  expect(await largestBuffer(async () => new Float64Array(1_000_000))).toBe(8_000_000);
  expect(await largestBuffer(async () => new ArrayBuffer(10))).toBe(10);
});

describe('whatever happened to a file, it is read or refused in words', () => {
  test.each(drivers.map(({ id }) => id))(
    '%s',
    async (format) => {
      const own = samples.filter((sample) => sample.format === format);
      let tried = 0;
      let understood = 0;
      await fc.assert(
        fc.asyncProperty(damaged(own), async (damage) => {
          const files = filesOf(damage);
          const given = files.reduce((sum, { bytes }) => sum + bytes.length, 0);
          const largest = await largestBuffer(async () => {
            tried++;
            if ((await expectRead(files, damage.choices)).includes(format)) understood++;
          });
          expect(largest, 'bytes asked for at once').toBeLessThan(16 * megabyte + 64 * given);
        }),
        runs(150),
      );
      // Otherwise only the check of the first bytes would have been tried.
      expect(understood / tried, 'share of damaged files that were read').toBeGreaterThan(0.1);
    },
    patience,
  );

  test(
    'bytes and text at random under every ending',
    async () => {
      const sign = fc.constantFrom(...'aß1;,\t|"\'\n\r \0{}[]<>:-–()%.\uFEFF'.split(''));
      const content = fc.oneof(
        fc.uint8Array({ maxLength: 400 }),
        fc.string({ unit: sign, maxLength: 120 }).map((text) => new TextEncoder().encode(text)),
        fc.string({ unit: 'binary', maxLength: 120 }).map((text) => new TextEncoder().encode(text)),
      );
      // The first bytes of a format and then anything.
      const headed = fc
        .tuple(fc.constantFrom(...samples), fc.nat({ max: 64 }), content)
        .map(([{ bytes }, head, rest]) => Uint8Array.from([...bytes.subarray(0, head), ...rest]));
      await fc.assert(
        fc.asyncProperty(fc.oneof(content, headed), fc.constantFrom(...endings), async (bytes, ending) => {
          const largest = await largestBuffer(() => expectRead([{ path: `a.${ending}`, bytes }], {}));
          expect(largest).toBeLessThan(16 * megabyte);
        }),
        runs(400),
      );
    },
    patience,
  );

  test(
    'many files at once, in an archive that is damaged itself',
    async () => {
      const small = samples.filter(({ bytes }) => bytes.length < 8_000);
      const packed = fc
        .tuple(
          fc.uniqueArray(fc.constantFrom(...small), { minLength: 1, maxLength: 4 }),
          fc.option(mutation, { nil: null }),
          mutation,
        )
        .map(([some, inside, outside]) => {
          const entries = Object.fromEntries(
            some.map(({ path, bytes }, i) => [`${i}/${path}`, inside && i === 0 ? inside(bytes) : bytes]),
          );
          return outside(zipSync(entries, { level: 0 }));
        });
      await fc.assert(
        fc.asyncProperty(packed, async (bytes) => {
          const largest = await largestBuffer(() => expectRead([{ path: 'a.zip', bytes }], {}));
          // What an archive declares may be asked for as long as it is within its limit.
          expect(largest).toBeLessThanOrEqual(512 * megabyte);
        }),
        runs(150),
      );
    },
    patience,
  );
});
