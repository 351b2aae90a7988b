import { useMemo } from 'preact/hooks';
import { SizeLegend, StepLegend } from '#charts/charts.ts';
import { useSelect, useSpeech } from '#state/useApp.ts';
import { circleRadius } from '#symbology/circleRadius.ts';
import { type Assessed, assessedOf, groundOf, largestRadius, largestSize, shareClasses } from './assessed.ts';

export function InstitutionLegend() {
  const assessed = useSelect(assessedOf);
  return assessed && <Keys assessed={assessed} />;
}

function Keys({ assessed }: { readonly assessed: Assessed }) {
  const { t, text, numbers } = useSpeech();
  const ground = useSelect(groundOf);
  const { answer, group, study } = assessed;
  const percent = useMemo(() => (share: number) => numbers.percent(share, 0), [numbers]);
  const maximum = largestSize(assessed);
  const sizes = useMemo(() => roundSizes(maximum), [maximum]);
  const radius = useMemo(
    () => (size: number) => circleRadius(size, maximum, largestRadius(assessed)),
    [maximum, assessed],
  );
  const twin = study.groups.find((one) => one.id === group?.residentTwin);
  const under = useMemo(
    () => (ground?.breaks ? { breaks: ground.breaks, colors: ground.palette } : null),
    [ground],
  );
  const hasFigures = answer.rows.length > 0;
  return (
    <>
      {hasFigures && (
        <StepLegend
          label={group ? text(group.name) : ''}
          title={group ? text(group.name) : ''}
          subtitle={t('institutions.legend-share')}
          reserve={52}
          classes={shareClasses}
          format={percent}
        />
      )}
      {maximum > 0 && (
        <SizeLegend
          label={hasFigures ? t('institutions.legend-size') : t('institutions.legend-places')}
          subtitle={hasFigures ? t('institutions.legend-size') : t('institutions.legend-places')}
          reserve={40}
          sizes={sizes}
          radius={radius}
          format={numbers.integer}
        />
      )}
      {under && twin && (
        <StepLegend
          label={text(twin.name)}
          subtitle={t('institutions.legend-residents', { twin: text(twin.name) })}
          reserve={40}
          classes={under}
          format={percent}
        />
      )}
    </>
  );
}

/** Two or three round sizes up to the largest. */
function roundSizes(maximum: number): readonly number[] {
  const power = 10 ** Math.floor(Math.log10(Math.max(10, maximum)));
  const top = [5, 2, 1].map((step) => step * power).find((size) => size <= maximum) ?? power;
  return [top / 10, top / 2, top].map((size) => Math.max(1, Math.round(size)));
}
