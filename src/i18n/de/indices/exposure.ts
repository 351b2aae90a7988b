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
} as const;
