import { expect, test } from 'vitest';
import { busyWhileDrawing } from '../../src/app/busyWhileDrawing.ts';

/** A map that is drawn when the test says so. */
function drawnByHand() {
  const waiting: (() => void)[] = [];
  return {
    settled: () => new Promise<void>((resolve) => void waiting.push(resolve)),
    async draw(): Promise<void> {
      for (const resolve of waiting.splice(0)) resolve();
      await new Promise((resolve) => setImmediate(resolve));
    },
  };
}

function element() {
  const attributes = new Map<string, string>();
  return {
    setAttribute: (name: string, value: string) => attributes.set(name, value),
    removeAttribute: (name: string) => attributes.delete(name),
    hasAttribute: (name: string) => attributes.has(name),
    isBusy: () => attributes.get('aria-busy') === 'true',
  };
}

test('busy until all it was given has been drawn, and again with the next', async () => {
  const map = drawnByHand();
  const place = element();
  const given = busyWhileDrawing(place as unknown as Element, map);
  expect(place.isBusy()).toBe(false);
  given();
  expect(place.isBusy()).toBe(true);
  // Given while the first is drawn: that drawing may lack it.
  given();
  await map.draw();
  expect(place.isBusy()).toBe(true);
  await map.draw();
  expect(place.isBusy()).toBe(false);
  given();
  expect(place.isBusy()).toBe(true);
  await map.draw();
  expect(place.isBusy()).toBe(false);
});
