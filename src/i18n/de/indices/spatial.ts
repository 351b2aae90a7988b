/** Spatial families over local environments. */
export const spatial = {} as const;
