import { ancestorPositions, levelById } from '#model/lookup.ts';
import type { Crosswalk, Study } from '#model/study.ts';
import { type Addition, additionsOf } from './additions.ts';
import { countsPeople, type Quotient, quotientsOf } from './counted.ts';
import { type SameGround, sameGround } from './crosswalkParts.ts';
import { type ShareTwin, shareTwinsOf, weightedShares } from './shareTwins.ts';

/** What everybody knows about how the figures of a study hang together, whatever the year. */
export interface Relations {
  /** Beside `study.observations`. */
  readonly levels: readonly LevelRelations[];
  readonly additions: readonly Addition[];
  readonly twins: readonly ShareTwin[];
  readonly quotients: readonly Quotient[];
  /** Groups of one universe that nobody is in two of: what they leave of it can be computed. */
  readonly partitions: readonly { readonly groups: readonly string[]; readonly universe: string }[];
  readonly grounds: readonly { readonly crosswalk: Crosswalk; readonly same: readonly SameGround[] }[];
}

interface LevelRelations {
  readonly counts: readonly string[];
  readonly shares: readonly { readonly id: string; readonly weight: string }[];
  /** Published changes of a share: they are no counts, but rest on as few people. */
  readonly changes: readonly { readonly id: string; readonly weight: string }[];
  /** Levels above with observations, nearest first, and each area's position there. */
  readonly above: readonly { readonly observations: number; readonly positions: Int32Array }[];
}

export function relationsOf(study: Study): Relations {
  const people = new Set(study.variables.filter(countsPeople).map(({ id }) => id));
  // What adds up at one level does so at every other, though it may have too few areas to tell.
  const additions = distinct(study.observations.flatMap((one) => additionsOf(study, one))).filter(
    ({ parts, whole }) => [...parts, whole].every((id) => people.has(id)),
  );
  const twins = distinct(study.observations.flatMap((one) => shareTwinsOf(study, one))).filter(
    ({ count, weight }) => [count, weight].every((id) => people.has(id)),
  );
  return {
    levels: study.observations.map((observations): LevelRelations => {
      const { columns } = observations;
      return {
        counts: [...people].filter((id) => Object.hasOwn(columns, id)),
        shares: weightedShares(study, observations)
          .filter(({ weight }) => people.has(weight!))
          .map(({ id, weight }) => ({ id, weight: weight! })),
        changes: study.variables.flatMap(({ id, unit, weight }) =>
          unit === 'share-points' && weight && people.has(weight) && columns[id] && columns[weight]
            ? [{ id, weight }]
            : [],
        ),
        above: levelsAbove(study, observations.level),
      };
    }),
    additions,
    twins,
    quotients: quotientsOf(study),
    partitions: partitionsOf(study),
    grounds: study.crosswalks.map((crosswalk) => ({ crosswalk, same: sameGround(study, crosswalk) })),
  };
}

function distinct<T>(all: readonly T[]): readonly T[] {
  return [...new Map(all.map((one) => [JSON.stringify(one), one])).values()];
}

function levelsAbove(study: Study, id: string): LevelRelations['above'] {
  const from = levelById(study, id);
  const above: { observations: number; positions: Int32Array }[] = [];
  for (let level = from; level.parent; ) {
    level = levelById(study, level.parent.level);
    const observations = study.observations.findIndex((one) => one.level === level.id);
    const positions = ancestorPositions(study, from, level);
    if (observations >= 0 && positions) above.push({ observations, positions });
  }
  return above;
}

function partitionsOf(study: Study): Relations['partitions'] {
  const residents = study.groups.filter(({ scope }) => scope === 'residents');
  const universes = new Set(residents.map(({ universe }) => universe));
  return [...universes].flatMap((universe) => {
    const groups = residents.filter((group) => group.universe === universe);
    // Each may be in a set with those after it that share nobody with it.
    const sets = groups.map((first, i) => {
      const set = [first];
      for (const group of groups.slice(i + 1)) {
        const isApart = set.every(
          (other) => !other.overlaps?.includes(group.id) && !group.overlaps?.includes(other.id),
        );
        if (isApart) set.push(group);
      }
      return set;
    });
    return sets
      .filter((set) => set.length > 1)
      .map((set) => ({ groups: set.map(({ count }) => count), universe }));
  });
}
