/** Coordinates and outlines of imported layers. */
export const geometry = {
  'feature-without-key': 'Das Objekt hat keinen Schlüssel und wurde weggelassen.',
  'layer-without-areas':
    'In der Ebene ist kein Gebiet mit Schlüssel und Fläche ({n|ein Objekt|# Objekte} gelesen).',
} as const;
