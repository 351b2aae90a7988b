/** What a recipe asks for and its files do not give; notes on what was left out or estimated. */
export const recipes = {
  'area-name-repeated':
    'Auf der Gebietsebene „{level}“ heißen mehrere Gebiete „{name}“ ({keys}). Bitte einen Schlüssel verwenden oder das Gebiet von Hand zuordnen.',
  'areas-without-row':
    'Für {year} {n|hat ein Gebiet|haben # Gebiete} der Gebietsebene „{level}“ keine Zeile (von {total}): {areas}. Bitte die Tabelle ergänzen.',
  'rows-all-without-area':
    'Keine Zeile passt zu einem Gebiet der Gebietsebene „{level}“, zum Beispiel: {areas}. Bitte eine andere Spalte als Schlüssel oder eine andere Gebietsebene wählen.',
  'rows-without-area':
    '{n|Eine Zeile gehört|# Zeilen gehören} zu keinem Gebiet der Gebietsebene „{level}“ und {n|wurde|wurden} weggelassen: {areas}.',
  'rows-without-area-residents':
    '{n|Eine Zeile gehört|# Zeilen gehören} zu keinem Gebiet der Gebietsebene „{level}“ und {n|wurde|wurden} weggelassen: {areas}. Das {people|ist # Mensch|sind # Menschen} ({year}).',
  'estimate-base-missing':
    'Aus Anteilen lässt sich keine Anzahl schätzen: Zu „{base}“ gibt es auf der Gebietsebene „{level}“ keine Werte im selben Jahr. Bitte eine andere Gesamtheit wählen.',
  'estimate-not-count':
    'Zu „{variable}“ gehört eine Gesamtheit („of“), es ist aber nicht als Anzahl beschrieben. Bitte „kind: count“ angeben.',
  'estimate-two-bases':
    '„{variable}“ wird aus Anteilen an zwei verschiedenen Gesamtheiten geschätzt: „{first}“ und „{second}“. Bitte eine davon wählen.',
  'estimate-of-estimate':
    '„{variable}“ soll aus „{base}“ geschätzt werden, das selbst geschätzt ist. Bitte eine veröffentlichte Anzahl als Gesamtheit wählen.',
  'file-missing-offered': 'Die Datei fehlt in „{source}“. Sie wird hier angeboten: {offered}',
  'file-missing-service':
    'Die Datei fehlt in „{source}“. Sie ist die Ebene „{layer}“ des Dienstes {address}: Bitte von dort laden oder unter diesem Namen speichern und ablegen.',
  'format-differs':
    'Die Datei hat ein anderes Format ({found}), als das Rezept sagt ({declared}). Bitte in diesem Format speichern.',
  'sheet-unknown':
    'Die Datei enthält kein Blatt und keine Ebene „{sheet}“. Bitte so benennen oder im Rezept eines von diesen angeben: {available}.',
  'rows-too-wide':
    '{n|Eine Zeile hat|# Zeilen haben} mehr Zellen als der Kopf mit {columns|# Spalte|# Spalten}, vermutlich wegen eines Trennzeichens im Text. Bitte {n|diese Zeile|diese Zeilen} prüfen.',
  'institutions-placed-by-area':
    'Von {n|einer Einrichtung|# Einrichtungen} ist nur das Gebiet bekannt. {n|Sie steht|Sie stehen} an einem Punkt darin.',
  'institutions-area-unknown':
    'Von {n|einer Einrichtung|# Einrichtungen} gibt es das Gebiet auf der Gebietsebene „{level}“ nicht: {areas}. {n|Sie steht|Sie stehen} in den Listen, nicht auf der Karte.',
  'institutions-outside':
    '{n|Eine Einrichtung liegt|# Einrichtungen liegen} außerhalb der Gebiete ({level}) und {n|ist|sind} ausgelassen.',
  'institutions-outside-unplaced':
    '{n|Eine Einrichtung liegt|# Einrichtungen liegen} außerhalb der Gebiete ({level}) und {n|ist|sind} ausgelassen. Von {unplaced|einer weiteren|# weiteren} ist die Lage nicht bekannt; {unplaced|sie bleibt|sie bleiben}.',
  'renew-year-unknown':
    'Weder Name noch Spalten der Datei sagen, von welchem Jahr sie ist. Bitte das Jahr in den Dateinamen schreiben.',
  'renew-column-gone':
    'Die Spalte „{column}“ gibt es in der neuen Datei nicht mehr. Ohne sie lässt sich die Tabelle nicht zuordnen: Bitte oben angeben, wie sie jetzt heißt, oder die Schritte durchgehen.',
  'renew-cells-unread':
    '{n|Eine Zelle ist|# Zellen sind} weder Zahl noch bekanntes Zeichen, zum Beispiel „{value}“. Bitte die Datei berichtigen oder die Schritte durchgehen.',
  'renew-file-missing':
    'Diese Datei ist nicht dabei, und keine der neuen passt an ihre Stelle. Bitte mit ablegen.',
  'renew-file-missing-offered':
    'Diese Datei ist nicht dabei, und keine der neuen passt an ihre Stelle. Sie wird hier angeboten: {offered}',
  'difference-column-gone': 'Die Spalte „{column}“ gibt es nicht mehr; ihre Zahlen fehlen im neuen Jahr.',
  'difference-column-new': 'Neue Spalte „{column}“. Das Rezept liest sie nicht.',
  'difference-column-renamed': 'Statt der Spalte „{column}“ wird „{now}“ gelesen (Ähnlichkeit {likeness} %).',
  'difference-areas-gone': '{n|Ein Gebiet fehlt|# Gebiete fehlen} gegenüber bisher: {areas}.',
  'difference-areas-new': '{n|Ein Gebiet ist|# Gebiete sind} neu: {areas}.',
  'difference-rows': 'Statt {before} Zeilen sind es {now}.',
  'difference-rows-left-out':
    'Von {before} weggelassenen Zeilen (Summen, Anmerkungen) {now|wurde eine|wurden #} wiedergefunden.',
  'difference-sign-new':
    'In der Spalte „{column}“ steht {n|einmal|#-mal} das neue Zeichen „{sign}“, gelesen als: {kind}.',
  'difference-numbers': 'Die Zahlen der Spalte „{column}“ sind anders geschrieben: {now} statt {before}.',
  'difference-form': '{kind}: {now} statt {before}.',
  'kind-form-format': 'Format',
  'kind-form-encoding': 'Schriftzeichen',
  'kind-form-delimiter': 'Trennzeichen',
  'kind-form-sheet': 'Blatt',
  'kind-form-head': 'Zeilen des Kopfes',
  'difference-city-value': '{variable}: Der Wert der ganzen Stadt ist {now} statt {before} ({percent} %).',
  'kind-sign-missing': 'keine Angabe',
  'kind-sign-secret': 'geheim oder unbekannt',
  'kind-sign-unreliable': 'wenig verlässlich',
  'kind-sign-blocked': 'gesperrt',
  'kind-sign-later': 'folgt später',
  'kind-sign-excluded': 'nicht bewertet',
  'kind-sign-too-small': 'zu klein',
  'kind-sign-zero': 'genau null',
  'crosswalk-without-residents':
    'In {n} von {total} Gebieten der Gebietsebene „{from}“ wohnt nach dem Raster niemand; dort zählt die Fläche.',
  'outlines-repaired':
    'Der Umriss {n|eines Gebiets|von # Gebieten} der Gebietsebene „{level}“ wurde berichtigt: {areas}.',
  'outlines-left-out':
    'Auf der Gebietsebene „{level}“ {n|hat ein Objekt|haben # Objekte} keine brauchbare Fläche und {n|fehlt|fehlen} auf der Karte: {areas}. Bitte im GIS berichtigen.',
} as const;
