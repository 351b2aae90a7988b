/** What keeps a plan of an import from being taken over, and what is worth knowing before. */
export const plans = {
  'plan-title-missing': 'Die Stadt hat noch keinen Namen. Bitte im Schritt Übernehmen angeben.',
  'plan-no-level': 'Es gibt noch keine Gebiete. Bitte eine Datei mit ihren Grenzen ablegen.',
  'plan-file-empty': 'Die Datei enthält weder eine Tabelle noch Flächen. Bitte noch einmal exportieren.',
  'plan-file-gone': '„{file}“ gehört nicht mehr zu diesem Import. Bitte noch einmal ablegen.',
  'plan-vintage-missing':
    'Der Gebietsstand fehlt: Für welches Jahr gelten diese Gebiete ({level})? Bitte im Schritt Gebiete angeben.',
  'plan-crs-missing':
    'Das Koordinatensystem ist nicht zu erkennen. Ohne es kommen die Gebiete ({level}) nicht auf die Karte: Bitte im Schritt Gebiete wählen.',
  'plan-level-without-key':
    'Es fehlt die Angabe, welche Eigenschaft der Schlüssel der Gebiete ist ({level}). Bitte im Schritt Gebiete wählen.',
  'plan-level-missing':
    'Es fehlt die Angabe, zu welchen Gebieten die Tabelle gehört. Bitte im Schritt Spalten wählen.',
  'plan-key-missing':
    'Es fehlt die Angabe, welche Spalte der Schlüssel der Gebiete ist. Bitte im Schritt Spalten wählen.',
  'plan-nothing-matched':
    'Keine Zeile passt zu einem der Gebiete ({level}). Bitte im Schritt Spalten eine andere Spalte als Schlüssel oder eine andere Gebietsebene wählen.',
  'plan-rows-repeated':
    '{n|Für ein Gebiet und Jahr gibt|Für # Gebiete und Jahre gibt} es mehrere Zeilen, zum Beispiel „{key}“ in den Zeilen {rows}. Nur eine kann gelten: Bitte die anderen auslassen.',
  'plan-year-missing': 'Das Jahr der Zahlen fehlt. Bitte im Schritt Spalten angeben.',
  'plan-column-year-missing': 'Das Jahr dieser Spalte fehlt. Bitte im Schritt Spalten unter „Mehr“ angeben.',
  'plan-year-unread':
    'In {n|einer Zeile|# Zeilen} steht kein Jahr zwischen 1900 und 2100, zum Beispiel „{example}“. Bitte eine andere Spalte mit dem Jahr wählen oder die Datei berichtigen.',
  'plan-number-ambiguous':
    'Die Zahlen lassen sich auf zwei Arten lesen. Bitte angeben, welches Zeichen Tausender trennt und welches Dezimalstellen.',
  'plan-number-unread':
    '{n|Eine Zelle ist|# Zellen sind} weder Zahl noch bekanntes Zeichen, zum Beispiel „{example}“. Bitte im Schritt Spalten sagen, was das Zeichen bedeutet, oder die Datei berichtigen.',
  'plan-figure-twice':
    '„{name}“ steht für {year} in zwei Tabellen. Bitte in einer davon weglassen oder anders benennen.',
  'plan-base-missing':
    'Wovon ist „{name}“ ein Anteil? Bitte im Schritt Spalten unter „Mehr“ die Gesamtheit wählen.',
  'plan-base-unknown':
    '„{name}“ soll ein Anteil an „{base}“ sein, das in keiner Tabelle als Anzahl vorkommt. Bitte eine andere Gesamtheit wählen.',
  'plan-indicator-without':
    'Dem Merkmal „{name}“ fehlt die Größe „{variable}“. Bitte ihre Spalte lesen oder das Merkmal abwählen.',
  'plan-group-without':
    'Der Gruppe „{name}“ fehlt die Anzahl „{variable}“. Bitte ihre Spalte lesen oder die Gruppe abwählen.',
  'plan-needs-crosswalk':
    '„{name}“ liegt für zwei Gebietsstände vor ({first} und {second}, {level}). Eine Zeitreihe über beide braucht eine Umrechnung: Bitte im Schritt Abgleich wählen.',
  'plan-institutions-without-id':
    'Es fehlt die Angabe, welche Spalte die Einrichtungen unterscheidet. Bitte im Schritt Spalten wählen.',
  'plan-institutions-without-name':
    'Es fehlt die Angabe, in welcher Spalte die Namen der Einrichtungen stehen. Bitte im Schritt Spalten wählen.',
  'plan-institutions-year-missing': 'Das Jahr der Kinderzahlen fehlt. Bitte im Schritt Spalten angeben.',
  'plan-catchments-without-key': 'Der Schlüssel der Einzugsbereiche fehlt. Bitte im Schritt Gebiete wählen.',
  'plan-catchments-year-missing':
    'Das Jahr fehlt, für das diese Einzugsbereiche gelten. Bitte im Schritt Gebiete angeben.',
  'plan-catchments-without-form':
    'Es fehlt die Angabe, welche Schulen die Kinder aus diesen Einzugsbereichen aufnehmen. Bitte im Schritt Gebiete wählen.',
  'plan-catchments-twice':
    'Für {form} und das Jahr {year} gibt es zwei Dateien mit Einzugsbereichen. Bitte eine davon im Schritt Gebiete nicht verwenden.',
  'plan-column-gone':
    'Die Spalte „{column}“ gibt es in dieser Tabelle nicht. Bitte im Schritt Spalten eine andere wählen.',
  'plan-names-unconfirmed':
    'Die Gebiete ({level}) haben keinen Schlüssel, nur Namen. Bitte bestätigen, dass die Zeilen über den Namen zugeordnet werden.',
  'plan-part-over-whole':
    '„{name}“ ist in {n|einem Gebiet|# Gebieten} größer als das Ganze, zum Beispiel in „{key}“. Bitte ein anderes Ganzes wählen oder es abwählen.',
  'plan-institutions-id-repeated':
    '{n|Eine Nummer steht|# Nummern stehen} bei mehreren Einrichtungen, zum Beispiel „{id}“ in den Zeilen {rows}. Jede dieser Zeilen zählt als eigene Einrichtung; ist das falsch, bitte die Datei berichtigen.',
  'plan-part-left-out':
    '„{name}“ wird nicht vorgeschlagen: In {n|einem Gebiet|# Gebieten} ist die Zahl größer als das Ganze („{whole}“), zum Beispiel in „{key}“.',
  'plan-negative':
    '„{name}“ ist in {n|einer Zelle|# Zellen} negativ, zum Beispiel „{example}“. Das kann weder Anzahl noch Anteil sein: Bitte als Wert lesen oder die Datei berichtigen.',
  'plan-share-over-one':
    '„{name}“ reicht bis {max}. Vermutlich sind es Prozent, oder es ist kein Anteil: Bitte im Schritt Spalten angeben.',
} as const;
