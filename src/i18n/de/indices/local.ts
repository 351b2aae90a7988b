/** One value per area. */
export const local = {
  'D_contribution.name': 'Beitrag zu D',
  'D_contribution.sentence':
    'Das Gebiet trägt {value} zum Dissimilaritätsindex bei (über 0: Gruppe überrepräsentiert, unter 0: unterrepräsentiert).',
  'D_contribution.explanation':
    'Der Anteil der Gruppe, der hier lebt, abzüglich des Anteils der Vergleichsgruppe, halbiert. Ohne Vorzeichen addieren sich die Beiträge aller Gebiete zu D.',
  'D_contribution.caveat':
    'Große Gebiete tragen eher viel bei; der Standortquotient ist von der Größe unabhängig.',

  'LQ.name': 'Standortquotient',
  'LQ.sentence': 'Der Anteil von {group} ist hier {value}-mal so hoch wie in der ganzen Stadt.',
  'LQ.explanation':
    'Anteil der Gruppe im Gebiet geteilt durch ihren Anteil in der Stadt. 1 heißt: wie in der ganzen Stadt.',
  'LQ.caveat': 'In Gebieten mit wenigen Personen schwankt der Wert stark.',

  'local_distortion.name': 'Lokale Verzerrung',
  'local_distortion.sentence':
    'Die lokale Verzerrung beträgt {value}: Je höher, desto weiter muss man von hier aus gehen, bis die Umgebung gemischt ist wie die ganze Stadt.',
  'local_distortion.explanation':
    'Vom Gebiet aus wird Nachbar um Nachbar hinzugenommen, der nächste zuerst, und jedes Mal verglichen, wie sehr die Bevölkerung bis dahin von der Stadt abweicht. Die Abweichungen werden aufsummiert; 0 heißt: von Anfang an gemischt wie die Stadt.',
  'local_distortion.caveat':
    'Hat keine obere Grenze und wächst mit der Zahl der Gebiete: nur innerhalb derselben Karte vergleichen. Gebiete am Stadtrand liegen eher hoch, weil ihre Umgebung einseitig ist.',
} as const;
