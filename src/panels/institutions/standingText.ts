import type { InstitutionRequest, Standing } from '#institutions/answer.ts';
import type { Speech } from '#state/useApp.ts';

type Threshold = InstitutionRequest['threshold'];

/**
 * What a standing means under the threshold that made it: "deutlich über dem Schnitt (Trichter 99,8 %)", "mindestens 20
 * Punkte unter dem Schnitt", "mit mindestens 50 %". A fixed share knows no average and nothing below but the rest.
 */
export function standingText(speech: Speech, { method, value }: Threshold, standing: Standing): string {
  const { t, numbers } = speech;
  switch (method) {
    case 'funnel-95':
    case 'funnel-998':
      return t(`institutions.standing-funnel-${standing}`, { level: funnelLevelText(speech, method) });
    case 'points':
      return t(`institutions.standing-points-${standing}`, { value: Math.round(value * 1000) / 10 });
    case 'sd':
      return t(`institutions.standing-sd-${standing}`, { value });
    case 'absolute':
      return t(`institutions.standing-absolute-${standing === 'above' ? 'above' : 'under'}`, {
        value: numbers.percent(value, 0),
      });
    default:
      return method satisfies never;
  }
}

export function funnelLevelText({ numbers }: Speech, method: 'funnel-95' | 'funnel-998'): string {
  return method === 'funnel-95' ? numbers.percent(0.95, 0) : numbers.percent(0.998, 1);
}

/** The standings worth a tile, a mark and a line of explanation: with a fixed share the rest is simply below it. */
export function sidesOf(method: Threshold['method']): readonly [Standing, Standing] {
  return method === 'absolute' ? ['above', 'within'] : ['above', 'below'];
}

/** ▲ and ▼ beside a figure; under a fixed share only ▲. */
export const standingMarks: Readonly<Record<Standing, string>> = { above: '▲', below: '▼', within: '' };

/** Shares beyond which an institution stands out, as lines for the funnel plot; none where the funnel itself decides. */
export function thresholdShares(
  { method, value }: Threshold,
  yardstick: { readonly share: number; readonly deviation: number },
): readonly number[] {
  switch (method) {
    case 'points':
      return [yardstick.share - value, yardstick.share + value];
    case 'sd':
      return [yardstick.share - value * yardstick.deviation, yardstick.share + value * yardstick.deviation];
    case 'absolute':
      return [value];
    default:
      return [];
  }
}
