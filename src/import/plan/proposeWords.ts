import type { InspectedColumn, InspectedTable } from '../inspect/inspection.ts';
import { slugOf } from './ids.ts';
import type { ImportData } from './importData.ts';
import type { InstitutionPlan, WordTable } from './plan.ts';
import { asideRows } from './proposeTable.ts';
import { isGeneralForm, severalForms } from './severalForms.ts';
import { wordCell } from './wordCell.ts';

/** What tells schools apart by their kind; the first of these that a table has. */
const formColumns = [
  /schul[-_ ]?(form|art)/i,
  /einrichtungsart|angebots?(art|form)/i,
  /schul[-_ ]?typ|form$|\bart\b|\btype?\b/i,
];
const providerColumns = /tr[äa]e?ger|rechtsform|rechtsstellung|rechtsstatus|sponsor/i;

/** More forms than these crowd the map; the rest is summed up. */
export const mostForms = 8;

type Shown = Pick<InstitutionPlan, 'formName' | 'formWords' | 'formOf'>;
type Form = Shown & Pick<InstitutionPlan, 'form' | 'formNames'>;
type Provider = Pick<InstitutionPlan, 'provider' | 'providerNames' | 'publicWords'>;

/** The column that tells the forms apart, where its words stand, and which of them are worth a sign of their own. */
export function proposeForm(
  table: InspectedTable,
  kind: InstitutionPlan['kind'],
  tables: readonly InspectedTable[],
  data: ImportData,
): Form {
  const words = table.columns.filter(isWord);
  const column =
    formColumns.flatMap((name) => words.filter((one) => name.test(one.name)))[0] ??
    formColumns.flatMap((name) => table.columns.filter((one) => isCode(one) && name.test(one.name)))[0];
  const names = column && keyTableOf(column, table, tables, data);
  if (!column || (!names && !isWord(column))) return { form: null, formName: allOf(kind), formWords: [] };
  return {
    form: column.name,
    ...(names ? { formNames: names } : {}),
    ...formsIn(table, column.name, names, kind, data),
  };
}

/** The forms to show for a form column that a person has chosen. */
export function formsToShow(
  { form, formNames, kind }: InstitutionPlan,
  table: InspectedTable,
  data: ImportData,
): Shown {
  return form === null
    ? { formName: allOf(kind), formWords: [], formOf: {} }
    : formsIn(table, form, formNames, kind, data);
}

function formsIn(
  table: InspectedTable,
  column: string,
  names: WordTable | null | undefined,
  kind: InstitutionPlan['kind'],
  data: ImportData,
): Shown {
  const words = countedWords(table, column, names, data);
  const formOf = kind === 'school' ? severalForms([...words.keys()]) : {};
  const forms = new Map<string, number>();
  for (const [word, n] of words) {
    const form = formOf[word] ?? word;
    forms.set(form, (forms.get(form) ?? 0) + n);
  }
  return { ...mostOf(byFrequency(forms), kind), formOf };
}

/** Who runs an institution, where that can be told. */
export function proposeProvider(
  table: InspectedTable,
  tables: readonly InspectedTable[],
  data: ImportData,
): Provider {
  for (const column of table.columns.filter(({ name }) => providerColumns.test(name))) {
    const names = isCode(column) ? keyTableOf(column, table, tables, data) : null;
    if (!names && !isWord(column)) continue;
    const publicWords = wordsOf(table, column.name, names, data).filter(isPublic);
    // Codes nobody can read as words say nothing about who runs it: better no statement than a wrong one.
    if (publicWords.length === 0) continue;
    return { provider: column.name, ...(names ? { providerNames: names } : {}), publicWords };
  }
  return { provider: null, publicWords: [] };
}

function allOf(kind: InstitutionPlan['kind']): string {
  return kind === 'kita' ? 'Kindertageseinrichtung' : 'Schule';
}

function mostOf(words: readonly string[], kind: InstitutionPlan['kind']): Shown {
  if (words.length <= mostForms) return { formName: allOf(kind), formWords: words };
  const first = [...words.filter(isGeneralForm), ...words.filter((word) => !isGeneralForm(word))];
  const chosen = new Set(first.slice(0, mostForms));
  return { formName: `Übrige ${allOf(kind)}`, formWords: words.filter((word) => chosen.has(word)) };
}

