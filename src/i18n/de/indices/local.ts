/** One value per area. */
export const local = {
  'D_contribution.name': 'Beitrag zu D',
  'D_contribution.sentence':
    'Das Gebiet trägt {value} zum Dissimilaritätsindex bei (über 0: Gruppe überrepräsentiert, unter 0: unterrepräsentiert).',
  'D_contribution.explanation':
    'Der Anteil der Gruppe, der hier lebt, abzüglich des Anteils der Vergleichsgruppe, halbiert. Ohne Vorzeichen addieren sich die Beiträge aller Gebiete zu D.',
  'D_contribution.caveat':
    'Große Gebiete tragen eher viel bei; der Standortquotient ist von der Größe unabhängig.',

  'H_contribution.name': 'Beitrag zu H',
  'H_contribution.sentence':
    'Das Gebiet trägt {value} zu Theils Entropieindex bei (über 0: weniger gemischt als die Stadt, unter 0: stärker gemischt).',
  'H_contribution.explanation':
    'Wie viel weniger gemischt das Gebiet ist als die Stadt, mit seinem Anteil an der Bevölkerung gewichtet. Die Beiträge aller Gebiete addieren sich genau zu H.',
  'H_contribution.caveat':
    'Große Gebiete tragen eher viel bei. Ein negativer Beitrag heißt nicht, dass das Gebiet wie die Stadt zusammengesetzt ist: Es kann auch mehr Angehörige der kleineren Gruppe haben.',

  'LQ.name': 'Standortquotient',
  'LQ.sentence': 'Der Anteil von {group} ist hier {value}-mal so hoch wie in der ganzen Stadt.',
  'LQ.explanation':
    'Anteil der Gruppe im Gebiet geteilt durch ihren Anteil in der Stadt. 1 heißt: wie in der ganzen Stadt.',
  'LQ.caveat': 'In Gebieten mit wenigen Personen schwankt der Wert stark.',

  'M_local.name': 'Lokale Transinformation L',
  'M_local.sentence':
    'Die Zusammensetzung des Gebiets weicht um {value} Nats von der der Stadt ab (0: wie in der ganzen Stadt).',
  'M_local.explanation':
    'Wie stark sich das Gebiet über alle Gruppen von der Stadt unterscheidet. Mit der Bevölkerung gewichtet ergibt das Mittel aller Gebiete M.',
  'M_local.caveat':
    'Sagt nicht, welche Gruppe hier häufiger ist; das zeigt der Standortquotient. In Gebieten mit wenigen Personen hebt der Zufall den Wert.',

  'local_divergence.name': 'Lokale Divergenz',
  'local_divergence.sentence':
    'Das Gebiet weicht um {of100} Prozent der größtmöglichen Abweichung von der Zusammensetzung der Stadt ab.',
  'local_divergence.explanation':
    'Die lokale Transinformation im Verhältnis zu der eines Gebiets, in dem nur die kleinste Gruppe lebt. 0 heißt: wie in der ganzen Stadt.',
  'local_divergence.caveat':
    'Ist eine Gruppe sehr klein, bleiben fast alle Werte niedrig. In Gebieten mit wenigen Personen hebt der Zufall den Wert.',

  'local_E.name': 'Lokale Vielfalt',
  'local_E.sentence':
    'Das Gebiet erreicht {of100} Prozent der größtmöglichen Mischung (100: alle Gruppen gleich groß).',
  'local_E.explanation':
    'Entropie der Zusammensetzung des Gebiets, geteilt durch die von gleich großen Gruppen. 0 heißt: nur eine Gruppe.',
  'local_E.caveat':
    'Kein Maß der Abweichung von der Stadt: Ein Gebiet kann gemischter sein als sie. Verschieden viele Gruppen ergeben verschiedene Werte.',

  'D_multi_contribution.name': 'Beitrag zu D mehrerer Gruppen',
  'D_multi_contribution.sentence':
    'Das Gebiet trägt {value} zum Dissimilaritätsindex über alle Gruppen bei (0: zusammengesetzt wie die Stadt).',
  'D_multi_contribution.explanation':
    'Wie viele Personen hier über oder unter dem Anteil ihrer Gruppe in der Stadt liegen. Die Beiträge aller Gebiete addieren sich zum Index.',
  'D_multi_contribution.caveat':
    'Große Gebiete tragen eher viel bei. Sagt nicht, welche Gruppe hier häufiger ist.',

  'H_multi_contribution.name': 'Beitrag zu H mehrerer Gruppen',
  'H_multi_contribution.sentence':
    'Das Gebiet trägt {value} zum Entropieindex über alle Gruppen bei (über 0: weniger gemischt als die Stadt, unter 0: stärker gemischt).',
  'H_multi_contribution.explanation':
    'Wie viel weniger gemischt das Gebiet über alle Gruppen ist als die Stadt, mit seinem Anteil an der Bevölkerung gewichtet. Die Beiträge aller Gebiete addieren sich genau zum Index.',
  'H_multi_contribution.caveat':
    'Große Gebiete tragen eher viel bei. Ein negativer Beitrag heißt nicht, dass das Gebiet wie die Stadt zusammengesetzt ist.',

  'local_distortion.name': 'Lokale Verzerrung',
  'local_distortion.sentence':
    'Die lokale Verzerrung beträgt {value}: Je höher, desto weiter muss man von hier aus gehen, bis die Umgebung gemischt ist wie die ganze Stadt.',
  'local_distortion.explanation':
    'Vom Gebiet aus wird Nachbar um Nachbar hinzugenommen, der nächste zuerst, und jedes Mal verglichen, wie sehr die Bevölkerung bis dahin von der Stadt abweicht. Die Abweichungen werden aufsummiert; 0 heißt: von Anfang an gemischt wie die Stadt.',
  'local_distortion.caveat':
    'Hat keine obere Grenze und wächst mit der Zahl der Gebiete: nur innerhalb derselben Karte vergleichen. Gebiete am Stadtrand liegen eher hoch, weil ihre Umgebung einseitig ist.',
} as const;
