import { type GuardReport, guardReasons, hiddenCells } from '#disclosure/report.ts';
import type { Study } from '#model/study.ts';
import { useSpeech } from '#state/useApp.ts';

const mostVariables = 8;

/** What a profile hides, why, and whom it concerns. */
export function GuardEffect({ report, study }: { readonly report: GuardReport; readonly study: Study }) {
  const { t, text, numbers } = useSpeech();
  const { institutions, areas, rounded } = report;
  const hidden = hiddenCells(report);
  const cells = report.cells + institutions.cells;
  const nameOf = (id: string): string => {
    const variable = study.variables.find((one) => one.id === id);
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
      {rounded > 0 && <p>{t('disclosure.effect-rounded', { n: rounded })}</p>}
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
                .filter((reason) => report.hidden[reason] + institutions.hidden[reason] > 0)
                .map((reason) => (
                  <tr key={reason}>
                    <th scope="row">{t(`disclosure.reason-${reason}`)}</th>
                    <td>{numbers.integer(report.hidden[reason])}</td>
                    <td>{numbers.integer(institutions.hidden[reason])}</td>
                  </tr>
                ))}
            </tbody>
          </table>
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

interface HiddenOf {
  readonly variable: string;
  readonly hidden: number;
  readonly of: number;
}

/** The variables that lose most, over all years in which they lose anything. */
function mostHidden({ columns }: GuardReport): readonly HiddenOf[] {
  const found = new Map<string, HiddenOf>();
  for (const { variable, hidden, of } of columns) {
    const known = found.get(variable);
    found.set(variable, { variable, hidden: hidden + (known?.hidden ?? 0), of: of + (known?.of ?? 0) });
  }
  return [...found.values()].sort((a, b) => b.hidden - a.hidden).slice(0, mostVariables);
}
