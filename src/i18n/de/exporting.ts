export const exporting = {
  disclosure:
    'Geheimhaltung: {profile}; Zahlen ab {count}, Anteile ab {denominator} Personen, Einrichtungen ab {institution} Kindern',
  'disclosure-rounded': 'gerundet auf Vielfache von {base}',
  'disclosure-own': 'eigene Regeln',
  signs: 'Zeichen: {signs}',
  'sign-missing': '. = keine Angabe',
  'sign-secret': '* = geheim gehalten',
  'sign-unreliable': '/ oder (Zahl in Klammern) = eingeschränkt aussagekräftig',
  'sign-blocked': 'x = gesperrt',
  'sign-later': '... = folgt später',
  'sign-excluded': 'o = nicht bewertet',
  'sign-too-small': '< = zu wenige Fälle',
} as const;
