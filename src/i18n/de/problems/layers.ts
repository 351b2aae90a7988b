export const layers = {
  'shp-invalid': 'Das ist kein Shapefile: Die ersten Bytes stimmen nicht. Bitte noch einmal exportieren.',
  'shp-truncated':
    'Das Shapefile ist abgeschnitten: Es sind nur {percent} % davon da. Bitte noch einmal kopieren oder herunterladen.',
  'shp-record-invalid':
    'Dieser Eintrag des Shapefiles ist beschädigt. Die Datei wird nicht gelesen: Bitte noch einmal exportieren.',
  'shp-type-unknown':
    'Das Shapefile enthält Formen der Art {type}, die keine Flächen, Linien oder Punkte sind. Bitte im GIS als Flächen exportieren.',
  'shapefile-counts-differ':
    'Zu {shapes} Umrissen (.shp) gehören {records} Zeilen (.dbf): Die beiden Dateien passen nicht zusammen. Bitte alle Teile aus demselben Export ablegen.',
  'dbf-invalid': 'Das ist keine lesbare dBase-Tabelle (.dbf). Bitte noch einmal exportieren.',
  'dbf-truncated':
    'Die dBase-Tabelle (.dbf) ist abgeschnitten: Sie nennt {expected} Zeilen, da sind nur {found}. Bitte noch einmal kopieren oder herunterladen.',
  'dbf-missing':
    'Die Datei .dbf fehlt: Ohne sie haben die Umrisse keine Schlüssel und keine Namen. Bitte mit ablegen.',
  'encoding-overruled':
    'Angegeben sind die Schriftzeichen {declared}, nach dem Inhalt sind es {encoding}. So wurde gelesen; bitte die Umlaute prüfen.',
  'gpkg-invalid': 'Das ist kein lesbares GeoPackage ({reason}). Bitte noch einmal exportieren.',
  'gpkg-truncated':
    'Das GeoPackage ist abgeschnitten: Es sind nur {percent} % davon da. Bitte noch einmal kopieren oder herunterladen.',
  'gpkg-log-unread':
    'Neben dem GeoPackage liegt ein Protokoll noch nicht eingearbeiteter Änderungen (.gpkg-wal), das nicht gelesen wird. Bitte die Datei im GIS schließen und noch einmal ablegen.',
  'gpkg-view-unread':
    'Die Sicht „{table}“ des GeoPackage ruft sich selbst auf und wird nicht gelesen. Bitte als Tabelle speichern.',
  'gpkg-geometry-unread':
    'In „{table}“ {n|ist # Umriss|sind # Umrisse} beschädigt oder von unbekannter Art. {n|Er wird|Sie werden} weggelassen, die übrigen Angaben bleiben. Fehlt etwas auf der Karte, bitte noch einmal exportieren.',
  'gpkg-tables-missing':
    'Das GeoPackage enthält weder Ebenen noch Tabellen, nur Bilder oder gar nichts. Bitte die Ebene mit den Gebieten exportieren.',
  'gpkg-program-missing':
    'Das Programm, das GeoPackages liest, konnte nicht geladen werden. Bitte die Verbindung prüfen und es noch einmal versuchen.',
  'xml-invalid':
    'Das ist kein sauberes XML: Die Datei ist abgeschnitten, beschädigt oder enthält eine Dokumenttyp-Angabe (DOCTYPE), die hier nicht gelesen wird. Bitte noch einmal herunterladen.',
  'gml-exception':
    'Der Dienst hat statt Daten eine Fehlermeldung geschickt: „{text}“. Bitte später noch einmal laden oder beim Anbieter nachfragen.',
  'gml-axes-otherwise':
    'Nach dem Namen des Koordinatensystems ({name}) stünden Rechts- und Hochwert andersherum. Nur in der anderen Reihenfolge liegen die Gebiete in Deutschland; so wurde gelesen. Bitte die Lage auf der Karte prüfen.',
  'gml-systems-mixed':
    '{n|# Umriss steht|# Umrisse stehen} in einem anderen Koordinatensystem als die übrigen ({name}) und {n|wird|werden} weggelassen. Bitte alles in einem System exportieren.',
  'gml-geometry-unread':
    '{n|# Umriss ist|# Umrisse sind} beschädigt oder von unbekannter Art. {n|Er wird|Sie werden} weggelassen, die übrigen Angaben bleiben. Fehlt etwas auf der Karte, bitte noch einmal exportieren.',
  'kml-links':
    'Die Datei verweist auf {n|# andere Datei|# andere Dateien} im Netz. Sie {n|wird|werden} nicht geladen: Bitte selbst herunterladen und dazulegen.',
  'kml-geometry-unread':
    '{n|# Umriss hat|# Umrisse haben} unlesbare Koordinaten. {n|Er wird|Sie werden} weggelassen, die übrigen Angaben bleiben. Fehlt etwas auf der Karte, bitte noch einmal exportieren.',
  'fgb-invalid':
    'Das ist kein lesbares FlatGeobuf: Die Datei ist beschädigt oder etwas anderes. Bitte noch einmal exportieren.',
  'fgb-truncated': 'Das FlatGeobuf ist abgeschnitten. Bitte noch einmal kopieren oder herunterladen.',
  'fgb-geometry-unread':
    '{n|# Umriss ist|# Umrisse sind} beschädigt oder von unbekannter Art. {n|Er wird|Sie werden} weggelassen, die übrigen Angaben bleiben. Fehlt etwas auf der Karte, bitte noch einmal exportieren.',
  'parquet-invalid': 'Das ist keine lesbare Parquet-Datei ({reason}). Bitte noch einmal exportieren.',
  'parquet-encrypted': 'Die Parquet-Datei ist verschlüsselt. Bitte ohne Verschlüsselung speichern.',
  'parquet-too-large':
    'Die Parquet-Datei enthält mehr als {n} Millionen Werte. So viele passen nicht in den Speicher: Bitte vorher auf das Nötige kürzen.',
  'parquet-encoding-unknown':
    'Die Umrisse stehen in der Parquet-Datei in einer Form, die hier nicht gelesen wird ({encoding}). Bitte als WKB speichern.',
  'parquet-geometry-unread':
    '{n|# Umriss ist|# Umrisse sind} beschädigt oder von unbekannter Art. {n|Er wird|Sie werden} weggelassen, die übrigen Angaben bleiben. Fehlt etwas auf der Karte, bitte noch einmal exportieren.',
  'geojson-line-invalid':
    'Diese Zeile ist kein lesbares GeoJSON: Die Datei ist beschädigt oder abgeschnitten. Bitte noch einmal herunterladen oder exportieren.',
} as const;
