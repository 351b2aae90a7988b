import type { GuardExample } from '#disclosure/example.ts';
import { type GuardReport, guardReasons, hiddenCells, type ToldReport } from '#disclosure/report.ts';
import type { Variable } from '#model/study.ts';
import { useSpeech } from '#state/useApp.ts';
import { HiddenByYear } from './HiddenByYear.tsx';
import { HiddenExample } from './HiddenExample.tsx';

const mostVariables = 8;

export interface GuardEffectProps {
  /** With reasons only for whoever decides about the profile. */
  readonly report: GuardReport | ToldReport;
  readonly variables: readonly Variable[];
  readonly example?: GuardExample | null;
}

/** What a profile hides, why, and whom it concerns. */
export function GuardEffect({ report, variables, example = null }: GuardEffectProps) {
  const { t, text, numbers } = useSpeech();
  const { institutions, areas, rounded, beyondHelp } = report;
  const hidden = hiddenCells(report);
  const decided = isForDeciding(report) ? report : null;
  const secondary = decided ? decided.hidden.secondary + decided.institutions.hidden.secondary : 0;
  const cells = report.cells + institutions.cells;
  const nameOf = (id: string): string => {
    const variable = variables.find((one) => one.id === id);
    return variable ? text(variable.name) : id;
  };
  return (
    <div class="ql-disclosure-effect" aria-live="polite">
      <p>
        <strong>
          {hidden === 0
            ? t('disclosure.effect-none')
            : t('disclosure.effect', { n: hidden, of: cells, share: numbers.percent(hidden / cells, 1) })}
        </strong>
      </p>
      {secondary > 0 && <p>{t('disclosure.effect-split', { n: hidden - secondary, secondary })}</p>}
      {beyondHelp.cells > 0 && (
        <div class="ql-text-error">
          <p>{t('disclosure.effect-beyond-help', { n: beyondHelp.cells })}</p>
          <ul>
            {beyondHelp.named.map(({ variable, level, area, year }) => (
              <li key={`${variable} ${level} ${area} ${year}`}>
                {t('disclosure.effect-beyond-help-one', {
                  variable: nameOf(variable),
                  area,
                  year: String(year),
                })}
              </li>
            ))}
          </ul>
        </div>
      )}
      {rounded > 0 && <p>{t('disclosure.effect-rounded', { n: rounded })}</p>}
      {example && <HiddenExample example={example} />}
      {hidden > 0 && (
        <>
          {areas && areas.areas > 0 && (
            <p>
              {Number.isNaN(areas.residents)
                ? t('disclosure.effect-areas-only', {
                    year: String(areas.year),
                    n: areas.areas,
                    of: areas.of,
                  })
                : t('disclosure.effect-areas', {
                    year: String(areas.year),
                    n: areas.areas,
                    of: areas.of,
                    residents: areas.residents,
                    all: areas.ofResidents,
                  })}
            </p>
          )}
          {institutions.institutions > 0 && (
            <p>{t('disclosure.effect-institutions', { n: institutions.institutions })}</p>
          )}
          {decided && <HiddenByReason report={decided} />}
          <HiddenByYear report={report} />
          {report.columns.length > 0 && (
            <table>
              <caption>{t('disclosure.columns')}</caption>
              <thead>
                <tr>
                  <th scope="col">{t('disclosure.column-variable')}</th>
                  <th scope="col">{t('disclosure.column-hidden')}</th>
                  <th scope="col">{t('disclosure.column-of')}</th>
                </tr>
              </thead>
              <tbody>
                {mostHidden(report).map(({ variable, hidden: away, of }) => (
                  <tr key={variable}>
                    <th scope="row">{nameOf(variable)}</th>
                    <td>{numbers.integer(away)}</td>
                    <td>{numbers.integer(of)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          )}
        </>
      )}
    </div>
  );
}

function isForDeciding(report: GuardReport | ToldReport): report is GuardReport {
  return typeof report.hidden !== 'number';
}

function HiddenByReason({ report: { hidden, institutions } }: { readonly report: GuardReport }) {
  const { t, numbers } = useSpeech();
  return (
    <table>
      <caption>{t('disclosure.reasons')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('disclosure.column-reason')}</th>
          <th scope="col">{t('disclosure.column-areas')}</th>
          <th scope="col">{t('disclosure.column-institutions')}</th>
        </tr>
      </thead>
      <tbody>
        {guardReasons
          .filter((reason) => hidden[reason] + institutions.hidden[reason] > 0)
          .map((reason) => (
            <tr key={reason}>
              <th scope="row">{t(`disclosure.reason-${reason}`)}</th>
              <td>{numbers.integer(hidden[reason])}</td>
              <td>{numbers.integer(institutions.hidden[reason])}</td>
            </tr>
          ))}
      </tbody>
    </table>
  );
}

interface HiddenOf {
  readonly variable: string;
  readonly hidden: number;
  readonly of: number;
}

/** The variables that lose most, over all years in which they lose anything. */
function mostHidden({ columns }: Pick<GuardReport, 'columns'>): readonly HiddenOf[] {
  const found = new Map<string, HiddenOf>();
  for (const { variable, hidden, of } of columns) {
    const known = found.get(variable);
    found.set(variable, { variable, hidden: hidden + (known?.hidden ?? 0), of: of + (known?.of ?? 0) });
  }
  return [...found.values()].sort((a, b) => b.hidden - a.hidden).slice(0, mostVariables);
}
