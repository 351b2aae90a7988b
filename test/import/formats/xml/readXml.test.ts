import { describe, expect, test } from 'vitest';
import { readXml } from '#import/formats/xml/readXml.ts';
import { attributeOf, childOf, childrenOf, childText } from '#import/formats/xml/xmlElement.ts';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const latin = (text: string): Uint8Array => Uint8Array.from(text, (sign) => sign.charCodeAt(0));
const wide = (text: string): Uint8Array =>
  Uint8Array.from(
    Array.from(`\uFEFF${text}`).flatMap((sign) => [sign.charCodeAt(0) & 255, sign.charCodeAt(0) >> 8]),
  );
const titleOf = async (bytes: Uint8Array): Promise<string> => childText(await readXml(bytes), 'Title');

describe('a document is read', () => {
  test('by names without prefix, of children only', async () => {
    const root = await readXml(
      utf8('<a:R xmlns:a="x" n="1"><a:L><a:T>inner</a:T></a:L><T> outer \n text </T><a:L/></a:R>'),
    );
    expect(root && attributeOf(root, 'n')).toBe('1');
    expect(childrenOf(root, 'L')).toHaveLength(2);
    expect(childText(root, 'T')).toBe('outer text');
    expect(childText(childOf(root, 'L'), 'T')).toBe('inner');
    expect(childText(childOf(root, 'X'), 'T')).toBe('');
    expect(childrenOf(null, 'T')).toEqual([]);
  });

  test.each([
    ['UTF-8', utf8('<R><Title>Süd</Title></R>')],
    ['UTF-8 with mark and blanks', utf8('\uFEFF\n <R><Title>Süd</Title></R>')],
    ['as declared', latin('<?xml version="1.0" encoding="ISO-8859-1"?><R><Title>Süd</Title></R>')],
    ['UTF-16', wide('<?xml version="1.0" encoding="UTF-16"?><R><Title>Süd</Title></R>')],
    ['otherwise than declared', latin('<?xml version="1.0" encoding="UTF-8"?><R><Title>Süd</Title></R>')],
    ['an encoding nobody knows', utf8('<?xml version="1.0" encoding="klingon"?><R><Title>Süd</Title></R>')],
    [
      'with comments and instructions',
      utf8('<!-- a --><?b c?><R><Title><![CDATA[Süd]]></Title></R><!-- d -->'),
    ],
  ])('%s', async (_, bytes) => {
    expect(await titleOf(bytes)).toBe('Süd');
  });
});

test.each([
  ['nothing', ''],
  ['no XML', 'Anmelden'],
  ['JSON', '{"a":1}'],
  ['cut off', '<R><Title>Süd</Title>'],
  ['tags that do not match', '<R><Title>Süd</R></Title>'],
  ['two roots', '<R/><R/>'],
  ['a document type', '<!DOCTYPE R [<!ENTITY a "b">]><R>&a;</R>'],
  ['a document type far behind', `<!--${' '.repeat(3_000)}--><!DOCTYPE R><R/>`],
  ['nested without end', '<a>'.repeat(5_000)],
  ['an entity nobody declared', '<R>&nbsp;</R>'],
])('%s is none', async (_, text) => {
  expect(await readXml(utf8(text))).toBeNull();
});
