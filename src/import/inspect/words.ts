/**
 * The words of a heading as they are compared: small letters, umlauts written out, words divided by hyphens put
 * together (`Migrations-hintergrund`), `camelCase` and `snake_case` taken apart, footnote signs gone.
 */
export function headingWords(heading: string): string {
  return heading
    .replace(/\u00ad/g, '')
    .replace(/²/g, '2')
    .replace(/³/g, '3')
    .replace(/[¹⁴-⁹*†]/g, ' ')
    .replace(
      /([A-Za-zÄÖÜäöüß])-\s*(?=[a-zäöüß]{3})(?!(?:und|oder|bis|bzw|age|plus|under|over|key|rate|with)(?![a-zäöüß]))/g,
      '$1',
    )
    .replace(/([a-zäöüß]{3})([A-ZÄÖÜ])/g, '$1 $2')
    .toLowerCase()
    .replace(/ä/g, 'ae')
    .replace(/ö/g, 'oe')
    .replace(/ü/g, 'ue')
    .replace(/ß/g, 'ss')
    .replace(/[/:*_]-?innen\b/g, '')
    .replace(/[^a-z0-9%+/]+/g, ' ')
    .trim();
}

const beforeYear = /(?:pre|bis|seit|ab|vor|until|since|before|after|nach|from)[\s_-]*$/i;

/** The one year a heading names (`Einwohner 31.12.2023`, `2013/14`); null for none, a span or several. */
export function yearInHeading(heading: string): number | null {
  const years = new Set<number>();
  const found = /(?<!\d)((?:19|20)\d\d)(?:\s*\/\s*((?:19|20)?\d\d))?(?!\d)/g;
  for (const match of heading.matchAll(found)) {
    if (beforeYear.test(heading.slice(0, match.index))) continue;
    const year = Number(match[1]);
    if (year < 1950 || year > 2060) continue;
    years.add(year);
  }
  const [year] = years;
  return years.size === 1 && year !== undefined ? year : null;
}

/** Are the figures under this heading percent by its words? */
export function saysPercent(heading: string): boolean {
  return /%|\bprozent\b|\bv\.\s?h\.|\bpercent\b|_pct\b|\bpct\b/i.test(heading);
}
