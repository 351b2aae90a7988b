/** The ways in which numbers are written, in order of preference where several read all cells alike. */
export const numberFormats = [
  { decimal: '.', thousands: '' },
  { decimal: ',', thousands: '' },
  { decimal: ',', thousands: ' ' },
  { decimal: ',', thousands: '.' },
  { decimal: '.', thousands: ',' },
  { decimal: '.', thousands: ' ' },
  { decimal: '.', thousands: "'" },
  { decimal: ',', thousands: "'" },
] as const;

/** Bit f: `numberFormats[f]` reads the cell. */
export type CellMask = number;

export const anyFormat = (1 << numberFormats.length) - 1;
export const percentBit = 1 << 8;
export const bracketBit = 1 << 9;
/** The cell holds a sign between digits, so that formats may differ on it. */
export const separatedBit = 1 << 10;
/** Two digits or more, the first of them 0: a key, hardly a number. */
export const leadingZeroBit = 1 << 11;

const formatIndex = new Map<string, number>(
  numberFormats.map(({ decimal, thousands }, f) => [`${decimal}${thousands}`, f]),
);

const exponent = /^[+-]?(?:\d+\.?\d*|\.\d+)e[+-]?\d{1,3}$/i;
const DOT = 46;
const COMMA = 44;
const BLANK = 32;
const APOSTROPHE = 39;

// Reused between cells: signs between digits, and the number of digits before each and after the last.
const separators = new Uint8Array(32);
const groups = new Uint8Array(33);

/**
 * Which formats read a cell as a number, with what else is remarkable about it; 0 when none does. The one place where
 * cells are looked at character by character: it runs over every cell of every file.
 */
export function cellMask(cell: string): CellMask {
  let start = 0;
  let end = cell.length;
  while (start < end && isSpace(cell.charCodeAt(start))) start++;
  while (end > start && isSpace(cell.charCodeAt(end - 1))) end--;
  let extra = 0;
  if (end - start > 2 && cell.charCodeAt(start) === 40 && cell.charCodeAt(end - 1) === 41) {
    extra |= bracketBit;
    start++;
    end--;
    while (start < end && isSpace(cell.charCodeAt(start))) start++;
    while (end > start && isSpace(cell.charCodeAt(end - 1))) end--;
  }
  if (end > start && cell.charCodeAt(end - 1) === 37) {
    extra |= percentBit;
    end--;
    while (end > start && isSpace(cell.charCodeAt(end - 1))) end--;
  }
  const first = cell.charCodeAt(start);
  const signed = first === 45 || first === 43 || first === 0x2212 || first === 0x2013;
  if (signed) {
    start++;
    while (start < end && isSpace(cell.charCodeAt(start))) start++;
  }
  if (start >= end) return 0;
  let count = 0;
  let digits = 0;
  const firstDigit = cell.charCodeAt(start);
  for (let i = start; i < end; i++) {
    const code = cell.charCodeAt(i);
    if (code >= 48 && code <= 57) {
      if (digits < 255) digits++;
      continue;
    }
    const sign = separatorOf(code);
    if (sign === 0) {
      const plain = code === 69 || code === 101 ? cell.slice(start, end) : '';
      return plain !== '' && exponent.test(plain) ? extra | separatedBit | 1 : 0;
    }
    if (count >= separators.length) return 0;
    separators[count] = sign;
    groups[count] = digits;
    count++;
    digits = 0;
  }
  if (count === 0) {
    const key = digits > 1 && firstDigit === 48 && !signed ? leadingZeroBit : 0;
    return digits > 0 ? extra | key | anyFormat : 0;
  }
  groups[count] = digits;
  if (count === 1) {
    const mask = readsOne(digits, firstDigit);
    return mask === 0 ? 0 : extra | separatedBit | mask;
  }
  let mask = 0;
  for (let f = 0; f < numberFormats.length; f++) if (reads(f, count, firstDigit)) mask |= 1 << f;
  return mask === 0 ? 0 : extra | separatedBit | mask;
}

/** Sign between digits → formats for which it is the decimal sign, and for which it parts thousands. */
const decimalMasks = new Uint8Array(64);
const thousandsMasks = new Uint8Array(64);
for (const [f, { decimal, thousands }] of numberFormats.entries()) {
  const point = decimal.charCodeAt(0);
  decimalMasks[point] = (decimalMasks[point] ?? 0) | (1 << f);
  if (thousands === '') continue;
  const between = thousands.charCodeAt(0);
  thousandsMasks[between] = (thousandsMasks[between] ?? 0) | (1 << f);
}

/** The short way for the most frequent case: one sign between digits. */
function readsOne(after: number, firstDigit: number): number {
  const sign = separators[0] ?? 0;
  const before = groups[0] ?? 0;
  const parts = before >= 1 && before <= 3 && after === 3 && firstDigit !== 48;
  const asDecimal = before + after > 0 ? (decimalMasks[sign] ?? 0) : 0;
  return asDecimal | (parts ? (thousandsMasks[sign] ?? 0) : 0);
}

function reads(format: number, count: number, firstDigit: number): boolean {
  const { decimal, thousands } = numberFormats[format] ?? numberFormats[0];
  const point = decimal.charCodeAt(0);
  const hasFraction = separators[count - 1] === point;
  const whole = hasFraction ? count - 1 : count;
  const before = groups[0] ?? 0;
  if (whole === 0) return before + (groups[1] ?? 0) > 0;
  if (thousands === '') return false;
  const between = thousands.charCodeAt(0);
  if (before < 1 || before > 3 || firstDigit === 48) return false;
  for (let s = 0; s < whole; s++) if (separators[s] !== between || groups[s + 1] !== 3) return false;
  return true;
}

/** The sign as one of four; 0 for anything else. */
function separatorOf(code: number): number {
  if (code === DOT || code === COMMA) return code;
  if (isSpace(code)) return BLANK;
  return code === APOSTROPHE || code === 0x2019 ? APOSTROPHE : 0;
}

/** Blanks of all widths, and line ends. */
function isSpace(code: number): boolean {
  return (
    code === 32 ||
    code === 0xa0 ||
    code === 0x202f ||
    code === 0x2009 ||
    (code >= 9 && code <= 13) ||
    code === 0x2007
  );
}

export function formatAt(index: number): { readonly decimal: string; readonly thousands: string } {
  return numberFormats[index] ?? numberFormats[0];
}

export function indexOfFormat(decimal: string, thousands: string): number {
  return formatIndex.get(`${decimal}${thousands}`) ?? 0;
}