function isWord({ type, distinct, filled, guess }: InspectedColumn): boolean {
  return type === 'text' && guess.role !== 'name' && distinct > 0 && distinct <= 60 && distinct < filled;
}

function isCode({ type, distinct, filled }: InspectedColumn): boolean {
  return (type === 'text' || type === 'number') && distinct > 1 && distinct <= 60 && distinct < filled;
}

/** The words of a column, the most frequent first: of institutions listed under several the first one stays. */
export function wordsOf(
  table: InspectedTable,
  column: string,
  names: WordTable | null | undefined,
  data: ImportData,
): readonly string[] {
  return byFrequency(countedWords(table, column, names, data));
}

function byFrequency(counts: ReadonlyMap<string, number>): readonly string[] {
  return [...counts].sort((one, other) => other[1] - one[1]).map(([text]) => text);
}

function countedWords(
  table: InspectedTable,
  column: string,
  names: WordTable | null | undefined,
  data: ImportData,
): ReadonlyMap<string, number> {
  const rows = data.table(table.id);
  const word = rows && wordCell(rows, column, names, data);
  const aside = new Set(asideRows(table));
  const counts = new Map<string, number>();
  for (const row of word ? rows.rows : []) {
    const text = word?.(row) ?? '';
    if (text !== '' && !aside.has(row.row)) counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  return counts;
}

/** Words that mean a public provider. */
export function isPublic(word: string): boolean {
  return /^[öo]e?ffentlich|staatlich(?!.*(anerkannt|genehmigt))|kommunal|st[äa]e?dtisch|eigenbetrieb|^stadt\b|^land\b/i.test(
    word,
  );
}

const leastFound = 0.9;
const longestKeyTable = 500;

/** A small table with a word for nearly every code of a column; null also where the cells are words themselves. */
function keyTableOf(
  column: InspectedColumn,
  table: InspectedTable,
  tables: readonly InspectedTable[],
  data: ImportData,
): WordTable | null {
  const codes = wordsOf(table, column.name, null, data);
  if (codes.length < 2 || codes.some((code) => code.length > 6 || /\p{L}{4}/u.test(code))) return null;
  for (const other of tables) {
    if (other.id === table.id || other.layer !== null || other.rows > longestKeyTable) continue;
    const filled = other.columns.filter(({ type }) => type !== 'empty');
    for (const key of filled.filter(({ filled: n, distinct }) => n === other.rows && distinct === n)) {
      const known = new Set(wordsOf(other, key.name, null, data));
      if (codes.filter((code) => known.has(code)).length < leastFound * codes.length) continue;
      const name = nameOf(column, key, filled);
      if (name && isKeyTable(other, filled, column, name, codes.length))
        return { table: other.id, key: key.name, name: name.name };
    }
  }
  return null;
}

function nameOf(
  column: InspectedColumn,
  key: InspectedColumn,
  columns: readonly InspectedColumn[],
): InspectedColumn | null {
  const texts = columns.filter(
    (one) =>
      one !== key &&
      one.type === 'text' &&
      one.distinct > 1 &&
      one.examples.some((text) => /\p{L}{3}/u.test(text)),
  );
  const named = (name: RegExp) => texts.find((one) => name.test(one.name));
  return (
    texts.find((one) => slugOf(one.name) === slugOf(column.name)) ??
    named(/name|bezeichnung|klartext|^text|bedeutung/i) ??
    texts[0] ??
    null
  );
}

/** Codes such as 1, 2, 3 are found in many tables: this one has to say that it is about them, or to be about nothing else. */
function isKeyTable(
  table: InspectedTable,
  columns: readonly InspectedColumn[],
  column: InspectedColumn,
  name: InspectedColumn,
  codes: number,
): boolean {
  const said = slugOf([table.file, table.sheet, ...columns.map((one) => one.name)].join(' '));
  const own = slugOf(column.name);
  if (own !== '' && said.includes(own)) return true;
  const isNamed = /schluessel|code|katalog|legende|kennziffer|kennzahl/.test(said);
  return columns.length <= 3 && codes >= (isNamed ? 2 : 5) && name.distinct >= 0.9 * table.rows;
}
