export const project = {
  'wanting-title': 'Daten zum Projekt „{title}“',
  'wanting-text':
    'Das Projekt wurde ohne Daten gespeichert. Es {n|fehlt noch diese Datei|fehlen noch diese # Dateien}. Der Name ist gleichgültig: Erkannt werden sie an ihrem Inhalt (Prüfsumme).',
  'wanting-choose': 'Dateien auswählen …',
  'wanting-size': '{kilobytes} kB',
} as const;
