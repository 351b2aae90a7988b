/** Concentration. */
export const concentration = {} as const;
