import type { InstitutionAnswer, InstitutionRequest, InstitutionRow } from '#institutions/answer.ts';
import { catchmentsInForce } from '#institutions/catchment.ts';
import type { InstitutionCircle } from '#map/circles.ts';
import { areaValues } from '#model/aggregate.ts';
import { levelFor } from '#model/lookup.ts';
import { signCode } from '#model/sign.ts';
import type { Catchment, Group, Institution, Level, Study } from '#model/study.ts';
import { memo } from '#state/memo.ts';
import type { AppState } from '#state/state.ts';
import { timelineOf } from '#state/timeline.ts';
import type { View } from '#state/view.ts';
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
  /** How many children attend, where no group is known of which anybody could be one: newest number of each. */
  readonly children: ReadonlyMap<string, number>;
}

const nobody: ReadonlyMap<string, number> = new Map();

export const assessedOf = memo(
  (state: AppState) => [state.study?.study ?? null, state.answers.institutions?.value ?? null] as const,
  ([study, answer]): Assessed | null => {
    if (!study || !answer) return null;
    const institutions = new Map(study.institutions.map((one) => [one.id, one]));
    const rows = new Map(answer.rows.map((row) => [row.institution, row]));
    const selection = [...rows.keys(), ...answer.withoutFigures].flatMap((id) => institutions.get(id) ?? []);
    if (selection.length < answer.rows.length) return null;
    const group = study.groups.find((one) => one.id === answer.request.group) ?? null;
    const children = rows.size > 0 ? nobody : childrenOf(study);
    return { study, answer, group, institutions, rows, selection, children };
  },
);

/** All children of the newest year of each institution, NaN where secret; its kinds of classes together where there is no sum. */
function childrenOf({ compositions }: Study): ReadonlyMap<string, number> {
  const newest = new Map<
    string,
    { readonly year: number; readonly isSum: boolean; readonly total: number }
  >();
  for (const { institution, year, classKind, total } of compositions) {
    const known = newest.get(institution);
    const isSum = classKind === 'all';
    if (!known || year > known.year || (year === known.year && isSum)) {
      newest.set(institution, { year, isSum, total });
    } else if (year === known.year && !known.isSum) {
      newest.set(institution, { year, isSum, total: known.total + total });
    }
  }
  return new Map([...newest].map(([institution, { total }]) => [institution, total]));
}

/** Children where they are known, else places: what the circles' area means. */
export function sizeOf({ rows, children }: Assessed, { id, capacity }: Institution): number {
  return rows.get(id)?.total ?? children.get(id) ?? capacity ?? NaN;
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
  readonly isCatchments: boolean;
  readonly classes: Uint8Array;
  readonly palette: readonly string[];
  /** `muted`: nothing but ground for the circles. */
  readonly background: 'muted' | 'coloured';
  /** The colour of the selected school's catchment, where it is drawn. */
  readonly ownColour: string | null;
  readonly signs: Uint8Array | null;
  /** The twin group among the residents, where its share is what the colours show. */
  readonly home: {
    readonly twin: Group;
    readonly year: number;
    /** NaN where unknown. */
    readonly shares: readonly number[];
    readonly breaks: readonly number[];
  } | null;
}

const groundColour = '#f3f5f9';
/** Around the catchment of the selected school, and itself. */
const restColour = '#eef1f6';
const ownColour = '#c5d3ec';

export const groundOf = memo(
  (state: AppState) => [surfaceOf(state), state.view.institution] as const,
  ([surface, institution]): Ground | null => {
    if (!surface) return null;
    const own = surface.catchments?.map(
      (one) => institution !== null && one.institutions.includes(institution),
    );
    if (!own?.includes(true)) return surface;
    return {
      ...surface,
      classes: Uint8Array.from(own, Number),
      palette: [restColour, ownColour],
      background: 'coloured',
      ownColour,
    };
  },
);

/** A click into a catchment selects its school; a second one lets it go. Null where areas are areas. */
export function catchmentClicked(state: AppState, key: string): Partial<View> | null {
  const catchments = surfaceOf(state)?.catchments;
  if (!catchments) return null;
  const id = catchments.find((one) => one.id === key)?.institutions[0] ?? null;
  return { institution: id === state.view.institution ? null : id };
}

interface Surface extends Ground {
  readonly catchments: readonly Catchment[] | null;
}

const surfaceOf = memo(
  (state: AppState) => [assessedOf(state), state.view.backdrop, state.view.level] as const,
  ([assessed, backdrop, family]): Surface | null => {
    if (!assessed) return null;
    const { study, answer } = assessed;
    const year = Number.isNaN(answer.year) ? answer.request.year : answer.year;
    const catchments = backdrop === 'catchments' && catchmentSurface(study, answer.request.form, year);
    if (catchments) return catchments;
    const level = levelFor(study, family, year);
    if (!level) return null;
    return (backdrop === 'residents' && homeSurface(assessed, family)) || plain(level);
  },
);

function catchmentSurface(study: Study, form: string, year: number): Surface | null {
  const catchments = catchmentsInForce(study, form, year);
  if (catchments.length === 0) return null;
  const id = `catchments ${form} ${[...new Set(catchments.map((one) => one.year))].sort().join(' ')}`;
  let known = rememberedCatchments.get(study);
  if (!known) {
    known = new Map();
    rememberedCatchments.set(study, known);
  }
  let surface = known.get(id);
  if (!surface) {
    const names = new Map(study.institutions.map((one) => [one.id, one.name]));
    const level = {
      id,
      keys: catchments.map((one) => one.id),
      names: catchments.map(
        (one) => one.institutions.flatMap((each) => names.get(each) ?? []).join(', ') || one.id,
      ),
      geometries: catchments.map((one) => one.geometry),
    };
    surface = { ...plain(level), isCatchments: true, catchments };
    known.set(id, surface);
  }
  return surface;
}

/** The map draws its areas anew when their geometries are other ones: made once, not with every answer. */
const rememberedCatchments = new WeakMap<Study, Map<string, Surface>>();

function homeSurface({ study, answer, group }: Assessed, family: string): Surface | null {
  const twin = study.groups.find((one) => one.id === group?.residentTwin);
  if (!twin || !answer.residents) return null;
  const { year } = answer.residents;
  const level = levelFor(study, family, year);
  const count = level && areaValues(study, level.id, twin.count, year);
  const universe = level && areaValues(study, level.id, twin.universe, year);
  if (!level || !count || !universe) return null;
  const shares = Array.from(count.values, (value, a) => value / universe.values[a]!);
  const codes = Uint8Array.from(shares, (share, a) => {
    const code = count.signs[a]! || universe.signs[a]!;
    return Number.isNaN(share) && code === 0
      ? signCode(universe.values[a] === 0 ? 'excluded' : 'missing')
      : code;
  });
  const breaks = classBreaks(shares, { method: 'quantile', count: 5, own: [] });
  return {
    ...plain(level),
    classes: classesOf(shares, breaks),
    palette: steps(blue, Math.max(3, breaks.length + 1)).slice(0, breaks.length + 1),
    background: 'coloured',
    signs: codes,
    home: { twin, year, shares, breaks },
  };
}

function plain(level: Ground['level']): Surface {
  const classes = Uint8Array.from(level.geometries, (geometry) => (geometry ? 0 : noClass));
  return {
    level,
    isCatchments: false,
    classes,
    palette: [groundColour],
    background: 'muted',
    ownColour: null,
    signs: null,
    home: null,
    catchments: null,
  };
}
