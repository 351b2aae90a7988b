import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { BrokenJson } from '#import/formats/brokenJson.ts';
import { encodedText } from '#import/formats/encodedText.ts';
import { isRecord } from '#import/formats/feature.ts';
import { splitFeatures } from '#import/formats/geojson/splitFeatures.ts';

/** The document as it is handed out, put together again. */
function split(text: string, batchSize: number): { readonly value: unknown; readonly taken: number } {
  let elements: unknown[] = [];
  let taken = 0;
  const encoded = encodedText(new TextEncoder().encode(text), 'utf-8');
  if (!encoded) throw new Error('no text');
  const steps = splitFeatures(
    encoded,
    {
      take(more) {
        taken++;
        elements.push(...more);
      },
      restart() {
        elements = [];
      },
    },
    { batchSize },
  );
  let step = steps.next();
  while (!step.done) step = steps.next();
  const { value } = step;
  if (isRecord(value) && Array.isArray(value.features)) {
    expect(value.features).toEqual([]);
    return { value: { ...value, features: elements }, taken };
  }
  return { value, taken };
}

const batchSizes = [1, 20, 1_000_000] as const;

function outcome<T>(work: () => T): { readonly value: T } | { readonly fault: string } {
  try {
    return { value: work() };
  } catch (error) {
    if (error instanceof BrokenJson || error instanceof SyntaxError) return { fault: 'broken' };
    throw error;
  }
}

function expectAsJsonParse(text: string): void {
  const expected = outcome((): unknown => JSON.parse(text));
  for (const size of batchSizes) {
    const found = outcome(() => split(text, size).value);
    expect({ text, size, ...found }).toEqual({ text, size, ...expected });
  }
}

const collection = (features: string) => `{"type":"FeatureCollection","features":${features},"n":1}`;

