export const layers = {
  'shp-invalid': 'Das ist kein Shapefile: Die ersten Bytes stimmen nicht.',
  'shp-truncated':
    'Das Shapefile ist abgeschnitten: Es sind nur {percent} % davon da. Bitte noch einmal kopieren oder herunterladen.',
  'shp-record-invalid': 'Dieser Eintrag des Shapefiles ist beschädigt. Die Datei wird nicht gelesen.',
  'shp-type-unknown':
    'Das Shapefile enthält Formen der Art {type}, die keine Flächen, Linien oder Punkte sind.',
  'shapefile-counts-differ':
    'Zu {shapes} Umrissen (.shp) gehören {records} Zeilen (.dbf): Die beiden Dateien passen nicht zusammen.',
  'dbf-invalid': 'Das ist keine lesbare dBase-Tabelle (.dbf).',
  'dbf-truncated':
    'Die dBase-Tabelle (.dbf) ist abgeschnitten: Sie nennt {expected} Zeilen, da sind nur {found}.',
  'dbf-missing': 'Die Datei .dbf fehlt: Die Umrisse haben keine Schlüssel und keine Namen.',
  'encoding-overruled':
    'Angegeben ist die Kodierung {declared}, die Zeichen sprechen aber für {encoding}. So wurde gelesen.',
} as const;
