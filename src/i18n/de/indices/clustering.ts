/** Clustering: proximity of groups. */
export const clustering = {} as const;
