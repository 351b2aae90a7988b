import fc from 'fast-check';

/** One change of the bytes of a file. Places are taken modulo the length, so that it fits every file. */
export type Mutation = (bytes: Uint8Array) => Uint8Array;

/** Texts that have broken readers of tables, geometries and markup before. */
export const oddTexts: readonly string[] = [
  '\0',
  '\0\0\0\0\0\0\0\0',
  '"',
  '""""',
  ';',
  '\r',
  '\n\n',
  '\uFEFF',
  '\u2028',
  '{',
  '[',
  ']}',
  '[]',
  '{}',
  'null',
  'NaN',
  '1e999',
  '-1e308',
  '99999999999999999999999999',
  '0x10',
  '1.234.567,89',
  '<',
  '</',
  '/>',
  ']]>',
  '<![CDATA[',
  '<!--',
  '<!DOCTYPE a [<!ENTITY a "b">]>',
  '&a;',
  '&#0;',
  '&#x110000;',
  '{param}',
  '{n|# one|# other}',
  '__proto__',
  'constructor',
  'toString',
  '"__proto__":{"polluted":true},',
  '=HYPERLINK("http://example.org";"x")',
  '<img src=x onerror=alert(1)>',
  'sep=',
  '../../',
  '\ud800',
  '𝔘𝔪𝔩𝔞𝔲𝔱',
  'ä'.repeat(3_000),
  '['.repeat(20_000),
  '<a>'.repeat(5_000),
  '9'.repeat(5_000),
  ';'.repeat(5_000),
];

const giants = [
  0, 1, 2, -1, 127, 0x7fff, 0xffff, 0xff_ffff, 0x7fff_ffff, 0x8000_0000, 0xffff_fffe, 0xffff_ffff,
];

/** Anywhere; often near the start and the end, where files keep what they say about themselves. */
const place = fc.oneof(
  fc.nat(),
  fc.nat({ max: 160 }),
  fc.nat({ max: 160 }).map((back) => -1 - back),
);
const at = (bytes: Uint8Array, where: number): number =>
  bytes.length === 0 ? 0 : ((where % bytes.length) + bytes.length) % bytes.length;

function changed(bytes: Uint8Array, change: (copy: Uint8Array) => void): Uint8Array {
  const copy = bytes.slice();
  if (copy.length > 0) change(copy);
  return copy;
}

function spliced(bytes: Uint8Array, from: number, away: number, into: Uint8Array): Uint8Array {
  const rest = bytes.subarray(Math.min(bytes.length, from + away));
  const whole = new Uint8Array(from + into.length + rest.length);
  whole.set(bytes.subarray(0, from));
  whole.set(into, from);
  whole.set(rest, from + into.length);
  return whole;
}

const flip = fc.tuple(place, fc.nat({ max: 255 })).map(
  ([where, byte]): Mutation =>
    (bytes) =>
      changed(bytes, (copy) => copy.fill(byte, at(copy, where), at(copy, where) + 1)),
);

/** Signs that mean something in tables, JSON and markup. */
const sign = fc.tuple(fc.nat(), fc.constantFrom(...'[]{},:;"\'<>/&=-0129x \n')).map(
  ([where, char]): Mutation =>
    (bytes) =>
      changed(bytes, (copy) => {
        copy[at(copy, where)] = char.charCodeAt(0);
      }),
);

const bit = fc.tuple(place, fc.nat({ max: 7 })).map(
  ([where, shift]): Mutation =>
    (bytes) =>
      changed(bytes, (copy) => {
        copy[at(copy, where)]! ^= 1 << shift;
      }),
);

const cutOff = place.map(
  (where): Mutation =>
    (bytes) =>
      bytes.slice(0, at(bytes, where)),
);
const beheaded = fc.nat({ max: 400 }).map(
  (head): Mutation =>
    (bytes) =>
      bytes.slice(Math.min(head, bytes.length)),
);

const giantCount = fc
  .record({
    where: place,
    value: fc.constantFrom(...giants),
    width: fc.constantFrom(1, 2, 4, 8),
    little: fc.boolean(),
  })
  .map(
    ({ where, value, width, little }): Mutation =>
      (bytes) =>
        changed(bytes, (copy) => {
          const view = new DataView(copy.buffer);
          const from = Math.min(at(copy, where), copy.length - width);
          if (from < 0) return;
          if (width === 1) view.setUint8(from, value);
          else if (width === 2) view.setUint16(from, value, little);
          else if (width === 4) view.setUint32(from, value, little);
          else view.setBigInt64(from, BigInt(value) << 24n, little);
        }),
  );

