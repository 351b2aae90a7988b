export const projects = {
  'project-without-description':
    'Das ist keine Projektdatei der Quartierlupe: „{entry}“ fehlt darin. Bitte eine Datei mit der Endung .quartierlupe öffnen.',
  'project-invalid':
    'Die Beschreibung des Projekts lässt sich nicht lesen ({reason}). Bitte eine andere Sicherung öffnen.',
  'project-newer':
    'Das Projekt wurde mit einer neueren Fassung der Quartierlupe gespeichert (Format {version}). Bitte dort öffnen oder die Quartierlupe neu laden.',
  'project-data-missing':
    'Im Projekt fehlt die Datei „{path}“, die nach seiner Beschreibung darin liegt. Bitte das Projekt noch einmal speichern oder kopieren.',
  'project-data-changed':
    'Die Datei „{path}“ im Projekt ist nicht die, mit der gespeichert wurde: Ihre Prüfsumme ist eine andere. Bitte eine andere Sicherung öffnen.',
  'project-file-differs':
    'Die Datei heißt wie eine des Projekts, hat aber einen anderen Inhalt und wird deshalb nicht genommen. Bitte die ursprüngliche Datei ablegen.',
  'import-not-kept':
    'Die Ausgangsdateien dieser Stadt sind nicht mehr da. Öffnen Sie ihr Projekt oder laden Sie die Dateien noch einmal.',
  'import-file-left':
    'Die Datei wurde nicht gebraucht und war zu groß, um sie aufzuheben. Wählen Sie sie noch einmal, wenn Sie sie jetzt brauchen.',
} as const;
