import type { GuardReport } from '#disclosure/report.ts';
import { useSpeech } from '#state/useApp.ts';

/** How much is hidden of the figures of areas, year by year; nothing where there is but one. */
export function HiddenByYear({ report: { years } }: { readonly report: GuardReport }) {
  const { t, numbers } = useSpeech();
  const known = years.filter(({ cells }) => cells > 0);
  if (known.length < 2) return null;
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
            <th scope="col">{t('disclosure.column-own')}</th>
            <th scope="col">{t('disclosure.column-secondary')}</th>
            <th scope="col">{t('disclosure.column-of')}</th>
          </tr>
        </thead>
        <tbody>
          {known.map(({ year, cells, hidden, secondary }) => (
            <tr key={year}>
              <th scope="row">{String(year)}</th>
              <td>{numbers.integer(hidden)}</td>
              <td>{numbers.integer(secondary)}</td>
              <td>{numbers.integer(cells)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
