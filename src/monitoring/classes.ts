/** Ascending in the index: a higher status index means a lower social status. */
export const statusClasses = ['hoch', 'mittel', 'niedrig', 'sehr niedrig'] as const;
export type StatusClass = (typeof statusClasses)[number];

/** Ascending in the index: a higher dynamics index means a course worse than the city's. */
export const dynamicsClasses = ['positiv', 'stabil', 'negativ'] as const;
export type DynamicsClass = (typeof dynamicsClasses)[number];

export function isLow(status: StatusClass | null): boolean {
  return status === 'niedrig' || status === 'sehr niedrig';
}
