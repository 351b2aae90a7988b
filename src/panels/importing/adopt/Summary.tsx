import { useId } from 'preact/hooks';
import { useSpeech } from '#state/useApp.ts';
import { variablesOf } from '../edits/variables.ts';
import { usePlanned } from '../wizard.ts';

/** What there will be, in numbers. Some are known once the plan has been checked, which is said until then. */
export function Summary() {
  const { t, numbers } = useSpeech();
  const { plan, review, draft, sayAreas } = usePlanned();
  const heading = useId();
  const isChecking = review === null && draft.problems.length === 0;
  const open = t(isChecking ? 'importing.summary-checking' : 'importing.summary-unknown');
  const years = [...new Set(review?.tables.flatMap((table) => table.years) ?? [])].sort((a, b) => a - b);
  const areasOf = (id: string) => review?.levels.find(({ level }) => level === id)?.areas;
  const lost = review?.tables.reduce((sum, { residents }) => sum + (residents?.lost ?? 0), 0);
  const institutions = review?.institutions.reduce((sum, one) => sum + one.institutions, 0) ?? 0;
  const catchments = review?.catchments.reduce((sum, one) => sum + one.areas, 0) ?? 0;
  const count = (value: number | undefined) => (value === undefined ? open : numbers.integer(value));
  const lines: readonly (readonly [string, string])[] = [
    ...plan.levels.map((level): [string, string] => [
      `${sayAreas(level.familyPlural)} ${level.vintage}`.trim(),
      count(areasOf(level.id)),
    ]),
    [t('importing.summary-figures'), numbers.integer(variablesOf(plan).length)],
    ...(!review || years.length > 0
      ? [[t('importing.summary-years'), review ? span(years) : open] as [string, string]]
      : []),
    [t('importing.indicators'), numbers.integer(plan.indicators.filter((one) => one.included).length)],
    [t('importing.groups'), numbers.integer(plan.groups.filter((one) => one.included).length)],
    ...(institutions > 0
      ? [[t('importing.use-institutions'), numbers.integer(institutions)] as [string, string]]
      : []),
    ...(catchments > 0 ? [[t('importing.catchments'), numbers.integer(catchments)] as [string, string]] : []),
    [t('importing.join-residents'), count(lost)],
  ];
  return (
    <section class="ql-import-summary" aria-labelledby={heading} aria-busy={isChecking}>
      <h3 id={heading}>{t('importing.summary')}</h3>
      <dl>
        {lines.map(([name, value], i) => (
          <div key={i}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function span(years: readonly number[]): string {
  return years.length > 1 ? `${years[0]}–${years.at(-1)}` : String(years[0]);
}
