export const projects = {
  'project-without-description': 'Das ist keine Projektdatei der Quartierlupe: „{entry}“ fehlt darin.',
  'project-invalid': 'Die Beschreibung des Projekts lässt sich nicht lesen ({reason}).',
  'project-newer':
    'Das Projekt wurde mit einer neueren Fassung der Quartierlupe gespeichert (Format {version}).',
  'project-data-missing': 'Im Projekt fehlt die Datei „{path}“, die nach seiner Beschreibung darin liegt.',
  'project-data-changed':
    'Die Datei „{path}“ im Projekt ist nicht die, mit der gespeichert wurde: Ihre Prüfsumme ist eine andere.',
  'project-file-differs':
    'Die Datei heißt wie eine des Projekts, hat aber einen anderen Inhalt und wird deshalb nicht genommen.',
  'import-not-kept':
    'Die Ausgangsdateien dieser Stadt sind nicht mehr da. Öffnen Sie ihr Projekt oder laden Sie die Dateien noch einmal.',
  'import-file-left':
    'Die Datei wurde nicht gebraucht und war zu groß, um sie aufzuheben. Wählen Sie sie noch einmal, wenn Sie sie jetzt brauchen.',
} as const;
