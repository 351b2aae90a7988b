export const charts = {
  'no-values': 'Keine Werte',
  'new-vintage': 'neuer Gebietsstand',
} as const;
