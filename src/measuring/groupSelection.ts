import type { Group, Study } from '#model/study.ts';
import type { Reason } from './answer.ts';

/** Groups of residents that can stand beside each other: one universe, nobody in two of them. */
export interface GroupSelection {
  /** Null = everyone of the universe who is in none of the others. */
  readonly groups: readonly (Group | null)[];
  readonly universe: string;
  /** Variables that must be known where the selection is measured. */
  readonly variables: readonly string[];
}

/**
 * The groups with these ids (`rest` = everyone else), or why they cannot be compared. Overlaps that nobody declared
 * show only in the figures (`groupCounts`): together they would be more people than there are.
 */
export function groupSelection(
  study: Study,
  ids: readonly string[],
): GroupSelection | { readonly refusal: Reason } {
  const groups: (Group | null)[] = [];
  for (const id of ids) {
    if (id === 'rest') {
      if (groups.includes(null)) return { refusal: 'same-group' };
      groups.push(null);
      continue;
    }
    const group = study.groups.find((candidate) => candidate.id === id);
    if (!group) return { refusal: 'unknown-group' };
    if (group.scope !== 'residents') return { refusal: 'not-residents' };
    groups.push(group);
  }
  const named = groups.filter((group) => group !== null);
  const [first] = named;
  if (!first) return { refusal: 'unknown-group' };
  for (const [g, group] of named.entries()) {
    if (group.universe !== first.universe) return { refusal: 'different-universe' };
    for (const other of named.slice(0, g)) {
      if (other.count === group.count) return { refusal: 'same-group' };
      if (overlap(group, other)) return { refusal: 'overlapping-groups' };
    }
  }
  return {
    groups,
    universe: first.universe,
    variables: [...named.map((group) => group.count), first.universe],
  };
}

function overlap(one: Group, other: Group): boolean {
  return Boolean(one.overlaps?.includes(other.id) || other.overlaps?.includes(one.id));
}
