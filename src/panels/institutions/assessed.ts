import type { InstitutionAnswer, InstitutionRequest, InstitutionRow } from '#institutions/answer.ts';
import type { InstitutionCircle } from '#map/circles.ts';
import { areaValues } from '#model/aggregate.ts';
import { levelFor } from '#model/lookup.ts';
import type { Group, Institution, Level, Study } from '#model/study.ts';
import { memo } from '#state/memo.ts';
import type { AppState } from '#state/state.ts';
import { timelineOf } from '#state/timeline.ts';
import { circleRadius } from '#symbology/circleRadius.ts';
import { classBreaks, classesOf, classOf, noClass } from '#symbology/classes.ts';
import { blue, steps, teal } from '#symbology/palettes.ts';

/** Shares are drawn in fixed steps, so that forms, years and cities can be compared by eye. */
export const shareClasses = { breaks: [0.2, 0.4, 0.6, 0.8], colors: steps(teal, 5) } as const;
const hollow = '#ffffff';
const line = '#0f5f54';
const quietLine = '#7c8794';

export function institutionRequest(state: AppState): InstitutionRequest | null {
  const { study, view } = state;
  if (!study || study.study.institutions.length === 0) return null;
  const year = timelineOf(study.study, view).shown;
  return {
    kind: view.kind,
    form: view.form,
    provider: view.provider,
    group: view.institutionGroup,
    year: Number.isNaN(year) ? view.year : year,
    threshold: view.threshold,
  };
}

export interface Assessed {
  readonly study: Study;
  readonly answer: InstitutionAnswer;
  readonly group: Group | null;
  readonly institutions: ReadonlyMap<string, Institution>;
  readonly rows: ReadonlyMap<string, InstitutionRow>;
  /** The whole selection, with figures or not. */
  readonly selection: readonly Institution[];
}

export const assessedOf = memo(
  (state: AppState) => [state.study?.study ?? null, state.answers.institutions?.value ?? null] as const,
  ([study, answer]): Assessed | null => {
    if (!study || !answer) return null;
    const institutions = new Map(study.institutions.map((one) => [one.id, one]));
    const rows = new Map(answer.rows.map((row) => [row.institution, row]));
    const selection = [...rows.keys(), ...answer.withoutFigures].flatMap((id) => institutions.get(id) ?? []);
    if (selection.length < answer.rows.length) return null;
    const group = study.groups.find((one) => one.id === answer.request.group) ?? null;
    return { study, answer, group, institutions, rows, selection };
  },
);

/** Children where they are known, else places: what the circles' area means. */
export function sizeOf(assessed: Assessed, institution: Institution): number {
  return assessed.rows.get(institution.id)?.total ?? institution.capacity ?? NaN;
}

export function largestSize(assessed: Assessed): number {
  return assessed.selection.reduce((most, one) => Math.max(most, sizeOf(assessed, one) || 0), 0);
}

/** The largest circle in pixels: smaller where there are thousands. */
export function largestRadius(assessed: Assessed): number {
  return assessed.selection.length > 1000 ? 7 : assessed.selection.length > 200 ? 11 : 16;
}

export const circlesOf = memo(
  (state: AppState) => [assessedOf(state)] as const,
  ([assessed]): readonly InstitutionCircle[] => {
    if (!assessed) return [];
    const maximum = largestSize(assessed);
    const largest = largestRadius(assessed);
    return assessed.selection.flatMap((one) => {
      if (!one.position) return [];
      const row = assessed.rows.get(one.id);
      const size = sizeOf(assessed, one);
      return [
        {
          id: one.id,
          position: one.position,
          radius: Number.isNaN(size) ? 3 : Math.max(2.5, circleRadius(size, maximum, largest)),
          fill: row ? (shareClasses.colors[classOf(row.share, shareClasses.breaks)] ?? hollow) : hollow,
          line: row ? line : quietLine,
        },
      ];
    });
  },
);

/** What lies under the circles. */
export interface Ground {
  readonly level: Pick<Level, 'id' | 'keys' | 'names' | 'geometries'>;
  readonly classes: Uint8Array;
  readonly palette: readonly string[];
  readonly breaks: readonly number[] | null;
  readonly signs: Uint8Array | null;
}

export const groundOf = memo(
  (state: AppState) => [assessedOf(state), state.view.backdrop, state.view.level] as const,
  ([assessed, backdrop, family]): Ground | null => {
    if (!assessed) return null;
    const { study, answer, group } = assessed;
    const year = Number.isNaN(answer.year) ? answer.request.year : answer.year;
    if (backdrop === 'catchments') {
      const catchments = study.catchments.filter(
        (one) => answer.request.form === 'all' || one.form === answer.request.form,
      );
      if (catchments.length > 0) {
        const newest = Math.max(...catchments.map((one) => one.year));
        const current = catchments.filter((one) => one.year === newest);
        return plain({
          id: `catchments-${answer.request.form}-${newest}`,
          keys: current.map((one) => one.id),
          names: current.map((one) => one.id),
          geometries: current.map((one) => one.geometry),
        });
      }
    }
    const level = levelFor(study, family, year);
    if (!level) return null;
    const twin = study.groups.find((one) => one.id === group?.residentTwin);
    if (backdrop === 'residents' && twin && answer.residents) {
      const home = levelFor(study, family, answer.residents.year) ?? level;
      const count = areaValues(study, home.id, twin.count, answer.residents.year);
      const universe = areaValues(study, home.id, twin.universe, answer.residents.year);
      if (count && universe) {
        const shares = count.values.map((value, a) => value / universe.values[a]!);
        const breaks = classBreaks(shares, { method: 'quantile', count: 5, own: [] });
        return {
          level: home,
          classes: classesOf(shares, breaks),
          palette: steps(blue, Math.max(3, breaks.length + 1)).slice(0, breaks.length + 1),
          breaks,
          signs: count.signs,
        };
      }
    }
    return plain(level);
  },
);

const groundColour = '#f3f5f9';

function plain(level: Ground['level']): Ground {
  const classes = Uint8Array.from(level.geometries, (geometry) => (geometry ? 0 : noClass));
  return { level, classes, palette: [groundColour], breaks: null, signs: null };
}
