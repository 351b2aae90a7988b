import { type ChangeOptions, segregationChange, unitChanges } from '#stats/decomposition/change.ts';
import { karmelMaclachlanChange } from '#stats/decomposition/change-karmel-maclachlan.ts';
import { moraRuizCastilloChange } from '#stats/decomposition/change-mora-ruiz-castillo.ts';
import { aggregated, codedLabels } from '#stats/decomposition/labels.ts';
import type { KeyedTable } from '#stats/decomposition/matched.ts';
import { nestedDecomposition } from '#stats/decomposition/nested.ts';
import { conditionalEntropy } from '#stats/indices/multigroup/conditional-entropy.ts';
import { type Adapter, NotCovered } from '../adapter.ts';
import type { Entry, OracleData, Params } from '../case.ts';
import type { OracleInput } from '../input.ts';
import { inBase, labelColumn } from './labels.ts';

/** M and H taken apart: levels of units, and two points in time. */
export const decompositionAdapters: readonly Adapter[] = [
  ...['M_H', 'M_H_between'].map(
    (index): Adapter => ({
      index,
      compute(input, { params }) {
        const { groups } = unitsOf(input, params.unit, params);
        return both(nestedDecomposition(groups, []), params);
      },
    }),
  ),
  {
    index: 'M_H_within',
    compute: (input, { params }) => both(withinOf(input, params).step, params),
  },
  {
    index: 'M_H_nested',
    compute(input, { params, value }) {
      const levels = (params.levels as readonly string[]).map((level) => labelsOf(input, level));
      const finest = levels.at(-1);
      // the last level may be the units themselves or something larger
      const { groups, codes } = unitsOf(input, finest, params);
      const above = levels.slice(0, -1).map((labels) => codedLabels(labels).codes);
      const { steps } = nestedDecomposition(
        groups,
        above.map((level) => perUnit(level, codes, groups[0]!.length)),
      );
      const rows = value as Readonly<Record<'between' | 'within' | 'stat', readonly string[]>>;
      const names = [...new Set(rows.between)];
      return {
        ...rows,
        est: rows.between.map((name, i) => {
          const step = both(steps[names.indexOf(name)]!, params);
          return rows.stat[i] === 'H' ? step.H : step.M;
        }),
      };
    },
  },
  {
    index: 'mutual_within',
    compute(input, { params, value }) {
      const { step, labels } = withinOf(input, params);
      const { key, labels: named } = labelColumn(value);
      const at = (named ?? labels).map((label) => labels.indexOf(String(label)));
      const column = (values: Float64Array): readonly number[] => at.map((w) => values[w] ?? NaN);
      const { M, p, H, entropyRatio } = step.within;
      return {
        [key]: named ?? labels,
        M: inBase(column(M), params),
        p: column(p),
        H: column(H),
        ent_ratio: column(entropyRatio),
      };
    },
  },
  {
    index: 'E_conditional',
    compute(input, { params }) {
      const { groups } = unitsOf(input, params.within, params);
      return inBase([conditionalEntropy(groups)], params)[0];
    },
  },
  ...['mutual_difference', 'mutual_difference_districts'].map(
    (index): Adapter => ({
      index,
      compute(input, { params, value }) {
        const unit = params.unit ?? (index === 'mutual_difference_districts' ? 'district' : undefined);
        const [before, after] = twoTimes(input, unit);
        return changeRows(before, after, params, value);
      },
    }),
  ),
];

/** Labels of the units at a level; a name that is no level means the units themselves. */
function labelsOf(input: OracleInput, level: unknown): readonly string[] {
  return labelsIn(input.data, level);
}

function labelsIn(data: OracleData, level: unknown): readonly string[] {
  return (data.nested?.[String(level)] ?? data.ids).map(String);
}

/** Counts over the units of a level, and the position of each row of the case among them. */
function unitsOf(input: OracleInput, level: unknown, params: Params) {
  const labels = Array.isArray(level) ? (level as readonly string[]) : labelsOf(input, level);
  const { codes } = codedLabels(labels);
  return { groups: aggregated(input.columns(params), codes).groups, codes };
}

