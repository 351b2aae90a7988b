/** Exposure. */
export const exposure = {
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

  'DPxx.name': 'Isolation mit Entfernung DPxx',
  'DPxx.sentence':
    'Trifft man Menschen umso seltener, je weiter weg sie wohnen, gehören bei {group} im Mittel {of100} von 100 Personen in der Umgebung zur eigenen Gruppe.',
  'DPxx.explanation':
    'Wie die Isolation xPx, doch zählen auch Menschen in anderen Gebieten, mit der Entfernung immer weniger: nach einem Kilometer 37, nach drei Kilometern 5 Prozent. Ohne Segregation etwa der Anteil der Gruppe in der Stadt. DPxx und DPxy ergeben zusammen 1.',
  'DPxx.caveat':
    'Steigt schon dadurch, dass die Gruppe wächst. Hängt davon ab, dass in Kilometern gemessen wird, und wie groß die Gebiete sind.',

  'DPxy.name': 'Kontakt mit Entfernung DPxy',
  'DPxy.sentence':
    'Trifft man Menschen umso seltener, je weiter weg sie wohnen, gehören bei {group} im Mittel {of100} von 100 Personen in der Umgebung zur Vergleichsgruppe ({reference}).',
  'DPxy.explanation':
    'Wie der Kontakt xPy, doch zählen auch Menschen in anderen Gebieten, mit der Entfernung immer weniger. DPxx und DPxy ergeben zusammen 1.',
  'DPxy.caveat':
    'Ein hoher Wert heißt wenig Segregation. Hängt davon ab, dass in Kilometern gemessen wird, und wie groß die Gebiete sind.',
} as const;
