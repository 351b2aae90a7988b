/** What is wrong with a file as a whole: its format, its archive, its encoding. */
export const formats = {
  'file-empty': 'Die Datei ist leer. Bitte noch einmal herunterladen oder exportieren.',
  'file-too-large':
    'Die Datei ist zu groß: Gelesen werden Dateien bis {megabytes} MB. Bitte auf das Nötige kürzen oder aufteilen.',
  'format-unknown':
    'Das Format der Datei (Endung „{extension}“) ist nicht bekannt. Bitte in einem dieser Formate speichern: CSV, Excel, OpenDocument-Tabelle, GeoJSON, TopoJSON, Shapefile, GeoPackage, FlatGeobuf, GeoParquet, KML oder GML.',
  'companion-alone':
    'Die Datei mit der Endung „{extension}“ gehört zu einer gleichnamigen Datei, die fehlt. Bitte alle Teile zusammen ablegen.',
  'layer-empty': 'Die Datei enthält keine Objekte. Bitte im GIS prüfen, welche Ebene exportiert wurde.',
  'zip-truncated': 'Das Archiv ist unvollständig. Bitte erneut herunterladen.',
  'zip-nested': 'Das Archiv enthält ein Archiv, das wieder ein Archiv enthält. Bitte erst entpacken.',
  'zip-encrypted': 'Das Archiv ist mit einem Kennwort geschützt. Bitte erst entpacken.',
  'zip-entry-broken':
    'Die Datei ist im Archiv beschädigt und lässt sich nicht entpacken. Bitte das Archiv noch einmal herunterladen.',
  'zip-empty': 'Das Archiv enthält keine Dateien. Bitte noch einmal herunterladen.',
  'gzip-broken':
    'Die gepackte Datei ist beschädigt und lässt sich nicht entpacken. Bitte noch einmal herunterladen.',
  'gzip-too-large': 'Die Datei ist entpackt größer als {megabytes} MB. Bitte auf das Nötige kürzen.',
  'workbook-truncated':
    'Die Arbeitsmappe ist unvollständig. Bitte noch einmal herunterladen oder neu speichern.',
  'workbook-encrypted':
    'Die Arbeitsmappe ist mit einem Kennwort geschützt. Bitte ohne Kennwort speichern und noch einmal ablegen.',
  'workbook-too-large':
    'Die Arbeitsmappe ist entpackt größer als {megabytes} MB. Bitte die Tabelle als CSV speichern.',
  'workbook-broken':
    'Das innere Verzeichnis der Arbeitsmappe ist beschädigt. Bitte in der Tabellenkalkulation öffnen und neu speichern.',
  'workbook-unreadable':
    'Die Arbeitsmappe lässt sich nicht lesen ({reason}). Bitte in der Tabellenkalkulation öffnen und neu speichern.',
  'sheet-damaged':
    'Das Blatt „{sheet}“ ist beschädigt: Es nennt Zeilen oder Spalten, die es in keiner Arbeitsmappe gibt. Es wird nicht gelesen. Bitte seinen Inhalt in ein neues Blatt kopieren.',
  'sheet-too-large':
    'Das Blatt „{sheet}“ hat mehr als {cells} Zellen und wird nicht gelesen. Bitte den belegten Bereich als CSV speichern.',
  'sheets-hidden':
    '{n|Ein ausgeblendetes Blatt wird|# ausgeblendete Blätter werden} nicht gelesen: {sheets}. Wird es gebraucht, bitte einblenden und die Datei neu speichern.',
  'zeros-removed':
    '{n|Ein Nullzeichen wurde|# Nullzeichen wurden} entfernt. Bitte prüfen, ob die Datei vollständig ist.',
  'characters-lost':
    '{n|Ein Zeichen ist|# Zeichen sind} nicht lesbar (�). Bitte bei der Datei unter „Schriftzeichen“ eine andere Lesart wählen. Hilft das nicht, {n|ging das Zeichen|gingen die Zeichen} schon beim Speichern verloren: Bitte neu exportieren.',
  'encoding-doubled':
    '{n|Ein Umlaut ist|# Umlaute sind} doppelt kodiert („Ã¼“ statt „ü“). So steht es in der Datei: Bitte neu exportieren.',
  'quotes-open':
    'In {n|einer Zeile|# Zeilen} öffnet ein Anführungszeichen eine Zelle und wird nicht geschlossen. Es wurde als gewöhnliches Zeichen gelesen: Bitte {n|diese Zeile|diese Zeilen} prüfen.',
  'line-too-long':
    'Die Zeile ist länger als {megabytes} MB. Das ist keine Tabelle: Bitte als CSV oder Excel exportieren.',
  'columns-too-many':
    'Die Zeile hat mehr als {most} Zellen. Vielleicht ist das Trennzeichen ein anderes: Bitte die Datei prüfen oder neu exportieren.',
  'content-unexpected':
    'Der Inhalt passt nicht zur Endung „{extension}“. Vermutlich ist die Datei beschädigt oder etwas anderes: Bitte noch einmal herunterladen oder exportieren.',
  'format-unsupported':
    'Dateien dieser Art werden nicht gelesen ({kind}). Bitte als CSV, Excel oder GeoJSON speichern.',
  'web-page':
    'Die Datei ist eine Internetseite und keine Tabelle. Vermutlich wurde statt der Datei eine Fehler- oder Anmeldeseite gespeichert: Bitte noch einmal herunterladen.',
  'genesis-reshaped':
    'Flachdatei einer GENESIS-Datenbank: umgeformt zu {rows} Zeilen (Gebiet und Zeitpunkt) und {n|einer Größe|# Größen}.',
  'genesis-repeated':
    '{n|Ein Wert kommt|# Werte kommen} für dasselbe Gebiet und dieselbe Zeit mehrmals vor. Der erste gilt; bitte in der Datenbank prüfen, ob zu viel ausgewählt war.',
  'genesis-provisional':
    '{n|Ein Wert ist|# Werte sind} als vorläufig, berichtigt oder geschätzt gekennzeichnet und {n|wurde|wurden} wie {n|ein endgültiger|endgültige} übernommen.',
  'workbook-damaged':
    'Die Arbeitsmappe ist beschädigt: Der Teil „{part}“ lässt sich nicht entpacken. Bitte noch einmal herunterladen oder neu speichern.',
  'workbook-repeats':
    'Die Arbeitsmappe enthält durch Wiederholungen mehr als {cells} Zellen und wird nicht gelesen. Bitte den belegten Bereich als CSV speichern.',
  'formulas-empty':
    '{n|Eine Formel hat|# Formeln haben} kein gespeichertes Ergebnis und {n|gilt|gelten} als leer. Bitte die Datei in Excel oder LibreOffice öffnen und speichern.',
  'rows-hidden':
    'Im Blatt „{sheet}“ {n|ist eine Zeile|sind # Zeilen} ausgeblendet (zum Beispiel durch einen Filter). Ausgeblendete Zeilen werden mitgelesen; was nicht gelten soll, bitte vorher löschen.',
} as const;
