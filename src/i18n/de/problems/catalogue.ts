/** Files that a recipe can do without. */
export const catalogue = {
  'file-left-out': 'Diese Datei ist nicht dabei. Was nur in ihr steht, fehlt.',
  'file-left-out-offered':
    'Diese Datei ist nicht dabei. Was nur in ihr steht, fehlt. Es gibt sie hier: {offered}',
} as const;
