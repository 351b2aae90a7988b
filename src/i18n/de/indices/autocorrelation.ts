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

  'local_moran.name': 'Lokaler Moran-Index',
  'local_moran.sentence':
    'Der lokale Moran-Index beträgt {value}: Über 0 ähnelt das Gebiet seinen Nachbargebieten, unter 0 hebt es sich von ihnen ab.',
  'local_moran.explanation':
    'Vergleicht den Anteil im Gebiet und in seinen Nachbargebieten mit dem Durchschnitt aller Gebiete: hoch neben hoch, niedrig neben niedrig, hoch neben niedrig oder niedrig neben hoch. Der Mittelwert über alle Gebiete ist Morans I.',
  'local_moran.caveat':
    'Wer Hunderte Gebiete prüft, findet auch durch Zufall auffällige; die Karte begrenzt deshalb den Anteil solcher Zufallsfunde. Gebiete ohne Nachbarn haben keinen Wert.',

  'getis_ord_Gi_star.name': 'Getis-Ord G*',
  'getis_ord_Gi_star.sentence':
    'G* beträgt {value}: Über 2 haben das Gebiet und seine Nachbargebiete zusammen einen auffällig hohen Anteil, unter −2 einen auffällig niedrigen.',
  'getis_ord_Gi_star.explanation':
    'Vergleicht den Anteil im Gebiet und in seinen Nachbargebieten zusammen mit dem Durchschnitt aller Gebiete, in Standardabweichungen. So werden zusammenhängende Bereiche mit hohen und mit niedrigen Anteilen sichtbar.',
  'getis_ord_Gi_star.caveat':
    'Ein einzelnes Gebiet, das von seinen Nachbargebieten abweicht, geht im Mittel unter; dafür ist der lokale Moran-Index da. Bei sehr schiefer Verteilung ist die Grenze ±2 nur ein Anhalt.',
} as const;
