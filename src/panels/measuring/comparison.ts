import type { ComparisonAnswer } from '#measuring/answer.ts';
import type { AppState } from '#state/state.ts';
import type { Speech } from '#state/useApp.ts';
import type { Compare } from '#state/view.ts';
import type { Measured } from './measured.ts';

/** Two sides and what they are called where they stand beside each other. */
export interface Sides {
  readonly left: string;
  readonly right: string;
}

/** Two years in their order, so that a difference has the sign of the change; everything else as it was asked. */
export function inOrder(compare: Compare, compared: ComparisonAnswer): ComparisonAnswer {
  const { left, right, request } = compared;
  if (compare !== 'year' || request.right.year >= request.left.year) return compared;
  return {
    request: { ...request, left: request.right, right: request.left },
    left: right,
    right: left,
    differences: Object.fromEntries(
      Object.entries(compared.differences).map(([id, { value, low, high, p }]) => [
        id,
        { value: -value, low: -high, high: -low, p },
      ]),
    ),
  };
}

/** Only what differs is said: the years of one group, the groups of one year. */
export function sidesOf(
  compare: Compare,
  { request }: ComparisonAnswer,
  { study, group }: Measured,
  other: AppState['other'],
  { text }: Speech,
): Sides {
  const family = (id: string) => {
    const found = study.families.find((one) => one.id === id);
    return found ? text(found.name) : id;
  };
  switch (compare) {
    case 'group': {
      const right = study.groups.find((one) => one.id === request.right.group);
      return { left: text(group.name), right: right ? text(right.name) : request.right.group };
    }
    case 'level':
      return { left: family(request.left.family), right: family(request.right.family) };
    case 'city': {
      const there = other?.loaded?.study;
      const isSameYear = request.right.year === request.left.year;
      const named = (title: string, year: number) => (isSameYear ? title : `${title} ${year}`);
      return {
        left: named(text(study.title), request.left.year),
        right: named(there ? text(there.title) : (other?.id ?? ''), request.right.year),
      };
    }
    default:
      return { left: String(request.left.year), right: String(request.right.year) };
  }
}
