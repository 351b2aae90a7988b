/** Centralization. */
export const centralization = {} as const;
