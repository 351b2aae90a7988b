import type { Place, Problem, ProblemParam } from '#model/result.ts';
import type { Params, Words } from './i18n.ts';

/** One problem or note as a sentence, with its place in front: `tables/x.csv, Zeile 7, Spalte „year“: …`. */
export function describeProblem(words: Words, problem: Problem): string {
  const text = problemSentence(words, problem);
  const place = problem.where && placeText(words, problem.where);
  return place ? words.t('problems.placed', { place, text }) : text;
}

/** The sentence alone, for lists that show places in a column of their own. */
export function problemSentence(words: Words, { code, params, where }: Problem): string {
  const filled = worded(words, params, where);
  return words.find('problems', code, filled) ?? words.t('problems.no-wording', { code });
}

/** Where: rows of tables, features of geometry files. */
export function placeText(words: Words, { file, row, column }: Place): string {
  const isGeometry = /\.(?:(?:geo|topo)?json|shp|gpkg|fgb|gml|kml)$/i.test(file);
  const params: Params = { file, row: String(row), column: shortened(column ?? '') };
  if (row === undefined) {
    if (column === undefined) return file;
    return words.t(isGeometry ? 'problems.place-property' : 'problems.place-column', params);
  }
  if (column === undefined)
    return words.t(isGeometry ? 'problems.place-feature' : 'problems.place-row', params);
  return words.t(isGeometry ? 'problems.place-feature-property' : 'problems.place-cell', params);
}

/** Words for kinds of things; rows without thousands signs; the column of the place for texts that repeat it. */
function worded(words: Words, params: Params, where: Place | null): Params {
  const filled: Record<string, ProblemParam> =
    where?.column === undefined ? {} : { column: shortened(where.column) };
  for (const [name, value] of Object.entries(params)) {
    if (name === 'kind') filled[name] = words.find('problems', `kind-${value}`) ?? short(value);
    else filled[name] = name === 'first' && typeof value === 'number' ? String(value) : short(value);
  }
  return filled;
}

const longest = 400;

/** What stands in files may be pages long; nobody needs more than its beginning to find it. */
function shortened(text: string): string {
  return text.length <= longest ? text : `${[...text.slice(0, longest)].slice(0, -1).join('')}…`;
}

function short(value: ProblemParam): ProblemParam {
  if (typeof value === 'number') return value;
  return typeof value === 'string' ? shortened(value) : { de: shortened(value.de), en: shortened(value.en) };
}
