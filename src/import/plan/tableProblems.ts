import { type Place, type Problem, problem } from '#model/result.ts';
import { type AreaNames, areNames } from '../join/areaKeys.ts';
import { familyText } from './familyWords.ts';
import type { LevelPlan, TablePlan } from './plan.ts';
import type { TableReader } from './tableReader.ts';
import type { TableTally } from './tableTally.ts';

/** Shares may be a little above 100 % (people counted at one place and not at another), not far. */
const mostShare = 1.5;

export function tableProblems(
  table: TablePlan,
  level: LevelPlan,
  reader: TableReader,
  tally: TableTally,
  areas: AreaNames,
  where: Place,
): readonly Problem[] {
  const problems: Problem[] = [];
  const { year } = table;
  if (tally.matchedRows === 0) {
    const isNamed = table.key.by === 'key' && areNames(areas);
    problems.push(
      problem(
        isNamed ? 'plan-names-unconfirmed' : 'plan-nothing-matched',
        { level: familyText(level.familyPlural, 'plural') },
        where,
      ),
    );
  }
  if (year.kind === 'fixed' && year.year === null) problems.push(problem('plan-year-missing', {}, where));
  if (year.kind === 'columns') {
    for (const figure of reader.figures.filter((one) => one.year === null))
      problems.push(problem('plan-column-year-missing', {}, { ...where, column: figure.column }));
  }
  const { badYears } = tally;
  if (badYears.n > 0)
    problems.push(
      problem(
        'plan-year-unread',
        { n: badYears.n, example: [...badYears.texts].join(', ') },
        {
          ...where,
          row: badYears.row,
          ...(year.kind === 'column' ? { column: year.column } : {}),
        },
      ),
    );
  const repeated = tally.repeated();
  const [first] = repeated;
  if (first) {
    const params = {
      n: repeated.length,
      key: areas.get(first.key) ?? first.key,
      rows: first.rows.join(', '),
    };
    problems.push(problem('plan-rows-repeated', params, where));
  }
  reader.figures.forEach((figure, f) => {
    const column = tally.column(f);
    const at = { ...where, column: figure.column };
    const example = (one: { readonly text: string }): string => one.text.slice(0, 40);
    if (figure.decimal === '') problems.push(problem('plan-number-ambiguous', {}, at));
    else if (column?.firstUnread) {
      const { firstUnread, unread } = column;
      const params = { n: unread, example: example(firstUnread) };
      problems.push(problem('plan-number-unread', params, { ...at, row: firstUnread.row }));
    }
    const { max } = tally.columnReview(figure, f);
    if (figure.role === 'share' && max > mostShare)
      problems.push(problem('plan-share-over-one', { name: figure.name, max }, at));
    if (figure.role !== 'value' && column?.firstNegative) {
      const { firstNegative, negative } = column;
      const params = { n: negative, name: figure.name, example: example(firstNegative) };
      problems.push(problem('plan-negative', params, { ...at, row: firstNegative.row }));
    }
  });
  return problems;
}
