import { useMemo } from 'preact/hooks';
import { Funnel } from '#charts/charts.ts';
import { yardstickOf } from '#institutions/standing.ts';
import { useChange, useSelect, useSpeech } from '#state/useApp.ts';
import { type Assessed, shareClasses } from './assessed.ts';
import { funnelLevelText, sidesOf, standingText, thresholdShares } from './standingText.ts';

/** Share by size, with what chance explains and, where it is another one, the threshold chosen. */
export function FunnelSection({ assessed }: { readonly assessed: Assessed }) {
  const speech = useSpeech();
  const { t, numbers } = speech;
  const selected = useSelect((state) => state.view.institution);
  const hovered = useSelect((state) => state.session.hoveredInstitution);
  const change = useChange();
  const { answer } = assessed;
  const { threshold } = answer.request;
  const points = useMemo(
    () =>
      answer.rows.map((row) => ({
        key: row.institution,
        label: assessed.institutions.get(row.institution)?.name ?? row.institution,
        size: row.total,
        share: row.share,
        standing: row.standing,
      })),
    [assessed, answer],
  );
  const thresholds = useMemo(() => thresholdShares(threshold, yardstickOf(answer.rows)), [answer, threshold]);
  const mean = useMemo(
    () => ({
      value: answer.share,
      label: t('institutions.mean', { share: numbers.percent(answer.share, 0) }),
    }),
    [answer, t, numbers],
  );
  const bands = useMemo(
    () => ({ inner: funnelLevelText(speech, 'funnel-95'), outer: funnelLevelText(speech, 'funnel-998') }),
    [speech],
  );
  const formatShare = useMemo(() => (share: number) => numbers.percent(share, 0), [numbers]);
  const description = sidesOf(threshold.method)
    .map((standing) => `${answer.standings[standing]} ${standingText(speech, threshold, standing)}`)
    .join(', ');
  return (
    <section class="ql-section">
      <h2 class="ql-heading">{t('institutions.funnel')}</h2>
      <Funnel
        label={t('institutions.funnel')}
        description={`${mean.label}; ${description}`}
        reserve={220}
        points={points}
        limits={answer.funnel}
        mean={mean}
        thresholds={thresholds}
        sizeLabel={t('institutions.children')}
        formatSize={numbers.integer}
        formatShare={formatShare}
        bandLabels={bands}
        classes={shareClasses}
        selected={selected}
        hovered={hovered}
        onSelect={(id) => change.view({ institution: id === selected ? null : id })}
        onHover={(id) => change.session({ hoveredInstitution: id })}
      />
      <p class="ql-note">
        {t('institutions.funnel-note')}
        {thresholds.length > 0 && ` ${t('institutions.funnel-note-fixed')}`}
      </p>
    </section>
  );
}
