import { expect, test } from 'vitest';
import { encodedText, NotInEncoding, placeOf } from '#import/formats/encodedText.ts';

const utf8 = new TextEncoder().encode('äb\ncd\n\nef😀g');

test.each([
  [0, 1, 1],
  ['äb'.length + 1, 1, 3],
  [4, 2, 1],
  [7, 3, 1],
  [10, 4, 3],
  [12, 4, 3],
  [14, 4, 5],
  [utf8.length, 4, 6],
])('byte %i is in line %i, column %i', (offset, line, column) => {
  const text = encodedText(utf8, 'utf-8');
  expect(text && placeOf(text, offset)).toEqual({ line, column });
});

test('a byte order mark is no column', () => {
  const text = encodedText(new TextEncoder().encode('\uFEFFab'), 'utf-8');
  expect(text && placeOf(text, 4)).toEqual({ line: 1, column: 2 });
  expect(text?.start).toBe(3);
});

test.each([
  ['utf-8', 'ä€😀', 9],
  ['windows-1252', 'ä€', 2],
  ['CP850', 'äß', 2],
])('a text in %s: %s takes %i bytes', (encoding, text, length) => {
  expect(encodedText(new Uint8Array(), encoding)?.lengthOf(text)).toBe(length);
});

test('signs of two bytes each are written anew', () => {
  const bytes = Uint8Array.from(Array.from('{"ä"}').flatMap((sign) => [sign.charCodeAt(0), 0]));
  const text = encodedText(bytes, 'utf-16le');
  expect(text && [text.bytes, text.decode(text.bytes)]).toEqual([new TextEncoder().encode('{"ä"}'), '{"ä"}']);
});

test('unknown encodings and bytes that are no text are told apart', () => {
  expect(encodedText(utf8, 'klingonisch')).toBeNull();
  const broken = encodedText(Uint8Array.from([0x61, 0xe4, 0x62]), 'utf-8');
  expect(() => broken?.decode(broken.bytes)).toThrow(NotInEncoding);
});
