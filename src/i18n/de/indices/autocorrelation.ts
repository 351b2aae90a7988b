/** Spatial autocorrelation. */
export const autocorrelation = {
  'moran.name': 'Morans I',
  'moran.sentence':
    'Morans I beträgt {value}: Über 0 grenzen Gebiete mit ähnlichem Anteil aneinander, um 0 gibt es kein Muster, unter 0 wechseln hohe und niedrige Anteile ab.',
  'moran.explanation':
    'Räumliche Autokorrelation des Anteils: Ähneln sich Nachbargebiete? Nachbarn sind Gebiete mit gemeinsamer Grenze oder Ecke, alle gleich gewichtet. Der p-Wert sagt, wie oft zufällig verteilte Anteile so stark zusammenlägen.',
  'moran.caveat':
    'Sagt nichts über die Höhe der Segregation, nur über ihre Lage. Hängt vom Zuschnitt der Gebiete ab; ohne Muster ist −1/(n − 1) zu erwarten.',

  'geary.name': 'Gearys c',
  'geary.sentence':
    'Gearys c beträgt {value}: Unter 1 ähneln sich Nachbargebiete, um 1 gibt es kein Muster, über 1 unterscheiden sie sich besonders.',
  'geary.explanation':
    'Räumliche Autokorrelation aus den Unterschieden benachbarter Gebiete. Achtet mehr als Morans I auf Gegensätze zwischen direkten Nachbarn.',
  'geary.caveat': 'Läuft umgekehrt zu Morans I: Kleine Werte bedeuten, dass Ähnliches nebeneinanderliegt.',
} as const;
