import { marksOf, type NumberFormat } from '#import/columns/parseNumber.ts';
import type { Findings } from './findings.ts';

export const decimals = ['comma', 'point'] as const;
export type Decimal = (typeof decimals)[number];

/** What stands for "no figure" in German tables (DIN 55301) and in exports of statistics programs. */
const marks = marksOf([
  { value: '-', label: 'zero' },
  { value: '–', label: 'zero' },
  { value: '.', label: 'secret' },
  { value: '•', label: 'secret' },
  { value: '*', label: 'secret' },
  { value: '/', label: 'unreliable' },
  { value: 'x', label: 'blocked' },
  { value: 'X', label: 'blocked' },
  { value: '…', label: 'later' },
  { value: '...', label: 'later' },
  { value: 'NA', label: 'missing' },
  { value: 'N/A', label: 'missing' },
  { value: 'n/a', label: 'missing' },
  { value: 'NaN', label: 'missing' },
  { value: 'null', label: 'missing' },
]);

/** A number that could be written with this sign between its thousands: `0.234` and `01.234` could not. */
const grouped = { ',': /^[+-]?[1-9]\d{0,2}(,\d{3})+$/, '.': /^[+-]?[1-9]\d{0,2}(\.\d{3})+$/ } as const;

/**
 * How the counts of a table are written, from all its cells together.
 *
 * Both signs in one number, or one that cannot stand between thousands, decide. Where every sign could be either,
 * points in a file with semicolons or tabs and commas in one with commas stand between thousands, else they are
 * decimal signs; that is said aloud, and `decided` settles it.
 */
export function numberFormatOf(
  cells: readonly string[],
  delimiter: string,
  decided: Decimal | null,
  file: string,
  findings: Findings,
): NumberFormat {
  const numbers = cells.filter((cell) => /\d/.test(cell));
  const hasBlanks = numbers.some((cell) => /\d[ \u00a0\u202f\u2009]\d/.test(cell));
  const formatWith = (decimal: ',' | '.', thousands: string): NumberFormat => ({
    decimal,
    thousands: hasBlanks ? ' ' : thousands,
    marks,
  });
  if (decided) return decided === 'comma' ? formatWith(',', '.') : formatWith('.', ',');

  const both = numbers.find((cell) => cell.includes(',') && cell.includes('.'));
  if (both)
    return both.lastIndexOf(',') > both.lastIndexOf('.') ? formatWith(',', '.') : formatWith('.', ',');
  const commas = numbers.filter((cell) => cell.includes(','));
  const points = numbers.filter((cell) => cell.includes('.'));
  const commasCouldGroup = commas.every((cell) => grouped[','].test(cell));
  const pointsCouldGroup = points.every((cell) => grouped['.'].test(cell));
  if (commas.length > 0 && points.length > 0) {
    // 1.234 beside 2,5 is German, 1,234 beside 2.5 is English; beside each other they say nothing
    if (commasCouldGroup && pointsCouldGroup) {
      findings.add(
        `Komma und Punkt stehen in den Zahlen so, dass beide Tausender oder Dezimalstellen trennen könnten, zum Beispiel „${commas[0]}“ und „${points[0]}“. Welches Zeichen Dezimalstellen trennt, sagt --decimal comma oder --decimal point.`,
        { file },
      );
    }
    return commasCouldGroup && !pointsCouldGroup ? formatWith('.', ',') : formatWith(',', '.');
  }
  const sign = commas.length > 0 ? ',' : '.';
  const signed = commas.length > 0 ? commas : points;
  const couldGroup = commas.length > 0 ? commasCouldGroup : pointsCouldGroup;
  const decimalFormat = sign === ',' ? formatWith(',', '.') : formatWith('.', '');
  const [example] = signed;
  if (example === undefined || !couldGroup) return decimalFormat;
  const name = sign === ',' ? 'Kommas' : 'Punkte';
  const groups = (sign === ',') === (delimiter === ',');
  findings.note(
    groups
      ? `${name} wie in „${example}“ wurden als Tausendertrennzeichen gelesen. Trennen sie Dezimalstellen: --decimal ${sign === ',' ? 'comma' : 'point'}.`
      : `${name} wie in „${example}“ wurden als Dezimaltrennzeichen gelesen. Trennen sie Tausender: --decimal ${sign === ',' ? 'point' : 'comma'}.`,
    { file },
  );
  return groups ? formatWith(sign === ',' ? '.' : ',', sign) : decimalFormat;
}
