import { expect, test } from 'vitest';

test('the browser of these tests draws WebGL 2, as the map needs it', () => {
  const context = document.createElement('canvas').getContext('webgl2');
  expect(context).not.toBeNull();
  expect(context?.getParameter(context.MAX_TEXTURE_SIZE)).toBeGreaterThanOrEqual(4096);
});

test('the page has the size that the design is drawn for', () => {
  expect([innerWidth, innerHeight]).toEqual([1280, 720]);
});
