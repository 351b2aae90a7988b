/** Of every index: name, one sentence with the number in it, explanation, caveat. `{group}` stands in the dative plural. */
export const indices = {
  'D.name': 'Dissimilaritätsindex D',
  'D.sentence':
    'Rund {of100} von 100 {group} müssten in ein anderes Gebiet ziehen, damit ihr Anteil überall gleich wäre.',
  'D.explanation':
    'Vergleicht, wie sich zwei Gruppen auf die Gebiete verteilen. 0 heißt: überall derselbe Anteil, 1: kein Gebiet gemeinsam. Gegen alle Übrigen gerechnet heißt D auch Segregationsindex (IS), zwischen zwei Gruppen Dissimilaritätsindex (ID).',
  'D.caveat':
    'Kleine Gebiete und kleine Gruppen heben D auch ohne jede Ursache an; deshalb steht der Zufallswert daneben. Wo die Gebiete liegen und ob sie aneinandergrenzen, spielt keine Rolle.',

  'G.name': 'Gini-Index G',
  'G.sentence':
    'Der Gini-Index beträgt {value}: von 0 (überall derselbe Anteil) bis 1 (kein Gebiet gemeinsam).',
  'G.explanation':
    'Mittlerer Unterschied der Anteile zwischen allen Paaren von Gebieten, gemessen am größtmöglichen. Entspricht der doppelten Fläche zwischen Lorenzkurve und Diagonale.',
  'G.caveat':
    'Immer mindestens so groß wie D und mit D nicht unmittelbar vergleichbar. Empfindlich für Umzüge zwischen allen Gebieten, nicht nur zwischen solchen über und unter dem Mittel.',

  'H.name': 'Theils Entropieindex H',
  'H.sentence': 'Die Gebiete sind im Mittel um {of100} Prozent weniger gemischt als die ganze Stadt.',
  'H.explanation':
    'Vergleicht die Mischung in den Gebieten mit der Mischung der Stadt. 0 heißt: jedes Gebiet ist gemischt wie die Stadt, 1: kein Gebiet ist gemischt. Lässt sich in Anteile zwischen und innerhalb von Bezirken zerlegen.',
  'H.caveat':
    'Die Werte fallen kleiner aus als bei D; 0,1 ist bereits deutlich. Ändert sich auch, wenn nur die Größe der Gruppe sich ändert.',

  'A.name': 'Atkinson-Index A',
  'A.sentence':
    'Der Atkinson-Index beträgt {value}: von 0 (überall derselbe Anteil) bis 1 (kein Gebiet gemeinsam).',
  'A.explanation':
    'Misst Ungleichverteilung mit wählbarem Gewicht b: Unter 0,5 zählen Gebiete mehr, in denen die Gruppe selten ist, über 0,5 solche, in denen sie häufig ist. Voreinstellung 0,5.',
  'A.caveat': 'Werte mit verschiedenem b lassen sich nicht vergleichen.',

  'eta2.name': 'Varianzverhältnis η²',
  'eta2.sentence':
    '{of100} Prozent der Unterschiede in der Zugehörigkeit zur Gruppe erklären sich daraus, in welchem Gebiet jemand lebt.',
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
    'Der Minimum-Maximum-Index beträgt {value}: von 0 (gleich verteilt) bis 1 (kein Gebiet gemeinsam).',
  'MinMax.explanation':
    'Legt die Verteilungen beider Gruppen übereinander und misst den Teil, der sich nicht deckt. Eine Umrechnung von D: 2 D/(1 + D).',
  'MinMax.caveat': 'Ordnet Städte und Jahre genauso wie D; die Zahl selbst ist größer.',

  'D_modified.name': 'Zufallskorrigierter Dissimilaritätsindex',
  'D_modified.sentence':
    'Über den Zufall hinaus ist {value} des Weges zur vollständigen Trennung zurückgelegt (0: wie bei zufälliger Verteilung, 1: völlig getrennt).',
  'D_modified.explanation':
    'D abzüglich des Wertes, der sich bei zufälliger Verteilung derselben Personen auf Gebiete dieser Größe ergäbe, bezogen auf den verbleibenden Spielraum.',
  'D_modified.caveat':
    'Negativ heißt: gleichmäßiger verteilt, als es der Zufall erwarten lässt. Nicht mit unkorrigierten Werten mischen.',

  'xPx.name': 'Isolation xPx',
  'xPx.sentence':
    'Bei {group} gehören im Mittel {of100} von 100 Personen im eigenen Gebiet zur eigenen Gruppe.',
  'xPx.explanation':
    'Wie häufig Angehörige der Gruppe in ihrem Gebiet auf Angehörige der eigenen Gruppe treffen. Der kleinste Wert ist der Anteil der Gruppe in der Stadt, der größte 1.',
  'xPx.caveat':
    'Steigt schon dadurch, dass die Gruppe wächst. Nachbarschaft im Gebiet bedeutet noch nicht, dass Menschen einander begegnen.',

  'xPy.name': 'Kontakt xPy',
  'xPy.sentence':
    'Bei {group} gehören im Mittel {of100} von 100 Personen im eigenen Gebiet zur Vergleichsgruppe ({reference}).',
  'xPy.explanation':
    'Wie häufig Angehörige der Gruppe in ihrem Gebiet auf Angehörige der Vergleichsgruppe treffen. Isolation und Kontakt ergeben zusammen 1.',
  'xPy.caveat':
    'Ein hoher Wert heißt wenig Segregation. Nicht umkehrbar: Wie oft die Vergleichsgruppe auf die Gruppe trifft, ist eine andere Zahl.',

  'moran.name': 'Morans I',
  'moran.sentence':
    'Morans I beträgt {value}: Über 0 grenzen Gebiete mit ähnlichem Anteil aneinander, um 0 gibt es kein Muster, unter 0 wechseln hohe und niedrige Anteile ab.',
  'moran.explanation':
    'Räumliche Autokorrelation des Anteils: Ähneln sich Nachbargebiete? Nachbarn sind Gebiete mit gemeinsamer Grenze oder Ecke, alle gleich gewichtet. Der p-Wert sagt, wie oft zufällig verteilte Anteile so stark zusammenlägen.',
  'moran.caveat':
    'Sagt nichts über die Höhe der Segregation, nur über ihre Lage. Hängt vom Zuschnitt der Gebiete ab; ohne Muster ist −1/(n − 1) zu erwarten.',

  'geary.name': 'Gearys c',
  'geary.sentence':
    'Gearys c beträgt {value}: Unter 1 ähneln sich Nachbargebiete, um 1 gibt es kein Muster, über 1 unterscheiden sie sich besonders.',
  'geary.explanation':
    'Räumliche Autokorrelation aus den Unterschieden benachbarter Gebiete. Achtet mehr als Morans I auf Gegensätze zwischen direkten Nachbarn.',
  'geary.caveat': 'Läuft umgekehrt zu Morans I: Kleine Werte bedeuten, dass Ähnliches nebeneinanderliegt.',

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
} as const;
