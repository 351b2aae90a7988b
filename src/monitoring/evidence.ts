import type { Level, Study } from '#model/study.ts';
import type { NeedThresholds, Origin, Reason } from './answer.ts';
import { placedValues, placementFor, placementsOf } from './placements.ts';
import type { VintageLinks } from './vintageLinks.ts';

/** One criterion over all areas of the assessed level. */
export interface Evidence {
  /** Wording: `need.reason-<code>`. */
  readonly code: string;
  readonly decisive: boolean;
  readonly origin: Origin | null;
  readonly as: NonNullable<Reason['figure']>['as'];
  /** Per area; NaN = not known there. */
  readonly values: Float64Array;
  readonly met: Uint8Array;
  readonly params: Reason['params'];
}

export interface EvidenceContext {
  readonly study: Study;
  readonly level: Level;
  readonly year: number;
  readonly links: VintageLinks;
  readonly residentVariables: readonly string[];
  readonly thresholds: NeedThresholds;
}

/** Indicators of affordable stock: one of them well above the city is a precondition. */
export const stockIndicators = ['kdu-conform', 'social-housing', 'municipal-housing'] as const;

/**
 * Role of an area for the whole city [Funktion für die Gesamtstadt]: location quotient of newcomers.
 *
 *   LQ_a = (newcomers_a / residents_a) / (newcomers / residents)
 *
 * An arrival area has LQ ≥ threshold in more than the given part of the known years up to the edition. The value shown
 * is that of the newest year. Null when the pack has no indicator `newcomers` here.
 */
export function arrivals(context: EvidenceContext): Evidence | null {
  const { study, level, links, residentVariables, thresholds, year } = context;
  const placements = placementsOf(study, level, 'newcomers', links, residentVariables).filter(
    (each) => each.origin.year <= year,
  );
  const n = level.keys.length;
  const known = new Int32Array(n);
  const above = new Int32Array(n);
  const values = new Float64Array(n).fill(NaN);
  for (const placement of placements) {
    const placed = placedValues(study, placement, 'newcomers', residentVariables);
    if (!placed) continue;
    for (let a = 0; a < n; a++) {
      const quotient = placed.values[a]! / placed.city;
      if (Number.isNaN(quotient)) continue;
      values[a] = quotient;
      known[a]! += 1;
      if (reaches(quotient, thresholds.arrivals)) above[a]! += 1;
    }
  }
  const newest = placements.at(-1);
  if (!newest) return null;
  return {
    code: 'arrivals',
    decisive: true,
    origin: newest.origin,
    as: 'ratio',
    values,
    met: Uint8Array.from(known, (years, a) =>
      years > 0 && above[a]! > thresholds.arrivalYears * years ? 1 : 0,
    ),
    params: { threshold: thresholds.arrivals, years: placements.length },
  };
}

/** Affordable stock relative to the city [günstiger Bestand]: area share / city share, one criterion per known indicator. */
export function affordableStock(context: EvidenceContext): readonly Evidence[] {
  return stockIndicators.flatMap(
    (id) =>
      relative(context, id, {
        code: `affordable-${id}`,
        decisive: true,
        isMet: (ratio) => reaches(ratio, context.thresholds.affordable),
        threshold: context.thresholds.affordable,
      }) ?? [],
  );
}

/** Rent level, vacancy and turnover relative to the city: they explain a verdict, none rests on them. */
export function surroundings(context: EvidenceContext): readonly Evidence[] {
  const { arrivals: many } = context.thresholds;
  return [
    relative(context, 'turnover', {
      code: 'turnover',
      decisive: false,
      isMet: (ratio) => reaches(ratio, many),
      threshold: many,
    }),
    relative(context, 'asking-rent', {
      code: 'rent',
      decisive: false,
      isMet: (ratio) => ratio < 1,
      threshold: 1,
    }),
    relative(context, 'vacancy', {
      code: 'vacancy',
      decisive: false,
      isMet: (ratio) => ratio > 1,
      threshold: 1,
    }),
  ].flatMap((evidence) => evidence ?? []);
}

/** Share of the area's children in institutions outside the funnel limits, where the institutions layer has told it. */
export function exposedChildren(
  context: EvidenceContext,
  exposure: ReadonlyMap<string, number> | null,
): Evidence | null {
  if (!exposure) return null;
  const threshold = context.thresholds.exposedChildren;
  const values = Float64Array.from(context.level.keys, (key) => exposure.get(key) ?? NaN);
  return {
    code: 'exposed-children',
    decisive: false,
    origin: null,
    as: 'share',
    values,
    met: Uint8Array.from(values, (share) => (reaches(share, threshold) ? 1 : 0)),
    params: { threshold },
  };
}

function relative(
  context: EvidenceContext,
  indicator: string,
  criterion: Pick<Evidence, 'code' | 'decisive'> & {
    readonly isMet: (ratio: number) => boolean;
    readonly threshold: number;
  },
): Evidence | null {
  const { study, level, links, residentVariables, year } = context;
  const placement = placementFor(placementsOf(study, level, indicator, links, residentVariables), year);
  const placed = placement && placedValues(study, placement, indicator, residentVariables);
  if (!placed) return null;
  const values = placed.values.map((value) => value / placed.city);
  return {
    code: criterion.code,
    decisive: criterion.decisive,
    origin: placed.origin,
    as: 'ratio',
    values,
    met: Uint8Array.from(values, (ratio) => (criterion.isMet(ratio) ? 1 : 0)),
    params: { threshold: criterion.threshold },
  };
}

/** A quotient of exactly 1.25 must not fail for the rounding of a division. */
function reaches(value: number, threshold: number): boolean {
  return value >= threshold * (1 - 1e-12);
}
