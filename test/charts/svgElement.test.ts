import { describe, expect, test } from 'vitest';
import { shorten, textWidth, wrap } from '#charts/svgElement.ts';

describe('wrap', () => {
  test('leaves a short text on one line', () => {
    expect(wrap('Gini', 100, 2)).toEqual(['Gini']);
  });

  test('breaks at spaces and after hyphens', () => {
    expect(wrap('Ausländerinnen und Ausländer', 90, 2)).toEqual(['Ausländerinnen', 'und Ausländer']);
    expect(wrap('SGB-II-Haushalte', 60, 2)).toEqual(['SGB-II-', 'Haushalte']);
  });

  test('shows a soft hyphen only where it breaks', () => {
    expect(wrap('Migrations\u00adhintergrund', 80, 2)).toEqual(['Migrations-', 'hintergrund']);
    expect(wrap('Migrations\u00adhintergrund', 200, 2)).toEqual(['Migrationshintergrund']);
  });

  test('cuts what does not fit into the lines there are', () => {
    const lines = wrap('Kinder unter fünfzehn Jahren in Bedarfsgemeinschaften', 80, 2);
    expect(lines).toHaveLength(2);
    expect(lines[1]).toMatch(/…$/);
    for (const line of lines) expect(textWidth(line)).toBeLessThanOrEqual(80);
  });
});

test('shorten keeps a text that fits and ends another with an ellipsis', () => {
  expect(shorten('Moran I', 60)).toBe('Moran I');
  expect(shorten('Standortquotient', 40)).toMatch(/^Stan.*…$/);
});
