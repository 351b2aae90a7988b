export const cli = {
  'pack-summary': 'Baut aus amtlichen Dateien nach einem Rezept ein Datenpaket',
  'pack-help': `Aufruf: npm run pack -- REZEPT --source ORDNER --out ORDNER

Baut aus den Dateien, wie sie die herausgebenden Stellen anbieten, ein Datenpaket,
das die Anwendung öffnet und das die Befehle measure und need lesen.

  REZEPT           Rezeptdatei, zum Beispiel data/berlin/recipe.json
  --source ORDNER  Ordner mit den Quelldateien; welche es sind und wo es sie gibt,
                   steht im Rezept unter „files“
  --out ORDNER     Zielordner; wird angelegt, vorhandene Dateien gleichen Namens
                   werden ersetzt

Beispiel: npm run pack -- data/berlin/recipe.json --source ../quellen/berlin --out packs/berlin

Was nicht stimmt, wird mit Datei, Zeile und Spalte genannt; dann wird nichts
geschrieben (Rückgabewert 1). Falscher Aufruf: Rückgabewert 2.`,
  'pack-needs-recipe': 'Es fehlt genau eine Rezeptdatei.',
  'pack-needs-folders': 'Es fehlen --source ORDNER und --out ORDNER.',
  'pack-no-recipe': 'Die Rezeptdatei „{path}“ lässt sich nicht lesen.',
  'pack-refused': 'Kein Datenpaket geschrieben. {n|Ein Problem|# Probleme}:',
  'pack-written': 'Geschrieben nach „{path}“: {n} Dateien, {megabytes} MB.',
  'pack-notes': 'Hinweise:',
  'pack-level': 'Ebene {level}: {n} Gebiete, Zahlen nur aus feineren Ebenen',
  'pack-level-years': 'Ebene {level}: {n} Gebiete, Zahlen {first} bis {last}',
  'pack-form':
    '{form}: {n} im Paket, {figures} mit Zahlen zur Zusammensetzung, {placed} davon mit Lage ({positions} insgesamt mit Lage)',
  'pack-contents':
    '{indicators} Indikatoren, {groups} Gruppen, {catchments} Einzugsbereiche, {programmes} Fördergebiete, {editions} Monitoring-Ausgaben',
} as const;
