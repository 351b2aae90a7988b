import { readFileSync } from 'node:fs';
import { hcl, lab, rgb } from 'd3';
import { describe, expect, test } from 'vitest';
import { luminance, readableOn } from '#charts/historyStrip.ts';
import { clusterColours, paled } from '#symbology/clusters.ts';
import {
  accent,
  accentSoft,
  blue,
  diverging,
  divergingCounts,
  ground,
  ink,
  muted,
  ochre,
  select,
  sequentialCounts,
  series,
  standing,
  steps,
  teal,
} from '#symbology/palettes.ts';

/** How a colour reaches the eye. */
type Sight = (color: string) => string;

const decode = (byte: number) => {
  const part = byte / 255;
  return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
};
const encode = (part: number) => {
  const clamped = Math.min(1, Math.max(0, part));
  return 255 * (clamped <= 0.0031308 ? 12.92 * clamped : 1.055 * clamped ** (1 / 2.4) - 0.055);
};
const through =
  (change: (linear: readonly [number, number, number]) => readonly number[]): Sight =>
  (color) => {
    const { r, g, b } = rgb(color);
    const [red = 0, green = 0, blueness = 0] = change([decode(r), decode(g), decode(b)]).map(encode);
    return rgb(red, green, blueness).formatHex();
  };
const matrix = (rows: readonly (readonly [number, number, number])[]) =>
  through(([r, g, b]) => rows.map((row) => row[0] * r + row[1] * g + row[2] * b));

/** Machado, Oliveira & Fernandes 2009, table 1, severity 1.0. */
const sights: Readonly<Record<string, Sight>> = {
  'plain sight': (color) => color,
  protanopia: matrix([
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ]),
  deuteranopia: matrix([
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ]),
  /** A veil of room light: the projector's black is a ninth of its white. */
  'a washed-out projector': through((linear) => linear.map((part) => (part + 0.12) / 1.12)),
};

/** CIE 1976; about 2.3 is a just noticeable difference. */
function difference(a: string, b: string): number {
  const first = lab(a);
  const second = lab(b);
  return Math.hypot(first.l - second.l, first.a - second.a, first.b - second.b);
}

const ramps = { blue, teal, ochre, diverging } as const;
const cases = [
  ...sequentialCounts.flatMap((count) =>
    (['blue', 'teal', 'ochre'] as const).map((name) => ({ name, count })),
  ),
  ...divergingCounts.map((count) => ({ name: 'diverging' as const, count })),
];

describe.each(Object.entries(sights))('neighbouring classes stay apart under %s', (_, see) => {
  test.each(cases)('$name in $count', ({ name, count }) => {
    const seen = steps(ramps[name], count).map(see);
    expect(seen).toHaveLength(count);
    for (const [index, color] of seen.slice(1).entries()) {
      expect(difference(color, seen[index] ?? color)).toBeGreaterThan(5.5);
    }
  });

  test('the four standings', () => {
    const seen = standing.map(see);
    for (const [index, color] of seen.slice(1).entries()) {
      expect(difference(color, seen[index] ?? color)).toBeGreaterThan(9);
    }
  });

  test('every two kinds of the cluster map', () => {
    const kinds = Object.entries(clusterColours).map(([kind, color]) => ({ kind, color: see(color) }));
    for (const [index, one] of kinds.entries()) {
      for (const other of kinds.slice(index + 1)) {
        expect(difference(one.color, other.color), `${one.kind} and ${other.kind}`).toBeGreaterThan(11);
      }
    }
  });

  test('a colour and the same behind a veil', () => {
    for (const color of ['#8c4a08', '#174680', '#ecbf83', '#9ebcdd']) {
      expect(difference(see(color), see(paled(color))), color).toBeGreaterThan(11);
    }
  });

  test('the selection line on every class of every palette', () => {
    for (const { name, count } of cases) {
      for (const color of steps(ramps[name], count)) {
        if (name === 'ochre' || (name === 'diverging' && rgb(color).r > rgb(color).b)) continue;
        expect(difference(see(select), see(color)), `${color} in ${name} ${count}`).toBeGreaterThan(20);
      }
    }
  });
});

