import { type AgeGroup, ageConceptId } from './concepts/ages.ts';
import { conceptRules } from './concepts/catalog.ts';
import type { AgeRange, Concept, ConceptRule } from './concepts/concept.ts';
import { conceptById, shareConcept } from './concepts/conceptById.ts';
import { origins } from './concepts/origins.ts';
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
  /** By its words a mean, a density, a price: never a count, whatever its cells look like. */
  readonly average: boolean;
  /** By its words no figure: a key, a name, a coordinate, an address. */
  readonly rule: RoleRule | null;
}

export function tableWords(headings: readonly string[], title: string): TableWords {
  const words = headings.map(headingWords);
  const ranges = words.flatMap((heading) => {
    const range = /(?:^|[^\d])(\d{1,2})(?: |u)(\d{1,2})(?!\d)/.exec(heading);
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
      : (age && !isOfOthers(words, table) && withAge(subject, age, table)) || subject;
  const found = id === null ? null : conceptById(id);
  // "Insgesamt – %" is a column of hundreds.
  const base = share && found?.universe === null && found.share === null ? null : found;
  const concept = base && share && base.kind === 'count' ? conceptById(shareConcept(base)) : base;
  const rule =
    roleRules.find((it) => it.heading.test(words.at(-1) ?? whole) && !it.except?.test(whole)) ?? null;
  const average = words.slice(-2).some((part) => averageWord.test(part));
  return { concept, share: share || concept?.kind === 'share', average, rule };
}

const averageWord =
  /dichte\b|durchschnitt|\bmittlere|mittelwert|median|\bje\b|\bpro\b|preise?\b|index|\bwert\b(?!e)|quotient|alter$|groesse|flaeche|density|average|\bmean\b|\bavg\b/;

const shareWord = /anteil|quote\b|\bquote|\brate\b|\bshare\b|prozent|\bpct\b/;
/** Does a heading speak of a share? */
export function shareHeading(heading: string): boolean {
  return saysPercent(heading) || shareWord.test(headingWords(heading));
}

/** Parts that say how, not what. */
const neutral =
  /^(?:anzahl|insgesamt|gesamt|zusammen|absolut|abs|total|summe|alle|in ?%|%|% sp ?\d+|sp ?\d+|mit|ohne|wert|prozent|quote|rate|anteil(?: in)? ?%?|anteil an .*|(?:darunter|davon|dar|und zwar)\b.*|(?:31 ?12|30 ?0?6|stand)? ?\d{4}|dez(?:ember)? \d{4})$/;
const partOf = /^(?:darunter|davon|dar|hiervon|und zwar)\b/;
const partAlone = /^(?:darunter|davon|dar|hiervon|und zwar)(?: \d+)?$/;
const populations = new Set(['residents', 'migration-background', 'foreigners']);

/** What a heading is about: the most special of what its parts say, as far as they belong together. */
function subjectOf(words: readonly string[], table: TableWords): string | null {
  // Of whom it is a part stands above, which part is not said.
  if (partAlone.test(words.at(-1) ?? '')) return null;
  const isNeutral = (part: string) => neutral.test(part) || isAgeOnly(part);
  // The lowest part that says something, with everything below it.
  let start = words.length - 1;
  while (start > 0 && (isNeutral(words[start] ?? '') || partOf.test(words[start] ?? ''))) start--;
  const own = words.slice(start).join(' ');
  const before = words.slice(0, start);
  const whole = words.join(' ');
  const special = ruleFor(own, table);
  const parent = ruleFor(before.join(' '), table)?.concept ?? null;
  if (parent !== null && !isPopulation(parent)) {
    if (special?.concept === parent) return parent;
    const together = ruleFor(whole, table)?.concept ?? null;
    if (together !== parent) return together;
    return special !== null && themeOf(special.concept) === themeOf(parent) ? special.concept : null;
  }
  const origin = originIn(own, `${whole} ${table.title}`);
  if (origin) return origin;
  if (special) {
    const sexes = special.concept === 'women' || special.concept === 'men';
    // Women in a table of foreigners are not the women.
    if (sexes && ![null, 'residents'].includes(parent ?? titleSubject(table))) return null;
    return moreSpecial(special, own, before.at(-1) ?? '', parent, table);
  }
  return words.every(isNeutral) ? titleSubject(table) : null;
}

/**
 * `Haushalte mit Kindern – Anzahl der Haushalte, in denen Kinder leben`: the part above may say it shorter, and both
 * together may say more (`Deutsche – mit Migrationshintergrund`).
 */
function moreSpecial(
  special: ConceptRule,
  own: string,
  near: string,
  parent: string | null,
  table: TableWords,
): string {
  if (near === '') return special.concept;
  const above = ruleFor(near, table);
  const together = ruleFor(`${near} ${own}`, table);
  const concept = above && conceptById(above.concept);
  const candidates = [special];
  if (above && (concept?.universe === special.concept || concept?.kind === 'value')) candidates.push(above);
  if (together && together.concept !== parent) candidates.push(together);
  const first = Math.min(...candidates.map((rule) => conceptRules.indexOf(rule)));
  return conceptRules[first]?.concept ?? special.concept;
}

/** Whom the whole table is about, by the titles above it. */
function titleSubject(table: TableWords): string | null {
  const rule = ruleFor(table.title, { ...table, headings: [] });
  return rule?.concept ?? (/einwohner|bevoelkerung/.test(table.title) ? 'residents' : null);
}

function ruleFor(words: string, table: TableWords): ConceptRule | null {
  if (words === '') return null;
  for (const rule of conceptRules) {
    if (!rule.heading.test(words) || rule.except?.test(words)) continue;
    const stands = (other: RegExp) => table.headings.some((heading) => other.test(heading));
    if (!rule.beside || rule.beside.every(stands)) return rule;
  }
  return null;
}

function isPopulation(concept: string): boolean {
  return themeOf(concept) === 'population';
}

function themeOf(concept: string): string | undefined {
  return conceptById(concept)?.theme;
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

const ageContext = /alter\b|\bage\b|jahre|jaehrig|aelter|juenger|years|\byr\b|\bu ?\d\d?\b|\d\d ?plus\b/;
const oldest = 110;

/** Nothing but ages: `6 bis unter 15 Jahre`. */
function isAgeOnly(words: string): boolean {
  if (!/\d/.test(words)) return false;
  const rest = words
    .replace(/\d+/g, ' ')
    .replace(
      /\b(?:im|in|von|bis|unter|ueber|ab|und|u|mehr|aelter|aeltere|juenger|plus|pp|alter|age|jahren?|jaehrige|years|below|above|under|over|anteil|der|anzahl)\b|[%+]/g,
      ' ',
    );
  return rest.trim() === '' && !/^(?:\d+|(?:19|20)\d\d.*)$/.test(words);
}

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
  const between = /(?:^|[^\d])(\d{1,2})u(\d{1,2})\b/.exec(words);
  if (between && Number(between[1]) < Number(between[2])) {
    return { from: Number(between[1]), to: Number(between[2]) - 1 };
  }
  const under = /(?:\bunter|\bbelow|\bunder|\bbis unter|juenger als|\bu)[ ]?(\d{1,3})\b/.exec(words);
  if (under && Number(under[1]) <= oldest) return { from: null, to: Number(under[1]) - 1 };
  const over = /\b(?:ueber|above|over) (\d{1,3})\b/.exec(words);
  if (over && Number(over[1]) <= oldest) {
    // "65-Jährige und Ältere" are those above 64; English column names of registers say `above_65` for 65 and more.
    const from = Number(over[1]) + (over[0].startsWith('ueber') ? 1 : 0);
    return { from, to: null };
  }
  const open =
    /(?:\bab )(\d{1,3})\b|\b(\d{1,3}) ?(?:jaehrigen? )?(?:jahre )?(?:(?:und|u|\/) ?(?:mehr|aelter|aeltere)|plus|\+|pp\b)/.exec(
      words,
    );
  const from = Number(open?.[1] ?? open?.[2] ?? NaN);
  return from > 0 && from <= oldest ? { from, to: null } : null;
}

/** `Bedarfsgemeinschaften – unter 25 Jahre`: of those above, not of all residents. */
function isOfOthers(words: readonly string[], table: TableWords): boolean {
  return words.some((part) => {
    const found = ruleFor(part, table);
    return found !== null && !isPopulation(found.concept);
  });
}

/** Ages are of residents unless the heading or the title says of whom. */
function withAge(subject: string | null, age: AgeRange, table: TableWords): string | null {
  const whose = subject ?? titleSubject(table) ?? 'residents';
  const groups: Readonly<Record<string, AgeGroup>> = {
    residents: '',
    'migration-background': 'mh',
    foreigners: 'foreigners',
  };
  const group = Object.hasOwn(groups, whose) ? groups[whose] : undefined;
  return group === undefined ? null : ageConceptId(age, group);
}

/** Role and concept of a figure of a long table, by the cells that say which it is. */
export function guessFigure(is: readonly string[], percent: boolean, title: string): ColumnGuess {
  const { concept, average } = guessHeading(is, tableWords([], title));
  if (percent) return { role: 'share', concept: concept?.kind === 'share' ? concept.id : null };
  if (concept) return { role: concept.kind, concept: concept.id };
  return { role: average ? 'value' : 'count', concept: null };
}

/** What the cells of a column turned out to be, as far as its role depends on it. */
export interface FoundCells {
  readonly type: 'empty' | 'text' | 'number' | 'year' | 'date';
  readonly isKey: boolean;
  readonly isUnique: boolean;
  /** Different cells divided by filled cells. */
  readonly variety: number;
  readonly whole: boolean;
  readonly percent: boolean;
  readonly min: number;
  readonly max: number;
  /** Its heading speaks of changes, which may be negative. */
  readonly differences: boolean;
  /** The table is one of schools or kitas. */
  readonly ofInstitutions: boolean;
}

/** Role and concept of a column: what its heading says, as far as its cells agree. */
export function guessColumn(heading: HeadingGuess, cells: FoundCells): ColumnGuess {
  const { concept, rule } = heading;
  if (cells.type === 'empty') return { role: 'none', concept: null };
  if (rule && ruleFits(rule, cells)) {
    return { role: roleOf(rule, cells), concept: rule.concept };
  }
  if (cells.type === 'year') return { role: 'year', concept: null };
  if (cells.type === 'date') return { role: 'none', concept: null };
  if (cells.type === 'text') {
    if (cells.isKey) return { role: cells.ofInstitutions ? 'word' : 'area-key', concept: null };
    // Levels written as words (`Stufe 2`) keep their meaning, counts in words do not.
    const level = concept?.kind === 'value' && cells.variety < 0.5 ? concept.id : null;
    return { role: cells.variety < 0.5 ? 'word' : 'none', concept: level };
  }
  if (cells.percent || heading.share)
    return { role: 'share', concept: concept?.kind === 'count' ? null : (concept?.id ?? null) };
  if (concept) {
    // One negative cell is a slip that has to be asked about, unless the heading speaks of differences.
    if (concept.kind === 'count' && (!cells.whole || (cells.min < 0 && cells.differences))) {
      // A count with decimals is a share or a mean under the same word; which one nobody says.
      return { role: 'value', concept: null };
    }
    return { role: concept.kind, concept: concept.id };
  }
  if (cells.isKey) return { role: cells.ofInstitutions ? 'none' : 'area-key', concept: null };
  // Few small numbers over and over: classes or levels, not counts.
  const classes = cells.max < 100 && cells.variety < 0.03;
  const counts = cells.whole && cells.min >= 0 && !heading.average && !classes;
  return { role: counts ? 'count' : 'value', concept: null };
}

const keys = { area: 'area-key', institution: 'institution-key' } as const;

function roleOf(rule: RoleRule, cells: FoundCells): ColumnGuess['role'] {
  if (rule.role === 'area-name' && cells.isKey) return keys.area;
  const isPlain = rule.concept === 'code' || (rule.role === 'area-key' && rule.generic === true);
  if (isPlain && cells.ofInstitutions && cells.isUnique) return keys.institution;
  return rule.role;
}

function ruleFits(rule: RoleRule, cells: FoundCells): boolean {
  if (rule.role === 'x' || rule.role === 'y') return cells.type === 'number';
  if (rule.role === 'year') return cells.type === 'year';
  if (rule.role === 'area-key' || rule.role === 'institution-key')
    return cells.isKey || rule.certain === true;
  if (rule.role === 'area-name') return cells.type === 'text' || cells.isKey;
  if (rule.role === 'name') return cells.type === 'text';
  return true;
}
