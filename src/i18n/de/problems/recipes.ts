/** What a recipe asks for and its files do not give; notes on what was left out or estimated. */
export const recipes = {
  'area-name-repeated':
    'Auf der Ebene „{level}“ heißen mehrere Gebiete „{name}“ ({keys}). Bitte einen Schlüssel verwenden oder das Gebiet von Hand zuordnen.',
  'areas-without-row':
    'Für {year} {n|hat ein Gebiet|haben # Gebiete} der Ebene „{level}“ keine Zeile (von {total}): {areas}.',
  'rows-all-without-area':
    'Keine Zeile passt zu einem Gebiet der Ebene „{level}“, zum Beispiel: {areas}. Vermutlich ist es die falsche Spalte oder Ebene.',
  'rows-without-area':
    '{n|Eine Zeile gehört|# Zeilen gehören} zu keinem Gebiet der Ebene „{level}“ und {n|wurde|wurden} weggelassen: {areas}.',
  'rows-without-area-residents':
    '{n|Eine Zeile gehört|# Zeilen gehören} zu keinem Gebiet der Ebene „{level}“ und {n|wurde|wurden} weggelassen: {areas}. Das sind {people|# Mensch|# Menschen} ({year}).',
  'estimate-base-missing':
    'Aus Anteilen lässt sich keine Anzahl schätzen: Zu „{base}“ gibt es auf der Ebene „{level}“ keine Werte im selben Jahr.',
  'estimate-not-count':
    'Zu „{variable}“ gehört eine Grundgesamtheit („of“), es ist aber nicht als Anzahl beschrieben (kind: count).',
  'estimate-two-bases':
    '„{variable}“ wird aus Anteilen an zwei verschiedenen Grundgesamtheiten geschätzt: „{first}“ und „{second}“.',
  'estimate-of-estimate':
    '„{variable}“ soll aus „{base}“ geschätzt werden, das selbst geschätzt ist. Grundlage muss eine veröffentlichte Anzahl sein.',
} as const;
