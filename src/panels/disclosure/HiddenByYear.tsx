import type { GuardReport } from '#disclosure/report.ts';
import { useSpeech } from '#state/useApp.ts';

type Year = GuardReport['years'][number];

export interface HiddenByYearProps {
  /** Those hidden for the company of others are counted apart only for whoever decides about the profile. */
  readonly report: {
    readonly years: readonly (Omit<Year, 'secondary'> & Partial<Pick<Year, 'secondary'>>)[];
  };
}

/** How much is hidden of the figures of areas, year by year; nothing where there is but one. */
export function HiddenByYear({ report: { years } }: HiddenByYearProps) {
  const { t, numbers } = useSpeech();
  const known = years.filter(({ cells }) => cells > 0);
  if (known.length < 2) return null;
  const isSplit = known.some((one) => one.secondary !== undefined);
  return (
    <details class="ql-disclosure-years">
      <summary>
        {t('disclosure.years', {
          from: String(known[0]!.year),
          to: String(known.at(-1)!.year),
        })}
      </summary>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('disclosure.column-year')}</th>
            <th scope="col">{t(isSplit ? 'disclosure.column-own' : 'disclosure.column-hidden')}</th>
            {isSplit && <th scope="col">{t('disclosure.column-secondary')}</th>}
            <th scope="col">{t('disclosure.column-of')}</th>
          </tr>
        </thead>
        <tbody>
          {known.map((one) => (
            <tr key={one.year}>
              <th scope="row">{String(one.year)}</th>
              <td>{numbers.integer(one.hidden)}</td>
              {one.secondary !== undefined && <td>{numbers.integer(one.secondary)}</td>}
              <td>{numbers.integer(one.cells)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
