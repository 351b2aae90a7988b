import { useMemo } from 'preact/hooks';
import { ClassLegend } from '#charts/charts.ts';
import { type Exclusion, exclusions, statusClasses } from '#monitoring/answer.ts';
import { useSelect, useSpeech } from '#state/useApp.ts';
import { standing } from '#symbology/palettes.ts';
import { type Assessed, needOf, verdictColours, verdictOrder } from './assessed.ts';
import { slugOf } from './words.ts';

export function NeedLegend() {
  const assessed = useSelect(needOf);
  return assessed && <Key assessed={assessed} />;
}

const hatchOf: Readonly<Record<Exclusion, 'too-small' | 'missing' | 'excluded'>> = {
  'under-minimum': 'too-small',
  'missing-values': 'missing',
  outlier: 'excluded',
  'no-spread': 'excluded',
};

function Key({ assessed }: { readonly assessed: Assessed }) {
  const { t, find } = useSpeech();
  const kind = useSelect((state) => state.view.needMap);
  const { answer } = assessed;
  const items = useMemo(() => {
    const shown =
      kind === 'verdict'
        ? verdictOrder
            .filter((verdict) => verdict !== 'not-rated' && answer.verdictCounts[verdict].areas > 0)
            .map((verdict) => ({
              label: t(`need.verdict-short-${verdict}`),
              swatch: { color: verdictColours[verdict] },
              count: answer.verdictCounts[verdict].areas,
            }))
        : statusClasses.map((status, i) => ({
            label: find('need', `status-${slugOf(status)}`) ?? status,
            swatch: { color: standing[i] ?? '#ffffff' },
            count: answer.areas.filter((area) => area.statusClass === status).length,
          }));
    const unrated = exclusions.flatMap((exclusion) => {
      const count = answer.areas.filter((area) => area.excluded === exclusion).length;
      return count > 0
        ? [{ label: t(`need.excluded-${exclusion}`), swatch: { missing: hatchOf[exclusion] }, count }]
        : [];
    });
    return [...shown, ...unrated];
  }, [answer, kind, t, find]);
  return (
    <ClassLegend
      label={t(`need.map-${kind}`)}
      title={t(`need.map-${kind}`)}
      subtitle={String(answer.request.edition)}
      reserve={120}
      items={items}
    />
  );
}
