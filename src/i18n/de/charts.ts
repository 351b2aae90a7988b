export const charts = {
  'no-values': 'Keine Werte',
} as const;
