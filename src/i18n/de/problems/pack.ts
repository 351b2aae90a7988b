/** What is wrong with given files, by problem code; notes on what was left out. Places and kinds beside them. */
export const pack = {
  'place-row': '{file}, Zeile {row}',
  'place-cell': '{file}, Zeile {row}, Spalte „{column}“',
  'place-column': '{file}, Spalte „{column}“',
  'place-feature': '{file}, Objekt {row}',
  'place-feature-property': '{file}, Objekt {row}, Eigenschaft „{column}“',
  'place-property': '{file}, Eigenschaft „{column}“',
  placed: '{place}: {text}',
  'no-wording': 'Etwas stimmt nicht, wofür es hier keine Worte gibt (Kennung „{code}“).',
  unexpected: 'Unerwarteter Fehler: {reason}. Bitte noch einmal versuchen.',
  'city-not-listed':
    'Ein Stadtpaket „{city}“ wird hier nicht angeboten. Bitte unter „Daten laden“ eine Stadt wählen.',
  'dropped-nothing': 'Es ist keine Datei angekommen. Bitte noch einmal ablegen.',
  'dropped-too-large':
    '„{name}“ ist zu groß: Geöffnet werden Stadtpakete bis 300 MB. Bitte auf das Nötige kürzen.',
  more: '… und {n|# weiteres Problem|# weitere Probleme} dieser Art.',
  'kind-resource': 'Datei (resource)',
  'kind-family': 'Gebietsart (family)',
  'kind-level': 'Gebietsebene (level)',
  'kind-variable': 'Größe (variable)',
  'kind-source': 'Quelle (source)',
  'kind-indicator': 'Merkmal (indicator)',
  'kind-group': 'Gruppe',
  'kind-form': 'Einrichtungsart (form)',
  'kind-provider': 'Träger (provider)',
  'kind-programme': 'Fördergebiet',
  'kind-file': 'Quelldatei',
  'file-missing': 'Die Datei fehlt in „{source}“. Bitte mit ablegen.',
  'file-unreadable': 'Die Datei lässt sich nicht lesen ({reason}). Bitte noch einmal ablegen.',
  'encoding-unknown':
    'Die Schriftzeichen „{encoding}“ sind nicht bekannt. Bitte als UTF-8 speichern und so angeben.',
  'encoding-invalid':
    'Die Datei ist nicht in den angegebenen Schriftzeichen {encoding} geschrieben. Vermutlich ist es windows-1252: Bitte so angeben oder als UTF-8 speichern.',
  'json-invalid':
    'Die Datei ist kein gültiges JSON ({reason}). Bitte noch einmal herunterladen oder exportieren.',
  'descriptor-invalid': 'An der Stelle „{path}“ steht {found}, erwartet wird {expected}.',
  'zip-invalid': 'Die Datei ist kein lesbares ZIP-Archiv ({reason}). Bitte noch einmal herunterladen.',
  'zip-too-large':
    'Das Archiv ist zu groß: höchstens {files} Dateien und {megabytes} MB entpackt. Bitte entpacken und nur die nötigen Dateien ablegen.',
  'zip-path':
    'Das Archiv enthält einen Pfad, der aus dem Ordner hinausführt: „{path}“. Bitte entpacken und die Dateien einzeln ablegen.',
  'format-unexpected': 'Das Format {format} passt hier nicht. Bitte als {expected} speichern.',
  'geojson-invalid': 'Die Datei ist keine GeoJSON-FeatureCollection. Bitte im GIS als GeoJSON exportieren.',
  'topojson-invalid':
    'Die Datei ist keine lesbare TopoJSON-Topologie. Bitte noch einmal exportieren, etwa als GeoJSON.',
  'object-unknown':
    'Die Topologie enthält kein Objekt „{object}“. Bitte eines von diesen nennen: {available}.',
  'crs-unknown':
    'Das Koordinatensystem {crs} ist nicht bekannt. Bitte im GIS in EPSG:4326, 25832 oder 25833 speichern.',
  'id-duplicate': 'Die Kennung „{id}“ kommt zweimal vor: {kind}. Bitte eine davon ändern.',
  'reference-unknown':
    'An der Stelle „{path}“ wird „{id}“ genannt, aber nirgends beschrieben: {kind}. Bitte beschreiben oder die Kennung berichtigen.',
  'level-cycle':
    'Die Gebietsebene „{level}“ liegt über sich selbst. Bitte die übergeordnete Ebene berichtigen.',
  'table-empty': 'Die Datei enthält keine Daten. Bitte noch einmal exportieren.',
  'quotes-unbalanced':
    'Ein Anführungszeichen wird nicht geschlossen. Bitte in der Datei ergänzen oder neu exportieren.',
  'row-width':
    'Die Zeile hat {found} Zellen, die Kopfzeile {expected}. Vermutlich steht ein Trennzeichen im Text: Bitte die Zeile prüfen.',
  'column-duplicate': 'Die Spalte „{column}“ gibt es zweimal. Bitte eine davon umbenennen.',
  'column-unknown': 'Die Spalte „{column}“ gibt es nicht. Bitte eine von diesen nennen: {available}.',
  'columns-ignored':
    '{n|Eine Spalte wurde|# Spalten wurden} nicht übernommen, weil keine Größe so heißt: {columns}.',
  'rows-missing':
    'Für {years} {n|fehlt ein Gebiet|fehlen # Gebiete} der Gebietsebene „{level}“. {n|Es bleibt|Sie bleiben} in diesen Jahren ohne Angabe.',
  'key-missing': 'Der Schlüssel ist leer. Bitte eintragen oder die Zeile löschen.',
  'key-not-text':
    'Der Schlüssel {key} ist eine Zahl, so gehen führende Nullen verloren. Bitte die Spalte als Text speichern.',
  'key-lost-zeros':
    'Den Schlüsseln fehlen führende Nullen: „{key}“ statt „{padded}“. Mit ergänzten Nullen {n|würde eine Zeile|würden # Zeilen} passen: Bitte die Spalte als Text speichern.',
  'area-unknown':
    'Das Gebiet „{key}“ gibt es auf der Gebietsebene „{level}“ nicht. Bitte den Schlüssel berichtigen oder die Zeile auslassen.',
  'area-duplicate':
    'Der Schlüssel „{key}“ kommt zweimal vor, zuerst an Stelle {first}. Bitte einen davon ändern.',
  'parent-unknown':
    'Das Gebiet „{area}“ soll in „{key}“ liegen, das es auf der Gebietsebene „{level}“ nicht gibt. Bitte den Schlüssel berichtigen.',
  'year-unknown': '„{value}“ ist kein Jahr zwischen 1900 und 2100. Bitte berichtigen.',
  'row-duplicate':
    'Gebiet „{key}“ und Jahr {year} kommen zweimal vor, zuerst in Zeile {first}. Bitte eine der Zeilen auslassen.',
  'cell-duplicate':
    'Für Gebiet „{key}“ und Jahr {year} steht schon ein Wert in {first}. Bitte die Spalte in einer der Tabellen weglassen.',
  'number-invalid':
    '„{value}“ ist weder eine Zahl in der angegebenen Schreibweise noch ein bekanntes Zeichen. Bitte die Zelle oder die Schreibweise der Spalte berichtigen.',
  'count-negative':
    'Eine Anzahl kann nicht negativ sein: {value}. Bitte den Wert berichtigen oder die Spalte als Wert lesen.',
  'share-negative':
    'Ein Anteil kann nicht negativ sein: {value}. Bitte den Wert berichtigen oder die Spalte als Wert lesen.',
  'share-not-percent':
    '{n} von {total} Anteilen sind größer als 1. Vermutlich stehen hier Prozent: Bitte „Steht in Prozent“ ankreuzen (im Datenpaket: „stored: percent“).',
  'shares-above-one': '{n|Ein Anteil liegt|# Anteile liegen} über 100 %. Bitte prüfen, ob es ein Anteil ist.',
  'count-over-total':
    '„{part}“ ist mit {count} größer als „{whole}“ mit {total} (Gebiet „{key}“, {year}). Bitte beide Spalten und das Ganze prüfen.',
  'variables-empty': 'Zu {n|einer Größe|# Größen} gibt es keine Werte: {variables}.',
  'areas-without-geometry':
    '{n|Ein Gebiet|# Gebiete} der Gebietsebene „{level}“ {n|hat|haben} keine Fläche und {n|erscheint|erscheinen} nicht auf der Karte.',
  'outlines-crossing':
    'Der Umriss {n|eines Gebiets|von # Gebieten} der Gebietsebene „{level}“ kreuzt sich selbst (zum Beispiel {areas}). Flächen und Nachbarschaften können dort leicht abweichen; genauer wird es mit berichtigten Umrissen.',
  'geometry-not-polygon': 'Das Gebiet „{area}“ ist keine Fläche, sondern: {type}. Bitte im GIS berichtigen.',
  'ring-too-short':
    'Der Umriss von „{area}“ hat nur {points|einen Punkt|# Punkte}, nötig sind mindestens vier. Bitte im GIS berichtigen.',
  'ring-open': 'Der Umriss von „{area}“ ist nicht geschlossen. Bitte im GIS berichtigen.',
  'ring-flat': 'Der Umriss von „{area}“ umschließt keine Fläche. Bitte im GIS berichtigen.',
  'coordinates-invalid':
    '„{area}“ hat keine lesbaren Koordinaten: {x}, {y}. Bitte berichtigen oder leer lassen.',
  'coordinates-out-of-range':
    'Die Koordinaten von „{area}“ sind keine Längen- und Breitengrade: {x}, {y}. Bitte das Koordinatensystem angeben.',
  'coordinates-swapped':
    'Bei „{area}“ sind Länge und Breite vertauscht: {x}, {y}. Bitte die beiden tauschen.',
  'context-invalid':
    'Das Objekt hat keine lesbare Geometrie oder keine Eigenschaft „kind“. Bitte ergänzen oder löschen.',
  'names-differ':
    'Der Schlüssel „{key}“ hat zwei Namen: „{first}“ und „{second}“. Der erste gilt; bitte prüfen.',
  'institution-duplicate':
    'Die Einrichtung „{id}“ kommt zweimal vor, zuerst in Zeile {first}. Bitte eine der Zeilen löschen.',
  'institution-unknown':
    'Die Einrichtung „{id}“ steht nicht in der Liste der Einrichtungen. Bitte die Nummer berichtigen oder die Einrichtung ergänzen.',
  'institution-without-id':
    'Aus dieser Zeile lässt sich keine eindeutige Nummer bilden. Bitte eine Spalte wählen, die jede Einrichtung unterscheidet.',
  'form-unknown': 'Die Form „{value}“ ist nicht beschrieben. Bitte beschreiben oder das Wort berichtigen.',
  'provider-unknown':
    'Der Träger „{value}“ ist nicht beschrieben. Bitte beschreiben oder das Wort berichtigen.',
  'class-kind-unknown':
    'Die Klassenart „{value}“ ist nicht bekannt. Möglich sind all, regular und preparatory.',
  'composition-duplicate':
    'Für „{id}“ und {year} gibt es schon eine Zeile derselben Klassenart: {first}. Bitte eine davon löschen.',
  'compositions-without-total':
    '{n|Eine Zeile hat|# Zeilen haben} keine Zahl der Kinder insgesamt und {n|wurde|wurden} nicht übernommen.',
  'institutions-without-position':
    '{n|Eine|#} von {total} Einrichtungen {n|hat|haben} keine Lage und {n|steht|stehen} in den Listen, nicht auf der Karte.',
  'institutions-without-composition':
    '{form}: Für {n|eine|#} von {total} Einrichtungen gibt es keine Zahlen zur Zusammensetzung.',
  'institutions-repeated':
    '{n|Eine Zeile wiederholt|# Zeilen wiederholen} Schulnummer und Zahlen einer anderen und {n|zählt|zählen} nicht noch einmal.',
  'catchments-without-institution': 'In {n|einem Einzugsbereich|# Einzugsbereichen} liegt keine Einrichtung.',
  'years-reversed': 'Das Ende {end} liegt vor dem Beginn {start}. Bitte berichtigen.',
  'weight-invalid': '„{value}“ ist kein Gewicht zwischen 0 und 1. Bitte berichtigen.',
  'crosswalk-incomplete':
    'Die Gewichte {n|eines Gebiets|von # Gebieten} von „{from}“ nach „{to}“ ergeben nicht 1. Dort geht bei der Umrechnung etwas verloren oder kommt hinzu: Bitte die Tabelle prüfen.',
  'need-profile-unknown': 'Das Methodenprofil „{profile}“ gibt es nicht. Bitte ein anderes wählen.',
  'need-profile-invalid': 'Das Methodenprofil ist an der Stelle „{part}“ nicht lesbar: {detail}.',
  'need-profile-part-missing': 'Dem Methodenprofil fehlt die Angabe „{part}“.',
  'need-profile-file-missing': 'Die Datei mit dem Methodenprofil lässt sich nicht öffnen.',
  'need-profile-not-json': 'Die Datei mit dem Methodenprofil ist kein gültiges JSON: {detail}.',
  'need-no-editions':
    'Für das Methodenprofil „{profile}“ enthält das Datenpaket kein Jahr mit allen nötigen Werten. Bitte ein anderes wählen.',
  'need-edition-unknown': 'Die Ausgabe {edition} gibt es nicht. Vorhanden: {editions}.',
  'need-indicators-missing':
    'Dem Datenpaket fehlen Merkmale des Methodenprofils „{profile}“: {indicators}. Bitte ein anderes Profil wählen.',
  'need-indicators-left-out':
    'Ohne diese Merkmale gerechnet, weil das Datenpaket sie nicht enthält: {indicators}.',
  'need-no-dynamics': 'Die Dynamik der Ausgabe {edition} ist mit diesen Daten nicht berechenbar.',
  'need-edition-left-out': 'Die Ausgabe {edition} bleibt im Verlauf außen vor, weil Merkmale fehlen.',
  'need-no-crosswalk':
    'Die Ausgabe {edition} bleibt im Verlauf außen vor: Für den Gebietsstand „{level}“ fehlt ein Umsteigeschlüssel.',
} as const;
