import {
  localEntropy,
  localSimpsonConcentration,
  localSimpsonInteraction,
  normalizedLocalEntropy,
} from '#stats/indices/local/local-diversity.ts';
import {
  type LocalScores,
  localMutualInformation,
  localMutualInformationOfGroups,
} from '#stats/indices/local/local-mutual-information.ts';
import { exposures, isolations } from '#stats/indices/multigroup/exposures.ts';
import { ordinalIndices } from '#stats/indices/multigroup/ordinal.ts';
import { type Adapter, NotCovered } from '../adapter.ts';
import type { Entry, Params } from '../case.ts';
import type { OracleInput } from '../input.ts';
import { inBase, labelColumn } from './labels.ts';

/** Local indices of several groups, and figures between groups. */
export const multigroupAdapters: readonly Adapter[] = [
  {
    index: 'M_local',
    compute: (input, { params }) => scored(localMutualInformation(input.columns(params)), params),
  },
  {
    index: 'M_local_groups',
    compute(input, entry) {
      const { key, names, at } = namedGroups(input, entry);
      const { ls, p } = scored(localMutualInformationOfGroups(input.columns(entry.params)), entry.params);
      return { [key]: names, ls: at.map((m) => ls[m]), p: at.map((m) => p[m]) };
    },
  },
  {
    index: 'local_E',
    compute(input, { params }) {
      const columns = input.columns(params);
      if (!params.normalized) return inBase(localEntropy(columns), params);
      if (/present/i.test(String(params.normalized))) {
        throw new NotCovered('divided by the number of groups present in the unit (D15)');
      }
      return [...normalizedLocalEntropy(columns)];
    },
  },
  {
    index: 'local_simpson_concentration',
    compute: (input, { params }) => [...localSimpsonConcentration(input.columns(params))],
  },
  {
    index: 'local_simpson_interaction',
    compute: (input, { params }) => [...localSimpsonInteraction(input.columns(params))],
  },
  {
    index: 'exposure',
    compute(input, entry) {
      const value = entry.value as { readonly of: readonly string[]; readonly to: readonly string[] };
      const names = input.order(entry.params);
      const all = exposures(input.columns(entry.params));
      const at = (name: string): number => names.indexOf(name);
      return {
        of: value.of,
        to: value.to,
        exposure: value.of.map((of, i) => all[at(of) * names.length + at(value.to[i]!)]),
      };
    },
  },
  {
    index: 'isolation',
    compute(input, entry) {
      const { key, names, at } = namedGroups(input, entry);
      const all = isolations(input.columns(entry.params));
      return { [key]: names, isolation: at.map((m) => all[m]) };
    },
  },
  {
    index: 'ordinal',
    compute(input, { params }) {
      const { information, variationRatio, squareRoot, absolute } = ordinalIndices(input.columns(params));
      return {
        H_ordinal: information,
        variation_ratio: variationRatio,
        sqrt_index: squareRoot,
        abs_index: absolute,
      };
    },
  },
];

function scored({ scores, shares }: LocalScores, params: Params) {
  return { ls: inBase(scores, params), p: [...shares] };
}

/** Groups in the order in which the reference lists them. */
function namedGroups(input: OracleInput, entry: Entry) {
  const { key, labels } = labelColumn(entry.value);
  const known = input.order(entry.params);
  const names = labels ?? known;
  return { key, names, at: names.map((name) => known.indexOf(String(name))) };
}
