import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findEncoding } from '#import/columns/findEncoding.ts';
import { utf8Evidence } from '#import/columns/utf8Evidence.ts';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
/** Only letters both code pages have. */
const pages: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  'windows-1252': { ä: 0xe4, ö: 0xf6, ü: 0xfc, Ä: 0xc4, Ö: 0xd6, Ü: 0xdc, ß: 0xdf, é: 0xe9, '§': 0xa7 },
  cp850: { ä: 0x84, ö: 0x94, ü: 0x81, Ä: 0x8e, Ö: 0x99, Ü: 0x9a, ß: 0xe1, é: 0x82, '§': 0xf5 },
};

function encoded(text: string, encoding: string): Uint8Array {
  if (encoding === 'utf-8') return utf8(text);
  return Uint8Array.from([...text].map((char) => pages[encoding]?.[char] ?? char.charCodeAt(0)));
}

describe('the encoding of a text', () => {
  const sentence = 'Schule;Straße\nGrundschule Süd;Große Mühlenstraße 3\nÖkologisches Gymnasium;Äußere Höhe';

  test.each(['utf-8', 'windows-1252', 'cp850'])('%s is found by its umlauts', (encoding) => {
    const found = findEncoding(encoded(sentence, encoding));
    expect(found.encoding).toBe(encoding);
    expect(found.from).toBe(encoding === 'utf-8' ? 'valid' : 'evidence');
    expect(found.sample).toBe('Straße, Süd, Große, Mühlenstraße, Ökologisches');
  });

  test('a single umlaut decides', () => {
    for (const word of ['Köln', 'Düren', 'Gießen', 'Überlingen', 'Ära', 'Öhringen', 'GRÖSSE', 'FÜRTH']) {
      expect(findEncoding(encoded(`a;b\n1;${word}`, 'windows-1252')).encoding, word).toBe('windows-1252');
      expect(findEncoding(encoded(`a;b\n1;${word}`, 'cp850')).encoding, word).toBe('cp850');
    }
  });

  test('the others are offered with the same words', () => {
    const { alternatives } = findEncoding(encoded('Köln;Süd', 'cp850'));
    expect(alternatives).toEqual([
      { encoding: 'utf-8', sample: 'K�ln, S�d' },
      { encoding: 'windows-1252', sample: 'K”ln, S�d' },
    ]);
  });

  test('of plain ASCII there is nothing to choose', () => {
    expect(findEncoding(utf8('a;b\n1;2'))).toEqual({
      encoding: 'utf-8',
      from: 'valid',
      alternatives: [],
      sample: '',
    });
  });

  test('marks come first', () => {
    expect(findEncoding(Uint8Array.from([0xef, 0xbb, 0xbf, 0x61]))).toMatchObject({
      encoding: 'utf-8',
      from: 'bom',
    });
    expect(findEncoding(Uint8Array.from([0xff, 0xfe, 0x61, 0]))).toMatchObject({
      encoding: 'utf-16le',
      from: 'bom',
    });
    expect(findEncoding(Uint8Array.from([0xfe, 0xff, 0, 0x61]))).toMatchObject({ encoding: 'utf-16be' });
  });

  test('UTF-16 without a mark is told by its zeros', () => {
    const text = 'Stadtteil;Einwohner\nSüd;1\n';
    const wide = new Uint8Array(new Uint16Array([...text].map((char) => char.charCodeAt(0))).buffer);
    expect(findEncoding(wide)).toMatchObject({ encoding: 'utf-16le', from: 'evidence', sample: 'Süd' });
  });

  test('typography of Windows is no reason for a code page of DOS', () => {
    // „Kita“ – 5 € in § 3
    const bytes = Uint8Array.from([
      ...[0x84, 0x4b, 0x69, 0x74, 0x61, 0x93, 0x20, 0x96, 0x20, 0x35, 0x20, 0x80, 0x20, 0x69, 0x6e, 0x20],
      ...[0xa7, 0x20, 0x33],
    ]);
    expect(findEncoding(bytes).encoding).toBe('windows-1252');
  });

  test('UTF-8 with a damaged place stays UTF-8', () => {
    const whole = utf8('Süd;Köln;Höhe;Mühle;Größe;Straße\n');
    expect(findEncoding(Uint8Array.from([...whole, 0xc3])).encoding).toBe('utf-8');
    expect(findEncoding(Uint8Array.from([...whole, 0xc3])).from).toBe('evidence');
  });

  test('a person overrules the evidence and still sees the others', () => {
    const found = findEncoding(encoded('Köln', 'windows-1252'), 'cp850');
    expect(found).toMatchObject({ encoding: 'cp850', from: 'chosen', sample: 'K÷ln' });
    expect(found.alternatives.map(({ encoding, sample }) => [encoding, sample])).toEqual([
      ['utf-8', 'K�ln'],
      ['windows-1252', 'Köln'],
    ]);
  });

  test('names of German places are read right in each of them', () => {
    const word = fc.constantFrom(
      ...['Köpenick', 'Neukölln', 'Müggelheim', 'Schöneberg', 'Weißensee', 'Österreich', 'Übersee', 'Äcker'],
      ...[
        'Straßenäcker',
        'Größe',
        'Führung',
        'Jägerstraße',
        'München',
        'Gößnitz',
        'Lützowstraße',
        'Ürdingen',
      ],
    );
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 12 }), (words) => {
        for (const encoding of ['utf-8', 'windows-1252', 'cp850']) {
          expect(findEncoding(encoded(words.join(';1,5\n'), encoding)).encoding).toBe(encoding);
        }
      }),
      { seed: 1, numRuns: 200 },
    );
  });
});

describe('UTF-8', () => {
  test('every text is sound, and counts its characters above ASCII', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const above = [...text].filter((char) => char.charCodeAt(0) > 127).length;
        const bytes = utf8(text);
        expect(utf8Evidence(bytes)).toEqual({ sound: above, broken: 0, firstBroken: bytes.length });
      }),
      { seed: 1 },
    );
  });

  test('any bytes are broken exactly when a strict decoder refuses them', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 12 }), (bytes) => {
        let isSound = true;
        try {
          new TextDecoder('utf-8', { fatal: true }).decode(bytes);
        } catch {
          isSound = false;
        }
        expect(utf8Evidence(bytes).broken === 0).toBe(isSound);
      }),
      { seed: 1, numRuns: 2_000 },
    );
  });
});
