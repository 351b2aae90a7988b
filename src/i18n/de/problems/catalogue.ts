/** Files that a recipe can do without. */
export const catalogue = {
  'file-left-out':
    'Diese Datei ist nicht dabei. Was nur in ihr steht, fehlt. Wird es gebraucht, bitte die Datei mit ablegen.',
  'file-left-out-offered':
    'Diese Datei ist nicht dabei. Was nur in ihr steht, fehlt. Sie wird hier angeboten: {offered}',
} as const;
