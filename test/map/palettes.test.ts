import { lab } from 'd3';
import { describe, expect, test } from 'vitest';
import { needColours, palette, paletteNames } from '../../src/map/palettes.ts';

/** Distance of two colours as seen with full-strength colour-vision deficiency (Machado et al. 2009), in Lab. */
const deficiencies = {
  none: [1, 0, 0, 0, 1, 0, 0, 0, 1],
  protanopia: [0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998],
  deuteranopia: [0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.01182, 0.04294, 0.968881],
  tritanopia: [1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.3039],
} as const;

function seen(hex: string, matrix: readonly number[]) {
  const linear = [1, 3, 5].map((i) => {
    const part = Number.parseInt(hex.slice(i, i + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  const [r = 0, g = 0, b = 0] = [0, 1, 2].map((row) => {
    const sum = linear.reduce((total, part, i) => total + part * (matrix[row * 3 + i] ?? 0), 0);
    const clamped = Math.min(1, Math.max(0, sum));
    return 255 * (clamped <= 0.0031308 ? clamped * 12.92 : 1.055 * clamped ** (1 / 2.4) - 0.055);
  });
  return lab(`rgb(${Math.round(r)},${Math.round(g)},${Math.round(b)})`);
}

function distance(a: string, b: string, matrix: readonly number[]): number {
  const [one, other] = [seen(a, matrix), seen(b, matrix)];
  return Math.hypot(one.l - other.l, one.a - other.a, one.b - other.b);
}

describe.each(paletteNames)('%s', (name) => {
  test.each([1, 2, 3, 5, 6, 7, 9])('has %i different colours', (count) => {
    const colours = palette(name, count);
    expect(new Set(colours).size).toBe(count);
    for (const colour of colours) expect(colour).toMatch(/^#[0-9a-f]{6}$/);
  });

  test.each(Object.entries(deficiencies))('neighbouring steps of seven stay apart: %s', (_, matrix) => {
    const colours = palette(name, 7);
    for (let i = 1; i < colours.length; i++) {
      expect(distance(colours[i - 1] ?? '', colours[i] ?? '', matrix)).toBeGreaterThan(6);
    }
  });
});

test.each(['sequential', 'institutions'] as const)('%s darkens step by step, also in grey print', (name) => {
  const lightness = palette(name, 9).map((colour) => lab(colour).l);
  expect(lightness).toEqual([...lightness].sort((a, b) => b - a));
});

test('the two sides of the deviations are told apart by hue and mirror each other in lightness', () => {
  const colours = palette('diverging', 7);
  for (const matrix of Object.values(deficiencies)) {
    expect(distance(colours[1] ?? '', colours[5] ?? '', matrix)).toBeGreaterThan(20);
  }
});

test.each(Object.entries(deficiencies))('the three verdicts stay apart: %s', (_, matrix) => {
  const { longTerm, elevated, none } = needColours;
  expect(distance(longTerm, elevated, matrix)).toBeGreaterThan(20);
  expect(distance(elevated, none, matrix)).toBeGreaterThan(15);
  expect(distance(longTerm, none, matrix)).toBeGreaterThan(20);
});

test('a class count below 1 is refused', () => {
  expect(() => palette('sequential', 0)).toThrow('invalid class count: 0');
});
