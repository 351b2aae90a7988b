import { useMemo } from 'preact/hooks';
import { ClassLegend, SizeLegend, StepLegend } from '#charts/charts.ts';
import { signs } from '#model/sign.ts';
import { useSelect, useSpeech } from '#state/useApp.ts';
import { circleRadius } from '#symbology/circleRadius.ts';
import {
  type Assessed,
  assessedOf,
  type Ground,
  groundOf,
  largestRadius,
  largestSize,
  shareClasses,
} from './assessed.ts';
import { schoolYear } from './schoolYear.ts';

export function InstitutionLegend() {
  const assessed = useSelect(assessedOf);
  return assessed && <Keys assessed={assessed} />;
}

function Keys({ assessed }: { readonly assessed: Assessed }) {
  const { t, text, numbers } = useSpeech();
  const ground = useSelect(groundOf);
  const { answer, group, rows, selection } = assessed;
  const percent = useMemo(() => (share: number) => numbers.percent(share, 0), [numbers]);
  const maximum = largestSize(assessed);
  const sizes = useMemo(() => roundSizes(maximum), [maximum]);
  const radius = useMemo(
    () => (size: number) => circleRadius(size, maximum, largestRadius(assessed)),
    [maximum, assessed],
  );
  const hasFigures = answer.rows.length > 0;
  const hasHollow = hasFigures && selection.some((one) => one.position && !rows.has(one.id));
  const size = [
    t(hasFigures || assessed.children.size > 0 ? 'institutions.legend-size' : 'institutions.legend-places'),
    ...(hasHollow ? [t('institutions.legend-hollow')] : []),
  ].join(', ');
  const name = group ? text(group.name) : '';
  return (
    <>
      {hasFigures && (
        <StepLegend
          label={name}
          title={name}
          subtitle={t('institutions.legend-share', { year: schoolYear(answer.year) })}
          reserve={52}
          classes={shareClasses}
          format={percent}
        />
      )}
      {maximum > 0 && (
        <SizeLegend
          label={size}
          subtitle={size}
          reserve={60}
          sizes={sizes}
          radius={radius}
          format={numbers.integer}
        />
      )}
      {ground?.ownColour && <CatchmentKey colour={ground.ownColour} />}
      {ground?.home && <HomeKey home={ground.home} ground={ground} />}
    </>
  );
}

function CatchmentKey({ colour }: { readonly colour: string }) {
  const { t } = useSpeech();
  const label = t('institutions.legend-catchment');
  const items = useMemo(() => [{ label, swatch: { color: colour } }], [label, colour]);
  return <ClassLegend label={label} reserve={25} items={items} />;
}

/** What the colours of the areas under the circles mean. */
function HomeKey({ home, ground }: { readonly home: NonNullable<Ground['home']>; readonly ground: Ground }) {
  const { t, text, numbers } = useSpeech();
  const percent = useMemo(() => (share: number) => numbers.percent(share, 0), [numbers]);
  const classes = useMemo(() => ({ breaks: home.breaks, colors: ground.palette }), [home, ground]);
  const missing = useMemo(
    () =>
      signs.flatMap((kind, code) => {
        // An unreliable figure has a class like any other.
        if (kind === 'present' || kind === 'unreliable' || !ground.signs) return [];
        const count = ground.signs.filter((one, a) => one === code && Number.isNaN(home.shares[a])).length;
        return count > 0 ? [{ kind, count, label: t(`explore.sign-${kind}`) }] : [];
      }),
    [home, ground, t],
  );
  const label = t('institutions.legend-residents', { twin: text(home.twin.name), year: String(home.year) });
  return (
    <StepLegend
      label={label}
      subtitle={label}
      reserve={60}
      classes={classes}
      format={percent}
      missing={missing}
    />
  );
}

/** Two or three round sizes up to the largest. */
function roundSizes(maximum: number): readonly number[] {
  const power = 10 ** Math.floor(Math.log10(Math.max(10, maximum)));
  const top = [5, 2, 1].map((step) => step * power).find((size) => size <= maximum) ?? power;
  return [top / 10, top / 2, top].map((size) => Math.max(1, Math.round(size)));
}
