/** What keeps a plan of an import from being taken over, and what is worth knowing before. */
export const plans = {
  'plan-title-missing': 'Die Stadt hat noch keinen Namen.',
  'plan-no-level': 'Es gibt noch keine Gebiete. Dafür wird eine Datei mit Flächen gebraucht.',
  'plan-file-empty': 'Die Datei enthält keine Tabelle und keine Geometrie.',
  'plan-file-gone': '„{file}“ gehört nicht mehr zu diesem Import.',
  'plan-vintage-missing': 'Der Gebietsstand fehlt: Für welches Jahr gelten diese Gebiete ({level})?',
  'plan-crs-missing':
    'Das Koordinatensystem ist nicht zu erkennen. Ohne es lassen sich die Gebiete ({level}) nicht auf die Karte bringen.',
  'plan-level-without-key':
    'Es ist nicht gesagt, welches Merkmal den Schlüssel der Gebiete ({level}) enthält.',
  'plan-level-missing': 'Es ist nicht gesagt, zu welchen Gebieten die Tabelle gehört.',
  'plan-key-missing': 'Es ist nicht gesagt, welche Spalte den Gebietsschlüssel enthält.',
  'plan-nothing-matched':
    'Keine Zeile passt zu einem der Gebiete ({level}). Vermutlich ist es eine andere Spalte, eine andere Schreibweise oder eine andere Gebietsebene.',
  'plan-rows-repeated':
    '{n|Für ein Gebiet und Jahr gibt|Für # Gebiete und Jahre gibt} es mehrere Zeilen, zum Beispiel „{key}“ in den Zeilen {rows}. Es ist nicht zu entscheiden, welche gilt.',
  'plan-year-missing': 'Das Jahr der Zahlen fehlt.',
  'plan-column-year-missing': 'Das Jahr dieser Spalte fehlt.',
  'plan-year-unread':
    'In {n|einer Zeile|# Zeilen} steht kein Jahr zwischen 1900 und 2100, zum Beispiel „{example}“.',
  'plan-number-ambiguous':
    'Die Zahlen lassen sich auf zwei Arten lesen. Bitte angeben, welches Zeichen Tausender trennt und welches Dezimalstellen.',
  'plan-number-unread':
    '{n|Eine Zelle ist|# Zellen sind} weder Zahl noch bekanntes Zeichen, zum Beispiel „{example}“.',
  'plan-figure-twice':
    '„{name}“ steht für {year} in zwei Tabellen. Bitte in einer davon weglassen oder anders benennen.',
  'plan-base-missing': 'Wovon ist „{name}“ ein Anteil? Die Grundgesamtheit fehlt.',
  'plan-base-unknown':
    '„{name}“ soll ein Anteil an „{base}“ sein, das aber in keiner Tabelle als Anzahl vorkommt.',
  'plan-indicator-without': 'Dem Indikator „{name}“ fehlt die Größe „{variable}“.',
  'plan-group-without': 'Der Gruppe „{name}“ fehlt die Anzahl „{variable}“.',
  'plan-needs-crosswalk':
    '„{name}“ liegt für zwei Gebietsstände vor ({first} und {second}, {level}). Eine Zeitreihe über beide braucht eine Umrechnung: eine Tabelle mit Anteilen oder die Überschneidung der Flächen.',
  'plan-institutions-without-id': 'Es ist nicht gesagt, welche Spalte die Einrichtungen unterscheidet.',
  'plan-institutions-without-name': 'Es ist nicht gesagt, welche Spalte die Namen der Einrichtungen enthält.',
  'plan-institutions-year-missing': 'Das Jahr der Kinderzahlen fehlt.',
  'plan-catchments-without-key':
    'Es ist nicht gesagt, was die Einzugsbereiche unterscheidet: Der Schlüssel fehlt.',
  'plan-catchments-year-missing': 'Das Jahr fehlt, für das diese Einzugsbereiche gelten.',
  'plan-catchments-without-form':
    'Es ist nicht gesagt, welche Schulen die Kinder aus diesen Einzugsbereichen aufnehmen.',
  'plan-catchments-twice': 'Für {form} und das Jahr {year} gibt es zwei Dateien mit Einzugsbereichen.',
  'plan-column-gone': 'Die Spalte „{column}“ gibt es in dieser Tabelle nicht.',
  'plan-names-unconfirmed':
    'Die Gebiete ({level}) haben keinen Schlüssel, nur Namen. Ob die Zeilen über den Namen zugeordnet werden dürfen, ist noch nicht gesagt.',
  'plan-part-over-whole':
    '„{name}“ ist in {n|einem Gebiet|# Gebieten} größer als das Ganze, zum Beispiel in „{key}“. Vermutlich ist es kein Anteil daran.',
  'plan-institutions-id-repeated':
    '{n|Eine Nummer steht|# Nummern stehen} bei mehreren Einrichtungen, zum Beispiel „{id}“ in den Zeilen {rows}. Jede dieser Zeilen zählt als eigene Einrichtung.',
  'plan-part-left-out':
    '„{name}“ wird nicht vorgeschlagen: In {n|einem Gebiet|# Gebieten} ist die Zahl größer als das Ganze („{whole}“), zum Beispiel in „{key}“.',
  'plan-negative':
    '„{name}“ ist in {n|einer Zelle|# Zellen} negativ, zum Beispiel „{example}“. Das kann keine Anzahl und kein Anteil sein.',
  'plan-share-over-one': '„{name}“ reicht bis {max}. Vermutlich sind es Prozent, oder es ist kein Anteil.',
} as const;
