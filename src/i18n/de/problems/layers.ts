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
  'gpkg-invalid': 'Das ist kein lesbares GeoPackage: {reason}',
  'gpkg-truncated':
    'Das GeoPackage ist abgeschnitten: Es sind nur {percent} % davon da. Bitte noch einmal kopieren oder herunterladen.',
  'gpkg-log-unread':
    'Neben dem GeoPackage liegt ein Protokoll noch nicht eingearbeiteter Änderungen (.gpkg-wal). Es wird nicht gelesen: Bitte die Datei im GIS schließen und dann noch einmal ablegen.',
  'gpkg-view-unread': 'Die Sicht „{table}“ des GeoPackage ruft sich selbst auf und wird nicht gelesen.',
  'gpkg-geometry-unread':
    'In „{table}“ {n|ist # Umriss|sind # Umrisse} beschädigt oder von unbekannter Art. {n|Er wird|Sie werden} weggelassen, die Angaben bleiben.',
  'gpkg-tables-missing': 'Das GeoPackage enthält weder Ebenen noch Tabellen, nur Bilder oder gar nichts.',
  'gpkg-program-missing':
    'Das Programm, das GeoPackages liest, konnte nicht geladen werden. Bitte die Verbindung prüfen und es noch einmal versuchen.',
  'xml-invalid':
    'Das ist kein sauberes XML: Die Datei ist abgeschnitten, beschädigt oder enthält eine Dokumenttyp-Angabe (DOCTYPE), die hier nicht gelesen wird.',
  'gml-exception': 'Der Dienst hat statt Daten eine Fehlermeldung geschickt: „{text}“',
  'gml-axes-otherwise':
    'Nach dem Namen des Koordinatensystems ({name}) stünden Rechts- und Hochwert andersherum. Deutschland liegt nur in der anderen Reihenfolge darin; so wurde gelesen.',
  'gml-systems-mixed':
    '{n|# Umriss steht|# Umrisse stehen} in einem anderen Koordinatensystem als die übrigen ({name}) und {n|wird|werden} weggelassen.',
  'gml-geometry-unread':
    '{n|# Umriss ist|# Umrisse sind} beschädigt oder von unbekannter Art. {n|Er wird|Sie werden} weggelassen, die Angaben bleiben.',
  'kml-links':
    'Die Datei verweist auf {n|# andere Datei|# andere Dateien} im Netz. Sie {n|wird|werden} nicht geladen: Bitte selbst herunterladen und dazulegen.',
  'kml-geometry-unread':
    '{n|# Umriss hat|# Umrisse haben} unlesbare Koordinaten. {n|Er wird|Sie werden} weggelassen, die Angaben bleiben.',
  'fgb-invalid': 'Das ist kein lesbares FlatGeobuf: Die Datei ist beschädigt oder etwas anderes.',
  'fgb-truncated': 'Das FlatGeobuf ist abgeschnitten. Bitte noch einmal kopieren oder herunterladen.',
  'fgb-geometry-unread':
    '{n|# Umriss ist|# Umrisse sind} beschädigt oder von unbekannter Art. {n|Er wird|Sie werden} weggelassen, die Angaben bleiben.',
  'parquet-invalid': 'Das ist keine lesbare Parquet-Datei: {reason}',
  'parquet-encrypted': 'Die Parquet-Datei ist verschlüsselt und kann nicht gelesen werden.',
  'parquet-too-large':
    'Die Parquet-Datei enthält mehr als {n} Millionen Werte. So viele passen nicht in den Speicher: Bitte vorher auf das Nötige kürzen.',
  'parquet-encoding-unknown':
    'Die Umrisse stehen in der Parquet-Datei in einer Form, die hier nicht gelesen wird: {encoding}. Bitte als WKB speichern.',
  'parquet-geometry-unread':
    '{n|# Umriss ist|# Umrisse sind} beschädigt oder von unbekannter Art. {n|Er wird|Sie werden} weggelassen, die Angaben bleiben.',
  'geojson-line-invalid':
    'Diese Zeile ist kein lesbares GeoJSON: Die Datei ist beschädigt oder abgeschnitten.',
} as const;
