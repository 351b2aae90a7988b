import { type Sign, signCode, signs } from '#model/sign.ts';

export interface NumberFormat {
  readonly decimal: string;
  /** Sign between thousands, or empty. */
  readonly thousands: string;
  /** Declared as integer: anything else is no number here. */
  readonly whole?: boolean;
  /** Cells may end in `%`. The value stays in percent. */
  readonly percent?: boolean;
  /** Cell text → code of the sign it stands for, or `zero` for a mark that means exactly zero (DIN 55301 `-`). */
  readonly marks: ReadonlyMap<string, number | 'zero'>;
}

export interface Cell {
  /** NaN where the sign says why – except for `unreliable`, which keeps its value. */
  readonly value: number;
  readonly sign: number;
}

/** The decimal sign that goes with a thousands sign when none is declared: both the same would turn 1.480 into 1.48. */
export function decimalFor(decimal: string | undefined, thousands: string | undefined): string {
  return decimal ?? (thousands === '.' ? ',' : '.');
}

const PRESENT = signCode('present');
const UNRELIABLE = signCode('unreliable');
/** No figure is; a slip of the pen may be. */
const largestNumber = 1e100;
const plain = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d{1,3})?$/i;

export const plainNumbers: NumberFormat = {
  decimal: '.',
  thousands: '',
  marks: new Map([['', signCode('missing')]]),
};

/** Labels of missing marks as they stand in a pack or recipe: a sign, or `zero`. */
export type MarkLabel = Exclude<Sign, 'present'> | 'zero';
export const markLabels: readonly MarkLabel[] = [
  ...signs.filter((sign): sign is Exclude<Sign, 'present'> => sign !== 'present'),
  'zero',
];

export function marksOf(
  marks: readonly { readonly value: string; readonly label: MarkLabel }[],
): ReadonlyMap<string, number | 'zero'> {
  const map = new Map<string, number | 'zero'>([['', signCode('missing')]]);
  for (const { value, label } of marks) map.set(value.trim(), label === 'zero' ? 'zero' : signCode(label));
  return map;
}

/** One cell as number and sign; null when it is neither a number in this format nor a declared mark. */
export function parseNumber(text: string, format: NumberFormat): Cell | null {
  const cell = text.trim();
  const mark = format.marks.get(cell);
  if (mark !== undefined) {
    if (mark === 'zero') return { value: 0, sign: PRESENT };
    return { value: NaN, sign: mark };
  }
  const bracketed = cell.length > 2 && cell.startsWith('(') && cell.endsWith(')');
  const bare = bracketed ? cell.slice(1, -1).trim() : cell;
  const value = numberOf(format.percent && bare.endsWith('%') ? bare.slice(0, -1).trimEnd() : bare, format);
  if (format.whole && !Number.isInteger(value)) return null;
  // NaN is not either. Sums of what is larger would run out of all bounds.
  return Math.abs(value) <= largestNumber ? { value, sign: bracketed ? UNRELIABLE : PRESENT } : null;
}

function numberOf(text: string, { decimal, thousands }: NumberFormat): number {
  let number = text.replace(minusOrPlus, (_all, sign: string) => (sign === '+' ? '+' : '-'));
  if (thousands !== '') {
    const [whole = '', ...rest] = number.split(decimal);
    const groups = whole.split(separators(thousands));
    if (groups.length > 1 && !groups.every((group, g) => (g === 0 ? leading : following).test(group)))
      return NaN;
    number = [groups.join(''), ...rest].join(decimal);
  }
  if (decimal !== '.') {
    if (number.includes('.')) return NaN;
    number = number.replace(decimal, '.');
  }
  return plain.test(number) ? Number(number) : NaN;
}

/** Offices write `- 23` as well as `-23`, with any of three signs. */
const minusOrPlus = /^([+\-\u2212\u2013])[ \u00a0\u202f\u2009]*(?=[\d.,])/;
const leading = /^[+-]?\d{1,3}$/;
const following = /^\d{3}$/;

/** Blanks of all widths are one sign, apostrophes of both shapes another. */
function separators(thousands: string): RegExp | string {
  if (thousands.trim() === '') return /[ \u00a0\u202f\u2009]/;
  return thousands === "'" || thousands === '’' ? /['’]/ : thousands;
}
