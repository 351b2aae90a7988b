import { conceptRules } from './conceptRules.ts';
import {
  type AgeGroup,
  type AgeRange,
  ageConceptId,
  type Concept,
  conceptById,
  origins,
  shareConcept,
} from './concepts.ts';
import type { ColumnGuess } from './inspection.ts';
import { type RoleRule, roleRules } from './roleRules.ts';
import { headingWords, saysPercent } from './words.ts';

/** What the headings of a table say together. */
export interface TableWords {
  /** Heading words of all columns. */
  readonly headings: readonly string[];
  /** Words of titles above the table. */
  readonly title: string;
  /** Several ages in the headings end where another begins: `6 - 15` is then 6 to under 15. */
  readonly agesMeet: boolean;
  readonly hasAges: boolean;
}

/** What the heading of one column says, before its cells are looked at. */
export interface HeadingGuess {
  readonly concept: Concept | null;
  /** Numbers under this heading are shares. */
  readonly share: boolean;
  /** By its words no figure: a key, a name, a coordinate, an address. */
  readonly rule: RoleRule | null;
}

export function tableWords(headings: readonly string[], title: string): TableWords {
  const words = headings.map(headingWords);
  const ranges = words.flatMap((heading) => {
    const range = /(?:^|[^\d])(\d{1,2}) (\d{1,2})(?!\d)/.exec(heading);
    return range ? [[Number(range[1]), Number(range[2])] as const] : [];
  });
  const starts = new Set(ranges.map(([from]) => from));
  const meeting = ranges.filter(([from, to]) => from < to && starts.has(to)).length;
  const following = ranges.filter(([from, to]) => from < to && starts.has(to + 1)).length;
  return {
    headings: words,
    title: headingWords(title),
    agesMeet: meeting > following,
    hasAges: meeting + following >= 2,
  };
}

/** Parts of a heading from the most general to the most special. */
export function guessHeading(parts: readonly string[], table: TableWords): HeadingGuess {
  const words = parts.map(headingWords).filter((part) => part !== '');
  const whole = words.join(' ');
  const share =
    parts.some(saysPercent) || shareWord.test(words.at(-1) ?? '') || shareWord.test(words.at(-2) ?? '');
  const subject = subjectOf(words, table);
  const age = ageIn(words, table);
  const id =
    subject !== null && !populations.has(subject)
      ? subject
      : ((age && withAge(subject, age, table)) ?? subject);
  const found = id === null ? null : conceptById(id);
  const concept = found && share && found.kind === 'count' ? conceptById(shareConcept(found)) : found;
  const rule =
    roleRules.find((it) => it.heading.test(words.at(-1) ?? whole) && !it.except?.test(whole)) ?? null;
  return { concept, share: share || concept?.kind === 'share', rule };
}

const shareWord = /anteil|quote\b|\bquote|\brate\b|\bshare\b|prozent|\bpct\b/;
/** Does a heading speak of a share? */
export function shareHeading(heading: string): boolean {
  return saysPercent(heading) || shareWord.test(headingWords(heading));
}

/** Parts that say how, not what. */
const neutral =
  /^(?:anzahl|insgesamt|gesamt|zusammen|absolut|abs|total|summe|alle|in ?%|%|% sp ?\d+|sp ?\d+|mit|ohne|wert|prozent|anteil(?: in)? ?%?|(?:darunter|davon|dar|und zwar)\b.*|(?:31 ?12|30 ?0?6|stand)? ?\d{4}|dez(?:ember)? \d{4})$/;
const partOf = /^(?:darunter|davon|dar|hiervon|und zwar)\b/;
const populations = new Set(['residents', 'migration-background', 'foreigners']);

function subjectOf(words: readonly string[], table: TableWords): string | null {
  const last = words.length - 1;
  const whole = words.join(' ');
  const isNeutral = (part: string) => neutral.test(part) || ageOf(part, table) !== null;
  // The lowest part that says something, with everything below it.
  let start = last;
  while (start > 0 && (isNeutral(words[start] ?? '') || partOf.test(words[start] ?? ''))) start--;
  const own = words.slice(start).join(' ');
  const above = words.slice(0, start).join(' ');
  const special = originIn(own, `${whole} ${table.title}`) ?? matching(own, table);
  const parent = above === '' ? null : matching(above, table);
  const isPopulation = parent === null || conceptById(parent)?.theme === 'population';
  if (special !== null && (isPopulation || special === parent)) return special;
  if (!isPopulation) {
    const together = matching(whole, table);
    if (together !== null && together !== parent) return together;
    const sameTheme = special !== null && conceptById(special)?.theme === conceptById(parent)?.theme;
    return sameTheme && together === null ? null : sameTheme ? special : null;
  }
  const rest = words.filter((part) => !isNeutral(part));
  return rest.length === 0 ? matching(table.title, { ...table, headings: [] }) : null;
}

function matching(words: string, table: TableWords): string | null {
  for (const rule of conceptRules) {
    if (!rule.heading.test(words) || rule.except?.test(words)) continue;
    if (rule.beside && !rule.beside.every((other) => table.headings.some((heading) => other.test(heading))))
      continue;
    return rule.concept;
  }
  return null;
}

const originContext = /herkunft|\bmh from\b|staatsangehoerig|origin|nationalit|migrations? ?hintergrund aus/;