describe('a document is split as JSON.parse reads it', () => {
  test.each([
    ['no features', collection('[]')],
    ['blanks for features', collection('[ \n\t ]')],
    ['some', collection('[{"a":[1,{"b":2}]},{"a":"x"}, null , 7]')],
    ['braces and brackets in texts', collection('[{"a":"}]{[,"},{"b]":"\\"}],[\\\\"},"\\\\\\""]')],
    ['signs beyond the first plane', collection('["😀","\\ud83d\\ude00","ß\u2028"]')],
    ['members before and after', '{"a":{"features":[1,2]},"features":[3],"b":["features",[4]]}'],
    ['a member of that name twice', '{"features":[1],"features":[2,3]}'],
    ['of which the second is no list', '{"features":[1],"features":{"a":[2]}}'],
    ['of which the first is none', '{"features":7,"features":[2,3]}'],
    ['a name written with numbers', '{"feature\\u0073":[1,2],"\\u0066":[3]}'],
    ['names that only look like it', '{"features ":[1],"Features":[2],"\\"features":[3],"features\\\\":[4]}'],
    ['text that is the name', '{"a":"features","b":[1]}'],
    ['a list at the top', '["features",[1,2]]'],
    ['a number', ' 12 '],
    ['blanks everywhere', ' \r\n{ \n"features" \t: \n[ 1 , 2 ] \n} \n'],
    ['names of every object', '{"__proto__":[1],"constructor":{},"features":[{"__proto__":1}]}'],
  ])('%s', (_, text) => {
    expectAsJsonParse(text);
    expect(outcome((): unknown => JSON.parse(text))).toHaveProperty('value');
  });

  test.each([
    ['no comma', collection('[1 2]')],
    ['two commas', collection('[1,,2]')],
    ['two commas far apart', collection(`[1,${' '.repeat(60)},2]`)],
    ['a comma at the end', collection('[1,2,]')],
    ['a comma at the start', collection('[,1]')],
    ['only a comma', collection('[,]')],
    ['closed by the wrong sign', collection('[{"a":1}}')],
    ['opened by the wrong sign', collection('{{"a":1}]')],
    ['wrong pairs inside', collection('[{"a":[1}]]')],
    ['nothing before the list', '{"features":5[1]}'],
    ['no colon', '{"features"[1]}'],
    ['two colons', '{"features"::[1]}'],
    ['a list for a name', '{[1]:2}'],
    ['an open text', collection('["a]')],
    ['a line break in a text', collection('["a\n"]')],
    ['an escape that is none', '{"feature\\x73":[1]}'],
    ['a blank that is none', collection('[\u00a01]')],
    ['more after the end', `${collection('[1]')}{"features":[2]}`],
    ['brackets that never close', '['.repeat(10_000)],
    ['nothing', ''],
  ])('refused: %s', (_, text) => {
    expectAsJsonParse(text);
    expect(outcome((): unknown => JSON.parse(text))).toHaveProperty('fault');
  });

  const blanks = fc.constantFrom('', '', ' ', '\n', '\r\n\t');
  const signs = fc.constantFrom('{', '}', '[', ']', ',', ':', '"', '\\', 'ä', '😀', '\n', 'features', 'x');
  const texts = fc.array(signs, { maxLength: 6 }).map((parts) => parts.join(''));
  const values = fc.letrec<{ value: unknown }>((tie) => ({
    value: fc.oneof(
      { maxDepth: 3, withCrossShrink: true },
      fc.oneof(texts, fc.integer(), fc.double(), fc.constantFrom(null, true)),
      fc.array(tie('value'), { maxLength: 4 }),
      fc.dictionary(fc.oneof(texts, fc.constant('features')), tie('value'), { maxKeys: 3 }),
    ),
  })).value;
  const names = fc.oneof(
    fc.constantFrom('"features"', '"features"', '"feature\\u0073"', '"type"', '"crs"'),
    texts.map((text) => JSON.stringify(text)),
  );
  const member = fc
    .tuple(names, fc.oneof(fc.array(values, { maxLength: 6 }), values), blanks, blanks)
    .map(([name, value, before, after]) => {
      const spread = after === '' ? JSON.stringify(value) : JSON.stringify(value, null, 2);
      return `${before}${name}${after}:${before}${spread}${after}`;
    });
  const documents = fc
    .tuple(blanks, fc.array(member, { maxLength: 5 }), blanks)
    .map(([before, members, after]) => `${before}{${members.join(',')}}${after}`);

  test('any document', () => {
    fc.assert(
      fc.property(documents, (text) => {
        expectAsJsonParse(text);
      }),
      { numRuns: 400, seed: 41 },
    );
  });

  test('any document with a fault', () => {
    const place = fc.double({ min: 0, max: 1, noNaN: true });
    const faults = fc.tuple(place, fc.nat(3), fc.oneof(signs, blanks));
    fc.assert(
      fc.property(documents, fc.array(faults, { minLength: 1, maxLength: 3 }), (text, list) => {
        let broken = text;
        for (const [share, removed, added] of list) {
          const at = Math.floor(share * broken.length);
          broken = broken.slice(0, at) + added + broken.slice(at + removed);
        }
        expectAsJsonParse(broken);
      }),
      { numRuns: 600, seed: 42 },
    );
  });

  test('any document cut off', () => {
    fc.assert(
      fc.property(documents, fc.double({ min: 0, max: 0.999, noNaN: true }), (text, share) => {
        expectAsJsonParse(text.slice(0, Math.floor(share * text.length)));
      }),
      { numRuns: 300, seed: 43 },
    );
  });
});

describe('features', () => {
  test('are handed out in batches of about the size asked for', () => {
    const text = collection(JSON.stringify(Array.from({ length: 500 }, (_, i) => ({ n: i }))));
    const { taken } = split(text, 500);
    expect(taken).toBeGreaterThan(8);
    expect(taken).toBeLessThan(14);
  });

  test('say where they are broken', () => {
    const sound = Array.from({ length: 20 }, (_, i) => `{"n":${i}}`).join(', ');
    // An engine that names no place for a sign it does not expect still leaves the feature.
    const text = collection(`[${sound}, {"n":x}, ${sound}]`);
    for (const size of batchSizes) {
      let offset: number | null = null;
      try {
        split(text, size);
      } catch (error) {
        offset = error instanceof BrokenJson ? error.offset : null;
      }
      expect(offset).toBeGreaterThanOrEqual(text.indexOf('{"n":x}'));
      expect(offset).toBeLessThanOrEqual(text.indexOf('x'));
    }
  });

  test.each([
    ['{"features":[{"a":1},{"b":2 3}]}', '3'],
    ['{"features":[{"a":1}],"n":1 5}', '5'],
    ['{"features":[1],"a":2,"features":[3,4],"n":1 6}', '6'],
    ['{"n":1 7,"features":[{"a":1}]}', '7'],
  ])('%s: the rest is told by its place in the document', (text, sign) => {
    for (const size of batchSizes) {
      expect(() => split(text, size)).toThrow(expect.objectContaining({ offset: text.indexOf(sign) }));
    }
  });
});
