import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dash, numbersOf } from '#i18n/numbers.ts';

const german = numbersOf('de');
const english = numbersOf('en');
const thin = '\u202f';
const minus = '\u2212';

describe('numbersOf', () => {
  test('German: decimal comma, thin space between thousands, no-break space before the percent sign', () => {
    expect(german.integer(3897145)).toBe(`3${thin}897${thin}145`);
    expect(german.decimal(1234.56, 2)).toBe(`1${thin}234,56`);
    expect(german.percent(0.214)).toBe('21,4\u00a0%');
    expect(german.percent(0.2136, 2)).toBe('21,36\u00a0%');
    expect(german.percentValue(0.214)).toBe('21,4');
  });

  test('English: decimal point, percent sign without space', () => {
    expect(english.integer(3897145)).toBe(`3${thin}897${thin}145`);
    expect(english.percent(0.214)).toBe('21.4%');
    expect(english.decimal(0.5, 3)).toBe('0.500');
  });

  test('a true minus, a plus where a difference is meant, and no sign on what rounds to nothing', () => {
    expect(german.decimal(-0.3)).toBe(`${minus}0,3`);
    expect(german.signed(1.2)).toBe('+1,2');
    expect(german.signed(-1.2)).toBe(`${minus}1,2`);
    expect(german.signed(0)).toBe('0,0');
    expect([german.signed(-0.04), german.signed(0.04), german.decimal(-0)]).toEqual(['0,0', '0,0', '0,0']);
    expect(german.points(0.012)).toBe('+1,2');
    expect(german.points(-0.003)).toBe(`${minus}0,3`);
  });

  test.each([Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY])('%s is a dash', (value) => {
    for (const numbers of [german, english]) {
      expect([
        numbers.integer(value),
        numbers.decimal(value),
        numbers.percent(value),
        numbers.percentValue(value),
        numbers.signed(value),
        numbers.points(value),
      ]).toEqual(Array(6).fill(dash));
    }
  });

  test('what is written can be read back, in both languages', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -1e9, max: 1e9, noNaN: true }),
        fc.integer({ min: 0, max: 4 }),
        (value, decimals) => {
          const plain = (text: string) =>
            Number(text.replaceAll(thin, '').replace(minus, '-').replace('+', '').replace(',', '.'));
          const tolerance = 0.5 * 10 ** -decimals * (1 + 1e-6) + 1e-6;
          for (const numbers of [german, english]) {
            expect(Math.abs(plain(numbers.decimal(value, decimals)) - value)).toBeLessThanOrEqual(tolerance);
            expect(Math.abs(plain(numbers.signed(value, decimals)) - value)).toBeLessThanOrEqual(tolerance);
          }
        },
      ),
    );
  });

  test('columns line up: the same number of decimals whatever the value', () => {
    fc.assert(
      fc.property(fc.double({ min: -1e6, max: 1e6, noNaN: true }), (value) => {
        expect(german.decimal(value, 2)).toMatch(/,\d\d$/);
      }),
    );
  });
});
