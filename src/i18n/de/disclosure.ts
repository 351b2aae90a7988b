export const disclosure = {
  title: 'Geheimhaltung',
  lead: 'Kleine Zahlen können einzelne Menschen erkennbar machen. Hier wird festgelegt, welche Zahlen nicht gezeigt werden: in Karte, Tabellen, Sätzen und gespeicherten Bildern und Tabellen gleichermaßen.',
  active: 'Es gilt: {profile}.',
  change: 'Regeln ansehen und ändern',
  close: 'Regeln schließen',
  apply: 'Anwenden',
  'apply-note':
    'Die Ausgangsdaten bleiben auf diesem Rechner unverändert; die Regeln lassen sich jederzeit wieder ändern.',
  'project-note': 'Eine Projektdatei mit Daten enthält die Ausgangsdaten ungeschützt.',
  profiles: 'Regeln',
  own: 'Eigene Regeln',
  'rule-nothing':
    'Alle Zahlen werden gezeigt, wie sie geliefert wurden. Richtig für Daten, die vor der Veröffentlichung schon geschützt worden sind.',
  'rule-count':
    'Zahlen unter {minimum} werden nicht gezeigt, ebenso Zahlen, neben denen weniger als {minimum} übrig bleiben. Die Null bleibt stehen.',
  'rule-denominator':
    'Anteile und ihre Fallzahlen werden nur gezeigt, wenn sie sich auf mindestens {minimum} Menschen (oder Haushalte, Wohnungen, Fälle) beziehen.',
  'rule-institution':
    'Von Einrichtungen mit weniger als {minimum} Kindern wird nur die Zahl aller Kinder gezeigt.',
  'rule-dominance':
    'Zahlen, die {share} eines Ganzen oder mehr ausmachen, werden nicht gezeigt: Sie sagen etwas über fast alle dort.',
  'rule-rounding':
    'Jede Zahl wird für sich auf ein Vielfaches von {base} gerundet; Summen können daher abweichen.',
  'rule-secondary':
    'Wo sich eine nicht gezeigte Zahl durch Abziehen errechnen ließe, wird eine zweite nicht gezeigt: etwa die eines anderen Gebiets, wenn die Summe beider bekannt ist (sekundäre Geheimhaltung, Sperrung zweiter Ordnung).',
  'field-count': 'Kleinste gezeigte Zahl',
  'field-denominator': 'Kleinste Bezugsgröße eines Anteils',
  'field-institution': 'Kleinste Einrichtung',
  'field-rounding': 'Runden auf Vielfache von',
  'rounding-none': 'nicht runden',
  'field-dominance': 'Beherrschende Anteile nicht zeigen',
  'field-dominance-share': 'Beherrschend ab (Prozent)',
  'field-secondary': 'Auch davor schützen, dass jemand die Zahl durch Abziehen errechnet',
  'error-range': 'Eine ganze Zahl von {from} bis {to}',
  'error-rounding': 'Beim Runden auf {base} darf die kleinste gezeigte Zahl nicht über {base} liegen',
  'effect-title': 'Wirkung auf diese Daten',
  'effect-run': 'Wirkung berechnen',
  'effect-pending': 'Die Wirkung wird berechnet',
  applying: 'Die Regeln werden angewandt',
  'effect-none': 'Keine Zahl wird verborgen.',
  effect: 'Nicht gezeigt: {n|# Zahl|# Zahlen} von {of} ({share})',
  'effect-split':
    'Für sich allein zu schützen: {n}. Mit verborgen, damit sie sich nicht errechnen lassen: {secondary}.',
  example: 'Beispiel: „{variable}“ in {area}, {year}: {value}. Die Zahl wird nicht gezeigt, Grund: {reason}.',
  'example-company':
    'Gezeigt bleibt „{wholeVariable}“ in {wholeArea}: {whole}. Wer davon alles andere abzieht, käme auf {hidden}. Darum wird auch „{variable}“ in {area} nicht gezeigt: {value}.',
  years: 'Jahr für Jahr, {from} bis {to}',
  'column-year': 'Jahr',
  'column-own': 'für sich geschützt',
  'column-secondary': 'mit verborgen',
  'effect-beyond-help':
    '{n|# nicht gezeigte Zahl lässt|# nicht gezeigte Zahlen lassen} sich trotzdem aus den gezeigten errechnen oder eng eingrenzen: Es gibt keine weitere Zahl, die mit ihr verborgen werden könnte. Diese Zahlen vor einer Weitergabe aus den Daten nehmen oder die Gebiete größer wählen.',
  'effect-beyond-help-one': '{variable}, {area} ({year})',
  'effect-rounded': 'Gerundet: {n|# Zahl|# Zahlen}',
  'effect-areas':
    '{year}: {n|# Gebiet|# Gebiete} von {of} mit nicht gezeigten Zahlen; dort leben {residents} von {all} Menschen',
  'effect-areas-only': '{year}: {n|# Gebiet|# Gebiete} von {of} mit nicht gezeigten Zahlen',
  'effect-institutions': '{n|# Einrichtung|# Einrichtungen} mit nicht gezeigten Zahlen',
  reasons: 'Nicht gezeigte Zahlen nach Grund',
  'reason-count': 'zu kleine Zahl',
  'reason-complement': 'zu kleiner Rest',
  'reason-dominance': 'fast alle',
  'reason-denominator': 'zu kleine Bezugsgröße',
  'reason-secondary': 'schützt eine andere Zahl',
  'column-reason': 'Grund',
  'column-areas': 'Gebiete',
  'column-institutions': 'Einrichtungen',
  columns: 'Am stärksten betroffen',
  'column-variable': 'Merkmal',
  'column-hidden': 'nicht gezeigt',
  'column-of': 'von',
  sources: 'Woher die Regeln kommen',
} as const;
