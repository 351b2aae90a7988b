/** Cell of SheetJS, as far as it is used. */
export interface WorkbookCell {
  readonly t: string;
  readonly v?: unknown;
  /** Number format. */
  readonly z?: unknown;
  /** As displayed. */
  readonly w?: string;
}

/** What formats numbers as Excel does (`SSF` of SheetJS). */
export interface NumberFormats {
  format(format: string, value: number, options?: { date1904?: boolean }): string;
  is_date(format: string): boolean;
  parse_date_code(
    value: number,
    options?: { date1904?: boolean },
  ): { y: number; m: number; d: number; H: number; M: number; S: number } | null;
}

const errors: ReadonlyMap<number, string> = new Map([
  [0x00, '#NULL!'],
  [0x07, '#DIV/0!'],
  [0x0f, '#VALUE!'],
  [0x17, '#REF!'],
  [0x1d, '#NAME?'],
  [0x24, '#NUM!'],
  [0x2a, '#N/A'],
  [0x2b, '#GETTING_DATA'],
]);

/**
 * A cell as text. Numbers get a decimal point and all their digits, whatever they are displayed as, except where the
 * display is what was meant: keys that are filled up with zeros, dates, years.
 */
export function cellText(cell: WorkbookCell, formats: NumberFormats, date1904: boolean): string {
  switch (cell.t) {
    case 's':
      return typeof cell.v === 'string' ? cell.v.replaceAll('\r\n', '\n') : '';
    case 'b':
      return cell.v ? 'TRUE' : 'FALSE';
    case 'e':
      return cell.w ?? errors.get(Number(cell.v)) ?? '#ERROR';
    case 'n':
      return typeof cell.v === 'number' ? numberText(cell.v, cell, formats, date1904) : '';
    default:
      return '';
  }
}

function numberText(value: number, cell: WorkbookCell, formats: NumberFormats, date1904: boolean): string {
  if (!Number.isFinite(value)) return '';
  const format = typeof cell.z === 'string' ? cell.z : 'General';
  if (format !== 'General' && formats.is_date(format)) {
    return dateText(value, format, formats, date1904) ?? plainNumber(value);
  }
  // The text that OpenDocument files keep beside the value.
  if (cell.w !== undefined && /^0\d+$/.test(cell.w)) return cell.w;
  if (isKeyFormat(format) && Number.isInteger(value) && value >= 0) {
    return formats.format(format, value).trim();
  }
  return plainNumber(value);
}

/** A workbook has a handful of formats and hundreds of thousands of cells. */
function once<T>(find: (format: string) => T): (format: string) => T {
  const known = new Map<string, T>();
  return (format) => {
    let found = known.get(format);
    if (found === undefined) {
      found = find(format);
      if (known.size >= 1_000) known.clear();
      known.set(format, found);
    }
    return found;
  };
}

/** `00000000`, `00 00 00`, `"0"#######`: formats that only make sense for keys. */
export const isKeyFormat = once((format) => {
  const positive = format.split(';')[0] ?? '';
  const literals: string[] = [];
  const rest = positive
    .replace(/\[[^\]]*\]/g, '')
    .replace(/"([^"]*)"|\\(.)|_.|\*./g, (_, quoted?: string, escaped?: string) => {
      literals.push(quoted ?? escaped ?? '');
      return '';
    });
  const digits = rest.replace(/[ /-]/g, '');
  if (/^00+$/.test(digits)) return true;
  return /^[0#]+$/.test(digits) && /^\s*["\\]/.test(positive) && /^\d+$/.test(literals[0] ?? '');
});

/** Does the format show hundredths? */
export function isPercentFormat(format: unknown): boolean {
  return typeof format === 'string' && showsPercent(format);
}

const showsPercent = once((format) => format.replace(/"[^"]*"|\\./g, '').includes('%'));

/** All digits Excel keeps (15), without exponent. */
export function plainNumber(value: number): string {
  if (Number.isInteger(value) && Math.abs(value) < 1e15) return String(value);
  const rounded = Number(value.toPrecision(15));
  const text = String(Number.isFinite(rounded) ? rounded : value);
  const exponent = /^(-?)(\d)(?:\.(\d+))?e([+-]\d+)$/.exec(text);
  if (!exponent) return text;
  const [, sign = '', first = '', rest = '', power = '0'] = exponent;
  const digits = first + rest;
  const point = 1 + Number(power);
  if (point <= 0) return `${sign}0.${'0'.repeat(-point)}${digits}`;
  if (point >= digits.length) return sign + digits.padEnd(point, '0');
  return `${sign}${digits.slice(0, point)}.${digits.slice(point)}`;
}

/** As much of an ISO date as the format shows. */
function dateText(value: number, format: string, formats: NumberFormats, date1904: boolean): string | null {
  const date = formats.parse_date_code(value, { date1904 });
  if (!date) return null;
  const shown = format.replace(/"[^"]*"|\\.|\[\$[^\]]*\]/g, '').toLowerCase();
  const time = `${two(date.H)}:${two(date.M)}`;
  const hasDay = /y|d/.test(shown);
  if (!hasDay && /[hs]/.test(shown)) return time;
  const year = String(date.y).padStart(4, '0');
  if (!shown.includes('d') && !/[hs]/.test(shown)) {
    return shown.includes('m') ? `${year}-${two(date.m)}` : year;
  }
  const day = `${year}-${two(date.m)}-${two(date.d)}`;
  return date.H + date.M + date.S > 0 && /[hs]/.test(shown) ? `${day}T${time}` : day;
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}