function originIn(words: string, context: string): string | null {
  if (!originContext.test(context)) return null;
  const origin = origins.find((it) => it.heading.test(words));
  return origin ? `origin-${origin.id}` : null;
}

function ageIn(words: readonly string[], table: TableWords): AgeRange | null {
  for (let part = words.length - 1; part >= 0; part--) {
    const age = ageOf(words[part] ?? '', table);
    if (age) return age;
  }
  return null;
}

const ageContext = /alter\b|\bage\b|jahre|jaehrig|aelter|juenger|years|\byr\b/;
const oldest = 110;

/** The ages a part of a heading names, as whole years with both ends. */
export function ageOf(words: string, table: Pick<TableWords, 'agesMeet' | 'hasAges'>): AgeRange | null {
  if (/m2|qm|euro|eur\b|zimmer|einwohner je|plaetze/.test(words)) return null;
  const stated = ageContext.test(words);
  if (!stated && !table.hasAges) return null;
  const range = /(?:^|[^\d.])(\d{1,3}) ?(?:bis (unter )?)? ?(\d{1,3})(?![\d%])/.exec(words);
  if (range && / /.test(range[0].trim())) {
    const from = Number(range[1]);
    const to = Number(range[3]);
    if (from < to && to <= oldest) return { from, to: range[2] || table.agesMeet ? to - 1 : to };
  }
  const under = /(?:\bunter|\bbelow|\bunder|\bbis unter|juenger als|^u)[ ]?(\d{1,3})\b/.exec(words);
  if (under && Number(under[1]) <= oldest) return { from: null, to: Number(under[1]) - 1 };
  const over = /\b(?:ueber|above|over) (\d{1,3})\b/.exec(words);
  if (over && Number(over[1]) <= oldest) {
    // "65-Jährige und Ältere" are those above 64; English column names of registers say `above_65` for 65 and more.
    const from = Number(over[1]) + (over[0].startsWith('ueber') ? 1 : 0);
    return { from, to: null };
  }
  const open =
    /(?:\bab )(\d{1,3})\b|\b(\d{1,3}) ?(?:jaehrige )?(?:jahre )?(?:(?:und|u|\/) ?(?:mehr|aelter|aeltere)|plus|\+|pp\b)/.exec(
      words,
    );
  const from = Number(open?.[1] ?? open?.[2] ?? NaN);
  return from > 0 && from <= oldest ? { from, to: null } : null;
}

/** Ages are of residents unless the heading or the title says of whom. */
function withAge(subject: string | null, age: AgeRange, table: TableWords): string | null {
  const whose = subject ?? matching(table.title, { ...table, headings: [] }) ?? 'residents';
  const groups: Readonly<Record<string, AgeGroup>> = {
    residents: '',
    'migration-background': 'mh',
    foreigners: 'foreigners',
  };
  const group = Object.hasOwn(groups, whose) ? groups[whose] : undefined;
  return group === undefined ? null : ageConceptId(age, group);
}

/** What the cells of a column turned out to be, as far as its role depends on it. */
export interface FoundCells {
  readonly type: 'empty' | 'text' | 'number' | 'year' | 'date';
  readonly isKey: boolean;
  /** Different cells divided by filled cells. */
  readonly variety: number;
  readonly whole: boolean;
  readonly percent: boolean;
  readonly min: number;
  readonly max: number;
  /** The table is one of schools or kitas. */
  readonly ofInstitutions: boolean;
}

/** Role and concept of a column: what its heading says, as far as its cells agree. */
export function guessColumn(heading: HeadingGuess, cells: FoundCells): ColumnGuess {
  const { concept, rule } = heading;
  if (cells.type === 'empty') return { role: 'none', concept: null };
  if (rule && ruleFits(rule, cells)) {
    const role =
      rule.role === 'area-name' && cells.ofInstitutions && rule.concept === null ? 'word' : rule.role;
    return { role, concept: rule.concept };
  }
  if (cells.type === 'year') return { role: 'year', concept: null };
  if (cells.type === 'date') return { role: 'none', concept: null };
  if (cells.type === 'text') {
    if (cells.isKey) return { role: 'area-key', concept: null };
    return { role: cells.variety < 0.5 ? 'word' : 'none', concept: null };
  }
  if (cells.percent || heading.share)
    return { role: 'share', concept: concept?.kind === 'count' ? null : (concept?.id ?? null) };
  if (concept) {
    if (concept.kind === 'count' && (!cells.whole || cells.min < 0)) {
      // A count with decimals is a share or a mean under the same word; which one nobody says.
      return { role: 'value', concept: null };
    }
    return { role: concept.kind, concept: concept.id };
  }
  if (cells.isKey) return { role: 'area-key', concept: null };
  return { role: cells.whole && cells.min >= 0 ? 'count' : 'value', concept: null };
}

function ruleFits(rule: RoleRule, cells: FoundCells): boolean {
  if (rule.role === 'x' || rule.role === 'y') return cells.type === 'number';
  if (rule.role === 'year') return cells.type === 'year';
  if (rule.role === 'area-key' || rule.role === 'institution-key')
    return cells.isKey || rule.certain === true;
  if (rule.role === 'area-name' || rule.role === 'name') return cells.type === 'text';
  return true;
}
