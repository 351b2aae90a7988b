/** A year as somebody writes it; null when it is none. */
export function yearOf(text: string): number | null {
  const year = Number(text.trim());
  return Number.isInteger(year) && year >= 1900 && year <= 2100 ? year : null;
}
