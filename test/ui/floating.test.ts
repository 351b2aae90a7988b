import { describe, expect, test } from 'vitest';
import { placeAt, placeBeside } from '#ui/floating.ts';

const viewport = { width: 1000, height: 600 };
const size = { width: 200, height: 150 };

describe('placeAt', () => {
  test('stands below its anchor where there is room', () => {
    expect(placeAt({ left: 100, top: 50, width: 80, height: 30 }, size, viewport)).toEqual({
      left: 100,
      top: 84,
      maxHeight: 508,
    });
  });

  test('stands above an anchor at the foot of the page', () => {
    expect(placeAt({ left: 100, top: 550, width: 80, height: 30 }, size, viewport).top).toBe(396);
  });

  test('never leaves the page to the right', () => {
    expect(placeAt({ left: 950, top: 50, width: 40, height: 30 }, size, viewport).left).toBe(792);
  });

  test('says how high it may be when there is little room on either side', () => {
    const tall = { width: 200, height: 900 };
    const placement = placeAt({ left: 0, top: 200, width: 80, height: 30 }, tall, viewport);
    expect(placement).toEqual({ left: 8, top: 234, maxHeight: 358 });
  });
});

describe('placeBeside', () => {
  test('stands below to the right of a point', () => {
    expect(placeBeside({ x: 10, y: 20 }, size, viewport)).toEqual({ left: 24, top: 34 });
  });

  test('flips at the right and lower edges', () => {
    expect(placeBeside({ x: 990, y: 590 }, size, viewport)).toEqual({ left: 776, top: 426 });
  });
});