describe('palettes', () => {
  test.each(sequentialCounts.flatMap((count) => [{ count }]))(
    '$count steps grow darker from one to the next',
    ({ count }) => {
      for (const ramp of [blue, teal, ochre]) {
        const light = steps(ramp, count).map(luminance);
        expect(light).toEqual(light.toSorted((a, b) => b - a));
      }
    },
  );

  test('a diverging scale is as dark on one side as on the other, and palest in the middle', () => {
    for (const count of divergingCounts) {
      const lightness = steps(diverging, count).map((color) => lab(color).l);
      const middle = (count - 1) / 2;
      expect(Math.max(...lightness)).toBe(lightness[middle]);
      for (let i = 0; i < middle; i++) {
        expect(Math.abs((lightness[i] ?? 0) - (lightness[count - 1 - i] ?? 0))).toBeLessThan(12);
      }
    }
  });

  test('no class is a strong red, and none a strong grass green', () => {
    for (const { name, count } of cases) {
      for (const color of steps(ramps[name], count)) {
        const { h, c } = hcl(color);
        if (c < 35) continue;
        const isOchre = h > 55 && h < 110;
        const isTealOrBlue = h > 160 && h < 310;
        expect(isOchre || isTealOrBlue, `${color} in ${name} ${count}`).toBe(true);
      }
    }
  });

  test('a number of classes without a palette is an error', () => {
    expect(() => steps(blue, 10)).toThrow('invalid number of classes: 10');
    expect(() => steps(diverging, 4)).toThrow('invalid number of classes: 4');
  });

  test('text in a box of any standing has a contrast of 4.5', () => {
    for (const color of standing) {
      const text = readableOn(color);
      const [dark = 0, light = 0] = [luminance(text), luminance(color)].sort((a, b) => a - b);
      expect((light + 0.05) / (dark + 0.05), color).toBeGreaterThanOrEqual(4.5);
    }
  });

  test('the name of any line has a contrast of 4.5 on white', () => {
    for (const color of series) expect(1.05 / (luminance(color) + 0.05), color).toBeGreaterThanOrEqual(4.5);
  });

  test('chart text has a contrast of 4.5 on white and on the map ground', () => {
    for (const color of [ink, muted, accent]) {
      for (const behind of ['#ffffff', ground, accentSoft]) {
        expect(
          (luminance(behind) + 0.05) / (luminance(color) + 0.05),
          `${color} on ${behind}`,
        ).toBeGreaterThan(4.5);
      }
    }
  });
});

describe('the style sheet', () => {
  const theme = readFileSync(new URL('../../src/ui/theme.css', import.meta.url), 'utf8');
  const kern = readFileSync(
    new URL('../../node_modules/@kern-ux/native/dist/kern.css', import.meta.url),
    'utf8',
  );
  const numbersOf = (declaration: string) => declaration.match(/[\d.]+/g)?.map(Number);
  const declared = (sheet: string, name: string) => sheet.match(new RegExp(`${name}:\\s*([^;]+);`))?.[1];
  const tokens = [...theme.matchAll(/^\s*(--kern-color-[a-z]+(?:-\d+)?):\s*(oklch\([^;]+);/gm)];

  test('has KERN’s tokens as KERN publishes them', () => {
    expect(tokens.length).toBeGreaterThan(15);
    for (const [, name = '', value = ''] of tokens) {
      expect(numbersOf(value), name).toEqual(numbersOf(declared(kern, name) ?? 'none'));
    }
  });

  test.each([
    ['--kern-color-neutral-950', ink],
    ['--kern-color-neutral-650', muted],
    ['--kern-color-darkblue-700', accent],
    ['--kern-color-darkblue-050', accentSoft],
  ])('means by %s the colour charts draw with', (name, color) => {
    expect(difference(fromOklch(declared(theme, name) ?? ''), color)).toBeLessThan(1);
  });

  test('and charts share the selection line and the map ground', () => {
    expect(declared(theme, '--ql-select')).toBe(select);
    expect(declared(theme, '--ql-ground')).toBe(ground);
  });
});

/** Ottosson 2020: OKLCh to sRGB. */
function fromOklch(text: string): string {
  const [percent = 0, chroma = 0, hue = 0] = text.match(/[\d.]+/g)?.map(Number) ?? [];
  const lightness = percent / 100;
  const a = chroma * Math.cos((hue * Math.PI) / 180);
  const b = chroma * Math.sin((hue * Math.PI) / 180);
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return rgb(
    encode(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
    encode(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
    encode(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s),
  ).formatHex();
}
