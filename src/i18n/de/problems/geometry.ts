/** Coordinates and outlines of imported layers. */
export const geometry = {
  'feature-without-key':
    'Das Objekt hat keinen Schlüssel und wurde weggelassen. Gehört es zu den Gebieten, bitte im GIS den Schlüssel nachtragen.',
  'layer-without-areas':
    'In der Ebene ist kein Gebiet mit Schlüssel und Fläche ({n|ein Objekt|# Objekte} gelesen). Bitte im Schritt Gebiete eine andere Eigenschaft als Schlüssel wählen.',
} as const;
