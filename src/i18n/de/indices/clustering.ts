/** Clustering: proximity of groups, and dissimilarity adjusted for neighbours. */
export const clustering = {
  'ACL.name': 'Absolute Klumpung ACL',
  'ACL.sentence':
    'Die absolute Klumpung beträgt {value}: bei 0 verteilt sich die Gruppe gleichmäßig auf alle Gebiete, nahe 1 lebt sie in einem eigenen zusammenhängenden Raum.',
  'ACL.explanation':
    'Welcher Teil der Menschen in der Nähe von Angehörigen der Gruppe selbst zur Gruppe gehört, über das hinaus, was bei gleichmäßiger Verteilung auf alle Gebiete zu erwarten wäre. Nähe nimmt mit der Entfernung ab: nach einem Kilometer auf 37, nach drei Kilometern auf 5 Prozent.',
  'ACL.caveat':
    'Hängt von der Größe der Gruppe ab und davon, dass in Kilometern gemessen wird: Nur Werte mit derselben Längeneinheit sind vergleichbar. Wo alle dichter um das Zentrum wohnen, liegt schon der Zufallswert über 0. Kann unter 0 liegen, wenn die Gruppe weiter verstreut lebt, als die Gebiete liegen.',

  'RCL.name': 'Relative Klumpung RCL',
  'RCL.sentence':
    'Die relative Klumpung beträgt {value}: über 0 leben die Angehörigen der Gruppe einander näher als die der Vergleichsgruppe, unter 0 weiter auseinander.',
  'RCL.explanation':
    'Mittlere Nähe zwischen zwei Angehörigen der Gruppe, geteilt durch die zwischen zwei Angehörigen der Vergleichsgruppe, minus 1. Ein Wert von 0,5 heißt: anderthalbmal so nah.',
  'RCL.caveat':
    'Sagt nichts darüber, ob die beiden Gruppen getrennt leben: Eine Gruppe, die überall im Zentrum wohnt, hat einen hohen Wert. Nach oben nicht begrenzt.',

  'SP.name': 'Räumliche Nähe SP',
  'SP.sentence':
    'Die räumliche Nähe beträgt {value}: Bei 1 leben Menschen der eigenen Gruppe so nah wie allen anderen, darüber näher.',
  'SP.explanation':
    'Mittlere Nähe zwischen Angehörigen derselben Gruppe, gemessen an der mittleren Nähe zwischen allen. Ein Wert von 1,05 heißt: Die eigene Gruppe lebt um 5 Prozent näher. Nähe nimmt mit der Entfernung ab, nach einem Kilometer auf 37 Prozent.',
  'SP.caveat':
    'Werte wenig über 1 sind der Normalfall, vor allem wenn eine Gruppe klein ist. Hängt davon ab, dass in Kilometern gemessen wird.',

  'SP_multi.name': 'Räumliche Nähe SP (mehrere Gruppen)',
  'SP_multi.sentence':
    'Die räumliche Nähe über alle Gruppen beträgt {value}: Bei 1 leben Menschen der eigenen Gruppe so nah wie allen anderen, darüber näher.',
  'SP_multi.explanation':
    'Mittlere Nähe zwischen Angehörigen derselben Gruppe über alle Gruppen, gemessen an der mittleren Nähe zwischen allen. Bei zwei Gruppen dasselbe wie SP.',
  'SP_multi.caveat': 'Große Gruppen bestimmen den Wert. Hängt davon ab, dass in Kilometern gemessen wird.',

  'D_adj.name': 'Dissimilarität mit Nachbarschaft D(adj)',
  'D_adj.sentence':
    'Rechnet man an, dass Menschen auch ihre Nachbargebiete nutzen, beträgt der Dissimilaritätsindex {value}.',
  'D_adj.explanation':
    'D abzüglich des mittleren Unterschieds der Anteile zwischen Nachbargebieten. So groß wie D, wenn sich Nachbargebiete gleichen, also gleich zusammengesetzte Gebiete beieinanderliegen; kleiner, wenn sich die Gebiete kleinräumig abwechseln.',
  'D_adj.caveat':
    'Kann unter 0 liegen und ist kein Anteil von Personen mehr. Der Abzug hängt vom Anteil der Gruppe ab: Bei kleinen Gruppen ist er klein.',

  'D_w.name': 'Dissimilarität mit Grenzlängen D(w)',
  'D_w.sentence':
    'Rechnet man Nachbargebiete nach der Länge ihrer gemeinsamen Grenze an, beträgt der Dissimilaritätsindex {value}.',
  'D_w.explanation':
    'Wie D(adj), doch zählt eine lange gemeinsame Grenze mehr als eine kurze; Gebiete, die sich nur an einer Ecke berühren, zählen nicht.',
  'D_w.caveat':
    'Auch eine Grenze an einem Fluss oder Bahndamm zählt mit ihrer ganzen Länge. Kann unter 0 liegen.',

  'D_s.name': 'Dissimilarität mit Grenzen und Form D(s)',
  'D_s.sentence':
    'Rechnet man Nachbargebiete nach Grenzlänge und Form an, beträgt der Dissimilaritätsindex {value}.',
  'D_s.explanation':
    'Wie D(w), doch zählt eine Grenze mehr, wenn die Gebiete klein oder langgestreckt sind und ihre Bewohner es daher nicht weit zum Nachbargebiet haben. Maßstab ist das Gebiet mit dem größten Verhältnis von Umfang zu Fläche.',
  'D_s.caveat':
    'Ein einziges sehr kleines Gebiet hebt den Maßstab an und rückt den Wert nahe an D. Deshalb nur innerhalb derselben Karte vergleichen.',
} as const;