const oddNumber = fc
  .tuple(place, fc.constantFrom(NaN, Infinity, -Infinity, 1e308, -1e-308, 4.5e15), fc.boolean())
  .map(
    ([where, value, little]): Mutation =>
      (bytes) =>
        changed(bytes, (copy) => {
          const from = at(copy, where);
          if (from + 8 <= copy.length) new DataView(copy.buffer).setFloat64(from, value, little);
        }),
  );

const swappedFields = fc.tuple(place, place, fc.constantFrom(1, 2, 4, 8, 16)).map(
  ([one, other, width]): Mutation =>
    (bytes) =>
      changed(bytes, (copy) => {
        const [a, b] = [at(copy, one), at(copy, other)];
        const [first, second] = [copy.slice(a, a + width), copy.slice(b, b + width)];
        copy.set(second.subarray(0, copy.length - a), a);
        copy.set(first.subarray(0, copy.length - b), b);
      }),
);

const inserted = fc
  .tuple(
    place,
    fc.oneof(
      fc.uint8Array({ minLength: 1, maxLength: 40 }),
      fc.constantFrom(...oddTexts).map((text) => new TextEncoder().encode(text)),
      fc.string({ unit: 'binary', maxLength: 40 }).map((text) => new TextEncoder().encode(text)),
    ),
    fc.nat({ max: 12 }),
  )
  .map(
    ([where, into, over]): Mutation =>
      (bytes) =>
        spliced(bytes, at(bytes, where), over, into),
  );

const removed = fc.tuple(place, fc.integer({ min: 1, max: 600 })).map(
  ([where, away]): Mutation =>
    (bytes) =>
      spliced(bytes, at(bytes, where), away, new Uint8Array()),
);

const repeated = fc
  .record({
    from: place,
    length: fc.integer({ min: 1, max: 300 }),
    to: place,
    times: fc.integer({ min: 1, max: 40 }),
  })
  .map(
    ({ from, length, to, times }): Mutation =>
      (bytes) => {
        const block = bytes.subarray(at(bytes, from), at(bytes, from) + length);
        const blocks = new Uint8Array(block.length * times);
        for (let n = 0; n < times; n++) blocks.set(block, n * block.length);
        return spliced(bytes, at(bytes, to), 0, blocks);
      },
  );

/** A number of another byte order, or from here on all of them. */
const turned = fc.tuple(place, fc.constantFrom(2, 4, 8), fc.constantFrom(1, 1, 4, 100_000)).map(
  ([where, width, times]): Mutation =>
    (bytes) =>
      changed(bytes, (copy) => {
        const from = at(copy, where);
        for (let n = 0; n < times && from + (n + 1) * width <= copy.length; n++)
          copy.subarray(from + n * width, from + (n + 1) * width).reverse();
      }),
);

const noughts = fc.tuple(place, fc.integer({ min: 1, max: 2_000 })).map(
  ([where, length]): Mutation =>
    (bytes) =>
      changed(bytes, (copy) => copy.fill(0, at(copy, where), at(copy, where) + length)),
);

const one = fc.oneof(
  { weight: 3, arbitrary: flip },
  { weight: 3, arbitrary: sign },
  { weight: 2, arbitrary: bit },
  { weight: 2, arbitrary: cutOff },
  { weight: 1, arbitrary: beheaded },
  { weight: 4, arbitrary: giantCount },
  { weight: 2, arbitrary: oddNumber },
  { weight: 2, arbitrary: swappedFields },
  { weight: 1, arbitrary: turned },
  { weight: 4, arbitrary: inserted },
  { weight: 2, arbitrary: removed },
  { weight: 2, arbitrary: repeated },
  { weight: 1, arbitrary: noughts },
);

/** One to five changes, one after the other; mostly one, which readers are more likely to pass over. */
export const mutation: fc.Arbitrary<Mutation> = fc
  .oneof(
    { weight: 2, arbitrary: fc.tuple(one) },
    { weight: 1, arbitrary: fc.array(one, { minLength: 2, maxLength: 5 }) },
  )
  .map(
    (all): Mutation =>
      (bytes) =>
        all.reduce((now, change) => change(now), bytes),
  );
