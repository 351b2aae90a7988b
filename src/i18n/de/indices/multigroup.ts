/** Any number of groups, and diversity. */
export const multigroup = {
  'D_multi.name': 'Dissimilaritätsindex mehrerer Gruppen',
  'D_multi.sentence':
    'Der Dissimilaritätsindex über alle Gruppen beträgt {value}: von 0 (alle Gebiete gleich zusammengesetzt) bis 1 (kein Gebiet gemischt).',
  'D_multi.explanation':
    'Der Teil aller Personen, der umziehen müsste, damit alle Gebiete gleich zusammengesetzt wären, gemessen an völliger Trennung. Bei zwei Gruppen gleich D.',
  'D_multi.caveat':
    'Verschieden viele Gruppen ergeben verschiedene Werte; nur mit derselben Einteilung vergleichen.',

  'G_multi.name': 'Gini-Index mehrerer Gruppen',
  'G_multi.sentence':
    'Der Gini-Index über alle Gruppen beträgt {value}: von 0 (alle Gebiete gleich zusammengesetzt) bis 1 (kein Gebiet gemischt).',
  'G_multi.explanation':
    'Mittlerer Unterschied der Zusammensetzung zwischen allen Paaren von Gebieten, gemessen am größtmöglichen. Bei zwei Gruppen gleich G.',
  'G_multi.caveat': 'Immer mindestens so groß wie der Dissimilaritätsindex derselben Gruppen.',

  'H_multi.name': 'Theils Entropieindex mehrerer Gruppen',
  'H_multi.sentence':
    'Die Gebiete sind über alle Gruppen im Mittel um {of100} Prozent weniger gemischt als die ganze Stadt.',
  'H_multi.explanation':
    'Vergleicht die Mischung aller Gruppen in den Gebieten mit der Mischung der Stadt. Zerlegbar nach Gruppen und nach übergeordneten Gebieten.',
  'H_multi.caveat': 'Je mehr kleine Gruppen unterschieden werden, desto stärker wirkt der Zufall mit.',
  'H_multi.orientation':
    'Für Schulen in den USA nennen Reardon und Yun (2001) Werte unter 0,10 gering, von 0,10 bis 0,25 mittel und darüber hoch. Auf Wohngebiete deutscher Städte ist das nicht ohne Weiteres zu übertragen.',

  'M.name': 'Transinformation M',
  'M.sentence': 'Das Wohngebiet verrät {value} Nats über die Gruppe einer Person (0: nichts).',
  'M.explanation':
    'Wie viel die Kenntnis des Gebiets über die Gruppe aussagt. M lässt sich vollständig zerlegen: zwischen und innerhalb von Bezirken, nach Gebieten und nach Gruppen.',
  'M.caveat':
    'Hat keine feste Obergrenze: Sie ist die Vielfalt der Stadt. Für Vergleiche zwischen Städten eignet sich H besser.',

  'R_multi.name': 'Relative Diversität',
  'R_multi.sentence':
    'Zwei Personen desselben Gebiets gehören um {of100} Prozent seltener verschiedenen Gruppen an als zwei Personen der Stadt.',
  'R_multi.explanation':
    'Vergleicht die Wahrscheinlichkeit, auf jemanden aus einer anderen Gruppe zu treffen, im Gebiet und in der Stadt.',
  'R_multi.caveat': 'Große Gruppen bestimmen den Wert; kleine Gruppen fallen kaum ins Gewicht.',

  'C_multi.name': 'Quadrierter Variationskoeffizient',
  'C_multi.sentence':
    'Der quadrierte Variationskoeffizient beträgt {value}: von 0 (alle Gebiete gleich zusammengesetzt) bis 1 (kein Gebiet gemischt).',
  'C_multi.explanation':
    'Wie weit die Anteile aller Gruppen in den Gebieten von denen der Stadt abweichen; jede Gruppe zählt gleich viel.',
  'C_multi.caveat': 'Sehr kleine Gruppen können den Wert allein bestimmen.',

  'P_multi.name': 'Normalisierte Exposition',
  'P_multi.sentence':
    'Die normalisierte Exposition beträgt {value}: von 0 (alle Gebiete gleich zusammengesetzt) bis 1 (jede Gruppe unter sich).',
  'P_multi.explanation':
    'Isolation aller Gruppen über ihren Anteil hinaus, gemittelt über alle Personen. Bei zwei Gruppen gleich η².',
  'P_multi.caveat': 'Große Gruppen bestimmen den Wert.',

  'E.name': 'Vielfalt (Entropie) E',
  'E.sentence': 'Die Entropie der Stadt beträgt {value} (0: nur eine Gruppe; je größer, desto gemischter).',
  'E.explanation':
    'Wie gemischt die Stadt als Ganze ist. Am größten, wenn alle Gruppen gleich groß sind; dann der Logarithmus ihrer Anzahl.',
  'E.caveat': 'Kein Maß der Segregation: Wo die Gruppen leben, spielt keine Rolle.',

  'simpson_interaction.name': 'Simpson-Vielfalt',
  'simpson_interaction.sentence':
    'Zwei zufällig gewählte Personen der Stadt gehören in {of100} von 100 Fällen verschiedenen Gruppen an.',
  'simpson_interaction.explanation':
    'Wahrscheinlichkeit, dass zwei Personen verschiedenen Gruppen angehören.',
  'simpson_interaction.caveat': 'Kein Maß der Segregation: Wo die Gruppen leben, spielt keine Rolle.',

  'simpson_concentration.name': 'Simpson-Konzentration',
  'simpson_concentration.sentence':
    'Zwei zufällig gewählte Personen der Stadt gehören in {of100} von 100 Fällen derselben Gruppe an.',
  'simpson_concentration.explanation':
    'Wahrscheinlichkeit, dass zwei Personen derselben Gruppe angehören: 1 abzüglich der Simpson-Vielfalt.',
  'simpson_concentration.caveat': 'Kein Maß der Segregation: Wo die Gruppen leben, spielt keine Rolle.',
} as const;
