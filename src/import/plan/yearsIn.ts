const earliest = 1900;
const latest = 2100;

/** Ways in which names of files, sheets and titles give a year, surest first. */
const patterns: readonly RegExp[] = [
  // 31.12.2024
  /(?<!\d)\d{1,2}\.\s?\d{1,2}\.\s?(\d{4})(?!\d)/,
  // 2024-12-31
  /(?<!\d)(\d{4})-\d{2}-\d{2}(?!\d)/,
  // school year 2020/21, 2020_21, 2020-2021: the year in which it begins
  /(?<!\d)(\d{4})[/_-](?:\d{2}|\d{4})(?!\d)/,
  // half-year 2024h02, 2024 HJ 2
  /(?<!\d)(\d{4})[ _-]?hj?[ _-]?0?[12](?!\d)/i,
  // month 202412
  /(?<!\d)(\d{4})(?:0[1-9]|1[0-2])(?!\d)/,
  /(?<!\d)(\d{4})(?!\d)/,
];

/** The year a text speaks of; null when there is none, or several of which none is surer than the other. */
export function yearIn(text: string): number | null {
  for (const pattern of patterns) {
    const years = new Set<number>();
    for (const [, digits] of text.matchAll(new RegExp(pattern, `${pattern.flags}g`))) {
      const year = Number(digits);
      if (year >= earliest && year <= latest) years.add(year);
    }
    const [first] = years;
    if (years.size === 1 && first !== undefined) return first;
    if (years.size > 1) return null;
  }
  return null;
}
