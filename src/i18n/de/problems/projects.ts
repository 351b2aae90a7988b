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
} as const;
