import type { ExampleCell, GuardExample } from '#disclosure/example.ts';
import { useSpeech } from '#state/useApp.ts';

/**
 * One figure before and after, and why another one goes with it. Folded: it is true, and the page may be on a wall.
 */
export function HiddenExample({ example }: { readonly example: GuardExample }) {
  const { t, text, numbers } = useSpeech();
  const { hidden, company, reason, year } = example;
  const said = (cell: ExampleCell) => ({
    variable: text(cell.variable),
    area: `${cell.area} (${text(cell.family)})`,
    value: numbers.decimal(cell.value, Number.isInteger(cell.value) ? 0 : 1),
  });
  const other = company && said(company.cell);
  const whole = company && said(company.whole);
  return (
    <details class="ql-disclosure-example">
      <summary>{t('disclosure.example-open')}</summary>
      <p>
        {t('disclosure.example', {
          ...said(hidden),
          year: String(year),
          reason: t(`disclosure.reason-${reason}`),
        })}
      </p>
      {other && whole && (
        <p>
          {t('disclosure.example-company', {
            variable: other.variable,
            area: other.area,
            value: other.value,
            wholeVariable: whole.variable,
            wholeArea: whole.area,
            whole: whole.value,
            hidden: said(hidden).value,
          })}
        </p>
      )}
    </details>
  );
}
