/** Centralization. */
export const centralization = {
  'ACE.name': 'Absolute Zentralisierung ACE',
  'ACE.sentence':
    'Die absolute Zentralisierung beträgt {value}: Über 0 wohnt die Gruppe näher am Zentrum, als die Fläche der Stadt liegt, unter 0 weiter außen.',
  'ACE.explanation':
    'Ordnet die Gebiete nach ihrer Entfernung vom Zentrum und vergleicht, wie schnell sich nach außen hin die Gruppe und die Fläche ansammeln. −1 heißt: ganz am Rand, 1: ganz im Zentrum.',
  'ACE.caveat':
    'In fast jeder Stadt wohnen alle dichter um das Zentrum; maßgeblich ist der Abstand zum Zufallswert. Hängt davon ab, was als Zentrum gilt: ohne Angabe der Bevölkerungsschwerpunkt. In Städten mit mehreren Zentren wenig aussagekräftig.',

  'RCE.name': 'Relative Zentralisierung RCE',
  'RCE.sentence':
    'Die relative Zentralisierung beträgt {value}: Über 0 wohnt die Gruppe näher am Zentrum als die Vergleichsgruppe, unter 0 weiter außen.',
  'RCE.explanation':
    'Greift man aus jeder Gruppe eine Person heraus: um wie viel häufiger wohnt die aus der Gruppe näher am Zentrum als die andere? −1 heißt: nie, 0: gleich oft, 1: immer.',
  'RCE.caveat':
    'Hängt davon ab, was als Zentrum gilt: ohne Angabe der Bevölkerungsschwerpunkt. Nähe zum Zentrum ist weder gut noch schlecht.',

  'PCC.name': 'Anteil in der Innenstadt PCC',
  'PCC.sentence':
    'Von 100 {group} wohnen rund {of100} in dem Zehntel der Gebiete, das dem Zentrum am nächsten liegt.',
  'PCC.explanation':
    'Als Innenstadt gelten die Gebiete mit der kürzesten Entfernung zum Zentrum, ein Zehntel von allen. Zum Vergleich dient der Zufallswert: der Anteil der Bevölkerung, der dort wohnt.',
  'PCC.caveat':
    'Ein Zehntel der Gebiete ist eine Behelfsgrenze, keine amtliche Innenstadt; Gebiete ohne Einwohner zählen mit. Bei weniger als zehn Gebieten gibt es keinen Wert.',
} as const;