/** Codes of the rows of the case as codes of the units they were added up to. */
function perUnit(level: Int32Array, codes: Int32Array, size: number): Int32Array {
  const result = new Int32Array(size);
  codes.forEach((unit, i) => {
    result[unit] = level[i]!;
  });
  return result;
}

function withinOf(input: OracleInput, params: Params) {
  const above = codedLabels(labelsOf(input, params.within));
  const { groups, codes } = unitsOf(input, params.unit, params);
  const { steps } = nestedDecomposition(groups, [perUnit(above.codes, codes, groups[0]!.length)]);
  return { step: steps[1]!, labels: above.labels };
}

function both({ M, H }: { readonly M: number; readonly H: number }, params: Params) {
  return { M: inBase([M], params)[0]!, H };
}

function twoTimes(input: OracleInput, unit: unknown): readonly [KeyedTable, KeyedTable] {
  const { data } = input.file;
  if ('ids' in data) throw new NotCovered('one point in time');
  const names = [...new Set([...Object.keys(data.t1.groups), ...Object.keys(data.t2.groups)])];
  const keyed = (at: OracleData): KeyedTable => ({
    keys: labelsIn(at, unit),
    groups: names.map((name) => Float64Array.from(at.groups[name] ?? at.ids.map(() => 0))),
  });
  return [keyed(data.t1), keyed(data.t2)];
}

function changeRows(before: KeyedTable, after: KeyedTable, params: Params, value: Entry['value']): object {
  const method = String(params.method ?? 'shapley');
  const options: ChangeOptions = {
    // the reference stops at 0.001 unless told otherwise
    precision: typeof params.ipf_precision === 'number' ? params.ipf_precision : 1e-3,
    iterations: typeof params.max_iterations === 'number' ? params.max_iterations : 1000,
    start: 'R segregation',
  };
  const rows = value as Readonly<Record<string, readonly (string | null)[]>>;
  const parts = partsOf(method, before, after, options);
  const key = Object.keys(rows).find((name) => name !== 'stat' && name !== 'est');
  const details = method.startsWith('shapley_detailed') ? unitChanges(before, after, options) : null;
  const places = new Map(details?.keys.map((name, at) => [name, at]));
  return {
    ...rows,
    est: rows.stat!.map((stat, i) => {
      const unit = key ? rows[key]![i] : null;
      if (unit === null || unit === undefined) return inBase([parts[stat!] ?? NaN], params)[0];
      const at = places.get(unit);
      const figure = details && at !== undefined ? detail(details, stat!, at) : NaN;
      return stat === 'p1' || stat === 'p2' ? figure : inBase([figure], params)[0];
    }),
  };
}

function partsOf(
  method: string,
  before: KeyedTable,
  after: KeyedTable,
  options: ChangeOptions,
): Readonly<Record<string, number>> {
  const named = (parts: ReturnType<typeof moraRuizCastilloChange>, interaction: number) => ({
    M1: parts.before,
    M2: parts.after,
    diff: parts.difference,
    additions: parts.additions,
    removals: parts.removals,
    group_marginal: parts.groupMarginal,
    unit_marginal: parts.unitMarginal,
    interaction,
    structural: parts.structural,
  });
  switch (method) {
    case 'shapley':
    case 'shapley_detailed':
    case 'shapley_detailed_marginal':
      return named(segregationChange(before, after, options), NaN);
    case 'km': {
      const forward = karmelMaclachlanChange(before, after, options);
      return named(forward, forward.interaction);
    }
    case 'mrc':
      return named(moraRuizCastilloChange(before, after), NaN);
    default:
      throw new NotCovered(`method ${method}`);
  }
}

function detail(units: ReturnType<typeof unitChanges>, stat: string, at: number): number {
  switch (stat) {
    case 'p1':
      return units.before[at]!;
    case 'p2':
      return units.after[at]!;
    case 'ls_diff1':
      return units.scoreChangeBefore[at]!;
    case 'ls_diff2':
      return units.scoreChangeAfter[at]!;
    case 'ls_diff_mean':
      return (units.scoreChangeBefore[at]! + units.scoreChangeAfter[at]!) / 2;
    case 'total':
    case 'structural':
      return units.structural[at]!;
    case 'unit_marginal':
      return units.unitMarginal[at]!;
    case 'group_marginal':
      return units.groupMarginal[at]!;
    default:
      return NaN;
  }
}
