import { expect, test } from 'vitest';
import { jsonFault } from '#import/formats/brokenJson.ts';

const text = '{"a": 1,\n "b": 2 3}';

test.each([
  [
    "Expected ',' or '}' after property value in JSON at position 17",
    "Expected ',' or '}' after property value",
  ],
  [
    "Expected ',' or '}' after property value in JSON at position 17 (line 2 column 9)",
    "Expected ',' or '}' after property value",
  ],
  [
    "JSON.parse: expected ',' or '}' after property value in object at line 2 column 9 of the JSON data",
    "JSON.parse: expected ',' or '}' after property value in object",
  ],
])('the place is told apart from the words: %s', (said, message) => {
  expect(jsonFault(new SyntaxError(said), text)).toEqual({ message, offset: text.indexOf('3') });
});

test.each([
  ['Unexpected end of JSON input', text.length],
  ['Unexpected token \'x\', "{x}" is not valid JSON', null],
  ['JSON Parse error: Unexpected identifier "x"', null],
])('%s: %j', (said, offset) => {
  expect(jsonFault(new SyntaxError(said), text)).toEqual({ message: said, offset });
});

test('the message of the engine these tests run in is understood', () => {
  let fault: ReturnType<typeof jsonFault> | null = null;
  try {
    JSON.parse(text);
  } catch (error) {
    fault = jsonFault(error, text);
  }
  expect(fault?.offset).toBe(text.indexOf('3'));
});
