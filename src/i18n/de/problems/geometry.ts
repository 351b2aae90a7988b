export const geometry = {} as const;
