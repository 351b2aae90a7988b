import type { GeometryReport } from '#import/inspect/inspection.ts';
import { useSpeech } from '#state/useApp.ts';

const shownAtOnce = 20;

/** What was put together, mended or left as it is in the outlines, each with its areas and its number on the map. */
export function GeometryFindings({ report }: { readonly report: GeometryReport | null }) {
  const { t, numbers } = useSpeech();
  if (!report) return null;
  const { dissolved, findings } = report;
  if (dissolved.length === 0 && findings.length === 0)
    return <p class="ql-note">{t('importing.geometry-sound', { n: report.areas })}</p>;
  let mark = 0;
  return (
    <details class="ql-import-inner" open={findings.length <= 6}>
      <summary>
        {t('importing.geometry-findings', { n: findings.length + (dissolved.length > 0 ? 1 : 0) })}
      </summary>
      {dissolved.length > 0 && (
        <p>
          {t('importing.geometry-dissolved', { n: dissolved.length, keys: dissolved.slice(0, 8).join(', ') })}
        </p>
      )}
      <ol class="ql-import-findings">
        {findings.slice(0, shownAtOnce).map((finding, i) => {
          const hasPlace = finding.place !== null;
          if (hasPlace) mark++;
          return (
            <li key={i}>
              {hasPlace && <span class="ql-import-mark">{mark}</span>}
              <span>
                {t(`importing.finding-${finding.kind}`, { areas: finding.areas.join(', ') || '–' })}
                {finding.squareMetres !== null &&
                  finding.squareMetres >= 1 &&
                  ` (${t('importing.square-metres', { size: numbers.integer(finding.squareMetres) })})`}
              </span>
            </li>
          );
        })}
      </ol>
      {findings.length > shownAtOnce && (
        <p class="ql-note">{t('importing.and-more', { n: findings.length - shownAtOnce })}</p>
      )}
    </details>
  );
}
