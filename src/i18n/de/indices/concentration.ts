/** Concentration. */
export const concentration = {
  'DEL.name': 'Delta-Index DEL',
  'DEL.sentence': 'Rund {of100} von 100 {group} müssten umziehen, damit sie überall gleich dicht wohnten.',
  'DEL.explanation':
    'Vergleicht, wie sich die Gruppe und wie sich die Fläche auf die Gebiete verteilen. 0 heißt: überall gleich viele Angehörige je Hektar, 1: alle auf einem verschwindend kleinen Teil der Fläche.',
  'DEL.caveat':
    'Wälder, Seen und Gewerbe zählen als Fläche mit, und auch die Bevölkerung im Ganzen wohnt nie überall gleich dicht. Über Segregation sagt erst der Abstand zum Zufallswert etwas: Er gilt für eine Gruppe, die so verteilt ist wie alle.',

  'ACO.name': 'Absolute Konzentration ACO',
  'ACO.sentence':
    'Die absolute Konzentration beträgt {value}: Bei 0 wohnte die Gruppe in den größten, bei 1 in den kleinsten Gebieten, die sie aufnehmen könnten.',
  'ACO.explanation':
    'Wie wenig Raum die Gebiete einnehmen, in denen die Gruppe wohnt. Der Maßstab reicht von den größten bis zu den kleinsten Gebieten, deren Bevölkerung zusammen so zahlreich ist wie die Gruppe.',
  'ACO.caveat':
    'Kleine Gebiete sind meist dicht bebaut; auch die Bevölkerung im Ganzen liegt deshalb weit über 0. Wo wenige große Gebiete viele Menschen zählen, kann der Wert 0 und 1 verlassen. Ohne Größenunterschiede, etwa bei Rastern, gibt es keinen Wert.',

  'RCO.name': 'Relative Konzentration RCO',
  'RCO.sentence':
    'Die relative Konzentration beträgt {value}: Über 0 wohnt die Gruppe in kleineren Gebieten als die Vergleichsgruppe, unter 0 in größeren.',
  'RCO.explanation':
    'Vergleicht die mittlere Größe der Gebiete, in denen beide Gruppen wohnen. 0 heißt: kein Unterschied. Maßstab sind die kleinsten und die größten Gebiete, deren Bevölkerung zusammen so zahlreich ist wie die Gruppe.',
  'RCO.caveat':
    'Nach unten nicht begrenzt, und über 1, wenn die Gruppe den größten Teil der Bevölkerung stellt: dann wenig aussagekräftig. Ohne Größenunterschiede, etwa bei Rastern, gibt es keinen Wert. Manche Programme nehmen einen Teil des Maßstabs von der Vergleichsgruppe und kommen zu anderen Zahlen.',

  'ConProf.name': 'Konzentrationsprofil',
  'ConProf.sentence':
    'Der Index des Konzentrationsprofils beträgt {value}: 0 heißt, der Anteil der Gruppe ist überall gleich, 1, sie lebt unter sich.',
  'ConProf.explanation':
    'Das Profil zeigt für jede Schwelle, welcher Teil der Gruppe in Gebieten lebt, in denen sie mindestens diesen Anteil hat. Der Index misst, wie weit es vom Profil einer gleichmäßig verteilten Gruppe abweicht.',
  'ConProf.caveat':
    'Der Wert hängt auch von der Größe der Gruppe ab. Stellt sie mehr als die Hälfte der Bevölkerung, kann er über 1 steigen.',
} as const;
