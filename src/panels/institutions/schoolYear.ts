/** The school year that begins in `year`: 2020 → "2020/21". */
export function schoolYear(year: number): string {
  return `${year}/${String((year + 1) % 100).padStart(2, '0')}`;
}
