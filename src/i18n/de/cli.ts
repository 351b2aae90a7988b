export const cli = {
  'pack-summary': 'Baut aus amtlichen Dateien nach einem Rezept ein Datenpaket',
  'pack-needs-recipe': 'Nötig ist genau eine Rezeptdatei.',
  'pack-needs-folders': 'Es fehlen --source ORDNER und --out ORDNER.',
  'pack-no-recipe': 'Die Rezeptdatei „{path}“ lässt sich nicht lesen.',
  'pack-refused': 'Kein Datenpaket geschrieben. {n|Ein Problem|# Probleme}:',
  'pack-not-written': 'Nach „{path}“ lässt sich nicht schreiben: {reason}.',
  'pack-written': 'Geschrieben nach „{path}“: {n} Dateien, {megabytes} MB.',
  'pack-notes': 'Hinweise:',
  'pack-level': 'Ebene {level}: {n} Gebiete, Zahlen nur aus feineren Ebenen',
  'pack-level-years': 'Ebene {level}: {n} Gebiete, Zahlen {first} bis {last}',
  'pack-form':
    '{form}: {n} im Paket, {figures} mit Zahlen zur Zusammensetzung, {placed} davon mit Lage ({positions} insgesamt mit Lage)',
  'pack-contents':
    '{indicators} Indikatoren, {groups} Gruppen, {catchments} Einzugsbereiche, {programmes} Fördergebiete, {editions} Monitoring-Ausgaben',
} as const;
