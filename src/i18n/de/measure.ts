export const measure = {
  'reason-unknown-group': 'Diese Gruppe gibt es in den Daten nicht.',
  'reason-not-residents': 'Diese Gruppe wird in Einrichtungen gezählt, nicht am Wohnort.',
  'reason-same-group': 'Gruppe und Vergleichsgruppe sind dieselbe.',
  'reason-different-universe':
    'Die beiden Gruppen gehören zu verschiedenen Grundgesamtheiten und lassen sich nicht gegenüberstellen.',
  'reason-overlapping-groups':
    'Die beiden Gruppen überschneiden sich: Wer zu beiden gehört, würde doppelt gezählt.',
  'reason-above-total': 'In mindestens einem Gebiet ist die Gruppe größer als die Gesamtzahl.',
  'reason-no-figures': 'Für dieses Jahr und diese Gebietsebene liegen keine Zahlen vor.',
  'reason-group-absent': 'Zur Gruppe gehört hier niemand.',
  'reason-reference-absent': 'Zur Vergleichsgruppe gehört hier niemand.',
  'reason-one-area': 'Es gibt nur ein Gebiet mit Zahlen.',
  'reason-no-geometry': 'Für diese Gebiete liegen keine Grenzen vor.',
  'reason-no-neighbours': 'Keine zwei Gebiete mit Zahlen grenzen aneinander.',
  'reason-no-variation': 'Der Anteil ist überall gleich.',
  'reason-undefined': 'Für diese Zahlen ist der Index nicht definiert.',
} as const;
