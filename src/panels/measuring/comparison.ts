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
      const year = request.right.year === request.left.year ? '' : ` ${request.right.year}`;
      return { left: text(study.title), right: `${there ? text(there.title) : (other?.id ?? '')}${year}` };
    }
    default:
      return { left: String(request.left.year), right: String(request.right.year) };
  }
}
