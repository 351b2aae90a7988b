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
  'workbook-broken':
    'Das innere Verzeichnis der Arbeitsmappe ist beschädigt. Bitte in der Tabellenkalkulation öffnen und neu speichern.',
  'workbook-unreadable': 'Die Arbeitsmappe lässt sich nicht lesen ({reason}).',
  'sheet-damaged':
    'Das Tabellenblatt „{sheet}“ ist beschädigt: Es nennt Zeilen oder Spalten, die es in keiner Arbeitsmappe gibt. Es wird nicht gelesen.',
  'sheet-too-large':
    'Das Tabellenblatt „{sheet}“ hat mehr als {cells} Zellen und wird nicht gelesen. Bitte den belegten Bereich als CSV speichern.',
  'sheets-hidden':
    '{n|Ein ausgeblendetes Tabellenblatt wird|# ausgeblendete Tabellenblätter werden} nicht gelesen: {sheets}.',
  'zeros-removed':
    '{n|Ein Nullzeichen wurde|# Nullzeichen wurden} entfernt. Bitte prüfen, ob die Datei vollständig ist.',
  'characters-lost':
    '{n|Ein Zeichen ist|# Zeichen sind} nicht lesbar (�). Entweder ist die Zeichenkodierung eine andere, oder {n|es ging|sie gingen} schon beim Speichern verloren.',
  'encoding-doubled':
    '{n|Ein Umlaut ist|# Umlaute sind} doppelt kodiert („Ã¼“ statt „ü“). So steht es in der Datei; bitte neu exportieren.',
  'quotes-open':
    'In {n|einer Zeile|# Zeilen} öffnet ein Anführungszeichen eine Zelle und wird nicht geschlossen; es wurde als gewöhnliches Zeichen gelesen.',
  'line-too-long': 'Die Zeile ist länger als {megabytes} MB. Das ist keine Tabelle.',
  'columns-too-many': 'Die Zeile hat mehr als {most} Zellen. Vielleicht ist das Trennzeichen ein anderes.',
  'content-unexpected':
    'Der Inhalt passt nicht zur Endung „{extension}“. Vermutlich ist die Datei beschädigt oder etwas anderes.',
  'format-unsupported': 'Dateien dieser Art werden nicht gelesen: {kind}.',
  'web-page':
    'Die Datei ist eine Internetseite und keine Tabelle. Vermutlich wurde beim Herunterladen eine Fehler- oder Anmeldeseite gespeichert.',
  'genesis-reshaped':
    'Flachdatei einer GENESIS-Datenbank: umgeformt zu {rows} Zeilen (Gebiet und Zeitpunkt) und {n|einer Kennzahl|# Kennzahlen}.',
  'genesis-repeated':
    '{n|Ein Wert kommt|# Werte kommen} für dasselbe Gebiet und dieselbe Zeit mehrfach vor; der erste gilt.',
  'genesis-provisional':
    '{n|Ein Wert ist|# Werte sind} als vorläufig, berichtigt oder geschätzt gekennzeichnet und {n|wurde|wurden} wie {n|ein endgültiger|endgültige} übernommen.',
  'workbook-damaged': 'Die Arbeitsmappe ist beschädigt: Der Teil „{part}“ lässt sich nicht entpacken.',
  'workbook-repeats':
    'Die Arbeitsmappe enthält durch Wiederholungen mehr als {cells} Zellen und wird nicht gelesen. Bitte den belegten Bereich als CSV speichern.',
  'formulas-empty':
    '{n|Eine Formel hat|# Formeln haben} kein gespeichertes Ergebnis und {n|gilt|gelten} als leer. Bitte die Datei in Excel oder LibreOffice öffnen und speichern.',
  'rows-hidden':
    'Im Tabellenblatt „{sheet}“ {n|ist eine Zeile|sind # Zeilen} ausgeblendet (zum Beispiel durch einen Filter). Ausgeblendete Zeilen werden mitgelesen.',
} as const;
