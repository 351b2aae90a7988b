import { describe, expect, test } from 'vitest';
import { decodeText } from '#import/columns/decodeText.ts';
import { scoreDelimiter } from '#import/columns/delimiter.ts';

describe('encodings', () => {
  const bytes = (...codes: number[]): Uint8Array => Uint8Array.from(codes);

  test('Windows-1252, CP850 and UTF-8 give the same umlauts', () => {
    expect(decodeText(bytes(0xc4, 0xd6, 0xfc, 0xdf, 0x80), 'windows-1252', 'a')).toEqual({ text: 'ÄÖüß€' });
    expect(decodeText(bytes(0x8e, 0x99, 0x81, 0xe1), 'CP850', 'a')).toEqual({ text: 'ÄÖüß' });
    expect(decodeText(bytes(0xef, 0xbb, 0xbf, 0xc3, 0x84), 'utf-8', 'a')).toEqual({ text: 'Ä' });
  });

  test('bytes that are no UTF-8 are named with their line', () => {
    const text = new Uint8Array([...new TextEncoder().encode('a;b\nSchön;1\n'), 0x53, 0xfc, 0x64]);
    expect(decodeText(text, 'utf-8', 'x.csv')).toMatchObject({
      problem: { code: 'encoding-invalid', where: { file: 'x.csv', row: 3 } },
    });
  });

  test.each([[[0xc0, 0xaf]], [[0xe2, 0x82]], [[0xf5, 0x80, 0x80, 0x80]], [[0xed, 0xa0, 0x80]], [[0xff]]])(
    'malformed %j never passes',
    (codes) => {
      expect(decodeText(Uint8Array.from(codes), 'utf-8', 'x')).toHaveProperty('problem');
    },
  );
});

describe('the delimiter', () => {
  test.each([
    ['semicolons with decimal commas', 'Name;Anteil;Zahl\nA;12,5;3\nB;7,25;4\nC, D;1,0;5', ';'],
    ['commas', 'a,b,c\n1,2,3\n"x, y",2,3', ','],
    ['tabs', 'a\tb\n1,5\t2,5\n3,5\t4,5', '\t'],
    ['bars', 'a|b|c\n1;2|3|4\n5|6|7', '|'],
    ['declared', 'sep=;\na,b;c\n1,2;3', ';'],
  ])('%s', (_, text, delimiter) => {
    expect(scoreDelimiter(text)).toBe(delimiter);
  });
});
