export const map = {
  label: 'Karte der Gebiete. Dieselben Werte stehen sortierbar in der Tabelle.',
  'zoom-in': 'Vergrößern',
  'zoom-out': 'Verkleinern',
  home: 'Ganze Stadt zeigen',
  loading: 'Karte wird geladen …',
  'no-webgl-title': 'Die Karte kann hier nicht gezeichnet werden',
  'no-webgl-text':
    'Dieser Browser stellt keine Grafikbeschleunigung (WebGL 2) bereit. Alle Werte stehen weiterhin in der Tabelle. Abhilfe: Hardwarebeschleunigung in den Einstellungen einschalten oder einen anderen Browser benutzen.',
  'failed-title': 'Die Karte konnte nicht geladen werden',
  'failed-text': 'Alle Werte stehen weiterhin in der Tabelle. Neu laden hilft meist.',
  'no-geometry':
    '{n|# Gebiet ohne Grenzen in den Daten fehlt|# Gebiete ohne Grenzen in den Daten fehlen} auf der Karte.',
  'sign-missing': 'keine Angabe',
  'sign-secret': 'geheim gehalten',
  'sign-unreliable': 'unsicherer Wert',
  'sign-blocked': 'nicht sinnvoll',
  'sign-later': 'folgt später',
  'sign-excluded': 'nicht bewertet',
  'sign-too-small': 'zu klein für eine Aussage',
} as const;
