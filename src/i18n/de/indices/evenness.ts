/** Evenness. */
export const evenness = {
  'D.name': 'Dissimilaritätsindex D',
  'D.sentence':
    'Rund {of100} von 100 {group} müssten in ein anderes Gebiet ziehen, damit ihr Anteil überall gleich wäre.',
  'D.explanation':
    'Vergleicht, wie sich zwei Gruppen auf die Gebiete verteilen. 0 heißt: überall derselbe Anteil, 1: kein Gebiet gemeinsam. Gegen alle Übrigen gerechnet heißt D auch Segregationsindex (IS), zwischen zwei Gruppen Dissimilaritätsindex (ID).',
  'D.caveat':
    'Bei kleinen Gebieten und kleinen Gruppen ist D schon durch Zufall höher; deshalb steht der Zufallswert daneben. Wo die Gebiete liegen und ob sie aneinandergrenzen, spielt keine Rolle.',
  'D.orientation':
    'Massey und Denton (1993) nennen Werte unter 0,3 niedrig, von 0,3 bis 0,6 mittel und über 0,6 hoch. Sie hatten große Städte der USA vor Augen; auf deutsche Städte ist das nicht ohne Weiteres übertragbar.',

  'G.name': 'Gini-Index G',
  'G.sentence':
    'Der Gini-Index beträgt {value} auf einer Skala von 0 (überall derselbe Anteil) bis 100 (kein Gebiet gemeinsam).',
  'G.explanation':
    'Mittlerer Unterschied der Anteile zwischen allen Paaren von Gebieten, gemessen am größtmöglichen. Entspricht der doppelten Fläche zwischen Lorenzkurve und Diagonale.',
  'G.caveat':
    'Immer mindestens so groß wie D und mit D nicht unmittelbar vergleichbar. Empfindlich für Umzüge zwischen allen Gebieten, nicht nur zwischen solchen über und unter dem Mittel.',

  'H.name': 'Theils Entropieindex H',
  'H.sentence': 'Die Gebiete sind im Mittel um {percent} Prozent weniger gemischt als die ganze Stadt.',
  'H.explanation':
    'Vergleicht die Mischung in den Gebieten mit der Mischung der Stadt. 0 heißt: jedes Gebiet ist gemischt wie die Stadt, 1: kein Gebiet ist gemischt. Lässt sich in Anteile zwischen und innerhalb von Bezirken zerlegen.',
  'H.caveat':
    'Die Werte fallen kleiner aus als bei D; 0,1 ist bereits deutlich. Ändert sich auch, wenn nur die Größe der Gruppe sich ändert.',

  'A.name': 'Atkinson-Index A',
  'A.sentence':
    'Der Atkinson-Index beträgt {value} auf einer Skala von 0 (überall derselbe Anteil) bis 100 (kein Gebiet gemeinsam).',
  'A.explanation':
    'Misst Ungleichverteilung mit wählbarem Gewicht b: Unter 0,5 zählen Gebiete mehr, in denen die Gruppe selten ist, über 0,5 solche, in denen sie häufig ist. Voreinstellung 0,5.',
  'A.caveat': 'Werte mit verschiedenem b lassen sich nicht vergleichen.',

  'eta2.name': 'Varianzverhältnis η²',
  'eta2.sentence':
    'Ob jemand zur Gruppe gehört, erklärt sich zu {percent} Prozent daraus, in welchem Gebiet er oder sie lebt.',
  'eta2.explanation':
    'Isolation ohne den Einfluss der Gruppengröße: Welcher Teil der Streuung liegt zwischen den Gebieten? 0 heißt: überall derselbe Anteil, 1: kein Gebiet gemeinsam.',
  'eta2.caveat': 'Bei sehr kleinen Gruppen bleibt der Wert auch dann klein, wenn sie eng beieinander leben.',

  'GS.name': 'Gorards Segregationsindex GS',
  'GS.sentence':
    'Rund {of100} von 100 {group} müssten ohne Tausch in ein anderes Gebiet ziehen, damit ihr Anteil überall gleich wäre.',
  'GS.explanation':
    'Wie D, aber gegen die gesamte Bevölkerung statt gegen die Übrigen gerechnet: Andere ziehen nicht im Gegenzug um. Gleich D mal dem Anteil der Übrigen.',
  'GS.caveat': 'Der größtmögliche Wert hängt von der Größe der Gruppe ab: Er ist ihr Anteil von 1 abgezogen.',

  'MinMax.name': 'Minimum-Maximum-Index',
  'MinMax.sentence':
    'Der Minimum-Maximum-Index beträgt {value} auf einer Skala von 0 (gleich verteilt) bis 100 (kein Gebiet gemeinsam).',
  'MinMax.explanation':
    'Legt die Verteilungen beider Gruppen übereinander und misst den Teil, der sich nicht deckt. Eine Umrechnung von D: 2 D/(1 + D).',
  'MinMax.caveat': 'Ordnet Städte und Jahre genauso wie D; die Zahl selbst ist größer.',

  'D_modified.name': 'Zufallskorrigierter Dissimilaritätsindex',
  'D_modified.sentence':
    'Über den Zufall hinaus sind {percent} Prozent des Weges zur vollständigen Trennung zurückgelegt (0: wie bei zufälliger Verteilung, 100: völlig getrennt).',
  'D_modified.sentence-negative':
    'Die Gruppe ist gleichmäßiger verteilt, als es der Zufall erwarten lässt: Der Index beträgt {value} (0: wie bei zufälliger Verteilung, −100: überall derselbe Anteil).',
  'D_modified.explanation':
    'D abzüglich des Wertes, der sich bei zufälliger Verteilung derselben Personen auf Gebiete dieser Größe ergäbe, bezogen auf den verbleibenden Spielraum.',
  'D_modified.caveat':
    'Negativ heißt: gleichmäßiger verteilt, als es der Zufall erwarten lässt. Nicht mit unkorrigierten Werten mischen.',

  'D_density_corrected.name': 'Dichtekorrigierter Dissimilaritätsindex',
  'D_density_corrected.sentence':
    'Zieht man ab, was in kleinen Gebieten schon durch Zufall schwankt, müssten rund {of100} von 100 {group} in ein anderes Gebiet ziehen, damit ihr Anteil überall gleich wäre.',
  'D_density_corrected.explanation':
    'D, in das jedes Gebiet nur so weit eingeht, wie sein Unterschied über das hinausgeht, was bei so wenigen Personen ohnehin schwankt. 0 heißt: kein Gebiet hebt sich vom Zufall ab, 1: kein Gebiet gemeinsam.',
  'D_density_corrected.caveat':
    'Nie größer als D. Gedacht für kleine Einheiten wie Klassen, Schulen oder Blöcke; bei großen Gebieten kaum von D verschieden. Etwas Zufall bleibt auch danach übrig.',
} as const;
