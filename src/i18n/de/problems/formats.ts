/** What is wrong with a file as a whole: its format, its archive, its encoding. */
export const formats = {
  'file-empty': 'Die Datei ist leer.',
  'file-too-large': 'Die Datei ist zu groß. Gelesen werden Dateien bis {megabytes} MB.',
  'format-unknown':
    'Das Format der Datei ist nicht bekannt (Endung „{extension}“). Gelesen werden CSV, Excel, OpenDocument-Tabellen, GeoJSON, TopoJSON, Shapefile, GeoPackage, FlatGeobuf, GeoParquet, KML und GML.',
  'companion-alone':
    'Die Datei mit der Endung „{extension}“ gehört zu einer anderen mit demselben Namen, die fehlt. Bitte alle Teile zusammen ablegen.',
  'layer-empty': 'Die Datei enthält keine Objekte.',
  'zip-truncated': 'Das Archiv ist unvollständig. Bitte erneut herunterladen.',
  'zip-nested': 'Das Archiv liegt in einem Archiv, das wiederum in einem Archiv liegt. Bitte erst entpacken.',
  'zip-encrypted': 'Das Archiv ist mit einem Kennwort geschützt. Bitte erst entpacken.',
  'zip-entry-broken': 'Die Datei ist im Archiv beschädigt und lässt sich nicht entpacken.',
  'zip-empty': 'Das Archiv enthält keine Dateien.',
  'gzip-broken': 'Die gepackte Datei ist beschädigt und lässt sich nicht entpacken.',
  'gzip-too-large': 'Die Datei ist entpackt größer als {megabytes} MB.',
  'workbook-truncated': 'Die Arbeitsmappe ist unvollständig. Bitte erneut herunterladen oder neu speichern.',
  'workbook-encrypted':
    'Die Arbeitsmappe ist mit einem Kennwort geschützt. Bitte ohne Kennwort speichern und erneut ablegen.',
  'workbook-too-large':
    'Die Arbeitsmappe ist entpackt größer als {megabytes} MB. Bitte die Tabelle als CSV speichern.',
  'workbook-unreadable': 'Die Arbeitsmappe lässt sich nicht lesen ({reason}).',
  'sheet-too-large':
    'Das Tabellenblatt „{sheet}“ hat mehr als {cells} Zellen und wird nicht gelesen. Bitte den belegten Bereich als CSV speichern.',
  'sheets-hidden':
    '{n|Ein ausgeblendetes Tabellenblatt wird|# ausgeblendete Tabellenblätter werden} nicht gelesen: {sheets}.',
} as const;
