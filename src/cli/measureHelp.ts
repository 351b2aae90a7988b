/** What `measure --help` prints. */
export const measureHelp = `Aufruf: npm run -s quartierlupe -- measure --pack ORDNER --level EBENE --groups A,B[,C…] [--year JAHR[,JAHR]]
        npm run -s quartierlupe -- measure --table DATEI.csv --unit SPALTE --groups A,B[,C…]
        npm run -s quartierlupe -- measure --table DATEI.csv --unit SPALTE --minority SPALTE --total SPALTE

Berechnet, wie ungleich sich Gruppen auf Gebiete oder Einrichtungen verteilen.

Aus einem Datenpaket:
  --pack ORDNER        Ordner mit datapackage.json
  --level EBENE        Kennung einer Gebietsebene, oder einer Familie: dann gilt der Gebietsstand des Jahres
  --year JAHR[,JAHR]   ohne Angabe das neueste Jahr mit Zahlen; zwei Jahre werden verglichen
  --compare-year JAHR  das zweite Jahr, wenn --year nur das erste nennt
  --groups A,B[,C…]    Gruppen des Pakets; rest steht für alle Übrigen

Aus einer Tabelle (Trennzeichen und Dezimalkomma werden erkannt):
  --table DATEI.csv    eine Zeile je Einheit, mit Kopfzeile; zweimal angegeben werden zwei Tabellen verglichen
  --compare DATEI.csv  die zweite Tabelle, mit denselben Spalten; Einheiten werden am Schlüssel erkannt
  --unit SPALTE        Schlüssel der Einheiten
  --groups A,B[,C…]    Spalten mit den Personen je Gruppe, die sich nicht überschneiden
  --minority SPALTE    statt --groups: Spalte der Gruppe, dazu …
  --total SPALTE       … die Spalte aller Personen; verglichen wird mit den Übrigen
  --decimal comma|point  welches Zeichen Dezimalstellen trennt; das andere trennt dann Tausender. Ohne Angabe wird
                       es erkannt, und gesagt, wo 1.234 beides heißen könnte.
  --geometry DATEI     GeoJSON der Flächen, für räumliche Indizes
  --key EIGENSCHAFT    Eigenschaft der Flächen, in der der Schlüssel steht
  --x SPALTE --y SPALTE  statt --geometry: Koordinaten der Einheiten in der Tabelle (bei EPSG:4326 Länge und Breite).
                       Punkte haben weder Grenzen noch Fläche: Nachbarn dann mit --weights knn, band oder kernel.
  --area SPALTE        zu --x und --y: Landfläche in Quadratmetern. Fehlt sie, wohnen alle einer Einheit am Punkt.
  --crs EPSG:…|planar  Bezugssystem der Koordinaten; planar = Ebene in Metern. Grad werden in UTM umgerechnet.
  --empty zero|drop    Einheiten ohne Personen in räumlichen Indizes: als Anteil 0 wie in PySAL, esda und spdep
                       (Voreinstellung) oder gar nicht. Datenpakete rechnen wie die Anwendung mit drop.

Welche Indizes:
  --index all|ID,ID    Voreinstellung all: alle, die die Angaben zulassen; was fehlt, steht auf stderr
  --list               nennt alle Indizes mit Dimension, Gruppen, Bedarf, Wertebereich und Quelle; auch mit --json

Räumliche Indizes (Längen in Metern; Zahlen mit Dezimalpunkt):
  --radius METER       Reichweite der Umgebungen von spatial_H, spatial_D … (Voreinstellung 1000)
  --kernel uniform|triangular|biweight|gaussian  wie das Gewicht mit der Entfernung fällt (biweight)
  --weights queen|rook|knn:ZAHL|band:METER|kernel  Nachbarn: gemeinsame Ecke oder Kante, gemeinsame Kante, die
                       nächsten, alle im Umkreis, nach --kernel gewichtet (queen)
  --bandwidth METER|knn:ZAHL  zu --weights kernel: Reichweite, oder bis zum so vielten Nachbarn (wie --radius)
  --order ZAHL         zu queen und rook: auch Nachbarn der Nachbarn, bis zu so vielen Schritten (1)
  --binary             Gewichte lassen, wie sie sind, statt sie je Einheit auf 1 zu bringen
  --centre X,Y|LÄNGE,BREITE|mean|weighted  Zentrum im Bezugssystem (bei UTM und Grad auch als Länge,Breite; ein
                       Wertepaar unter 180 und 90 gilt dort als Grad), Mittel der Mittelpunkte, oder nach Einwohnern
                       gewichtet (weighted)
  --beta ZAHL          Abnahme der Nähe exp(−beta · d) je Kilometer in ACL, RCL, SP, DPxx, DPxy (1)
  --atkinson B         Parameter von Atkinsons Index, zwischen 0 und 1 (0.5)

Unsicherheit:
  --bootstrap ZAHL     Wiederholungen für das Intervall, Personen mit Zurücklegen gezogen (Voreinstellung 0 = ohne)
  --permutations ZAHL  Zufallsanordnungen für p, und für „Zufall“, wo er keine Formel hat (0 = ohne)
  --level-of-interval ZAHL  Sicherheit des Intervalls (0.95)
  --seed ZAHL          Startwert des Zufalls (1): derselbe Startwert gibt dieselben Zahlen, was immer sonst gefragt ist
  Indizes über alle Paare (über 1000 Einheiten) und Umgebungen (über 5000) werden nur simuliert, wenn --index sie nennt;
  sonst steht dort „too-dear“. Über 50.000 Einheiten (local_distortion: 5000) lässt all sie ganz aus.

Zerlegung:
  --decompose NAME[,NAME]  Spalten der Tabelle oder Ebenen des Pakets, grob vor fein: wie viel von M und H zwischen
                       ihnen liegt und wie viel darin

Ausgabe:
  --json               volle Genauigkeit statt der lesbaren Tabelle

Bei zwei Gruppen ist die erste die Gruppe, die zweite die Vergleichsgruppe; dazu kommen die Indizes für mehrere
Gruppen. Bei drei und mehr gibt es nur diese.

Mit --json ein Objekt je Index: {"D": {"value": …, "expected": …, "n": …, "excluded": …}, …}
  value      Wert; bei Indizes je Einheit eine Liste in der Reihenfolge von units
  interval   mit --bootstrap: [von, bis], am Wert gespiegelt, so dass der Zufall nichts hinzufügt;  se  Standardfehler
  expected   zu erwarten, wenn allein der Zufall verteilte; fehlt, wo er nicht bekannt ist
  corrected  um den Zufall bereinigt: (value − expected)/(1 − expected), oder value − expected, wo 1 nicht der Höchstwert
             ist; fehlt bei Indizes, die nicht mit der Segregation steigen
  p          mit --permutations: (r + 1)/(m + 1), einseitig in Richtung von mehr Segregation; bei moran und geary auf der
             Seite des Werts; je Einheit (local_moran, getis_ord_Gi_star) zweiseitig, dazu adjusted nach
             Benjamini und Hochberg und quadrant (HH, LH, LL, HL)
  chance     was der Zufall verteilt: persons (Personen auf Plätze) oder areas (Gebiete auf die Karte)
  n          Einheiten mit Personen;  excluded  ausgelassen, weil leer oder ohne Angabe
  reason     warum value null ist, oder (too-dear) warum Intervall und p fehlen
Mit --decompose dazu "decomposition": M, H, steps (ergeben zusammen M und H) und within (was in jedem Teil der gröbsten
Stufe liegt; die part und der erste Schritt ergeben M).
Bei einem Vergleich je Index {"first": …, "second": …, "difference": {value, interval, se, p, structure, composition}}:
zweites minus erstes; p zweiseitig durch zufälliges Vertauschen der Einheiten; structure und composition, was an Lage und
Größe der Einheiten und was an ihrer Mischung liegt (Shapley); reason other-units: kein p für räumliche Indizes, weil es
nicht dieselben Einheiten sind. Dazu "change": matched, onlyFirst, onlySecond und die Teile
der Veränderung von M und H (Elbers 2021; Mora und Ruiz-Castillo; Karmel und Maclachlan), die after − before ergeben.
In Tabellen bedeuten „-“ null und „.“, „/“, „x“, „…“ oder nichts: keine Angabe. Solche Zeilen bleiben außer Betracht.

Endet mit 1, wenn die Daten es nicht zulassen (Meldungen mit Datei, Zeile und Spalte auf stderr), mit 2 bei falschem
Aufruf.

Beispiele (npm run -s quartierlupe -- …):
  Alles, was sich ohne Flächen sagen lässt
    measure --table bezirke.csv --unit code --minority auslaender --total gesamt
  Mit Flächen, Umgebungen von 2 km, Nachbarn mit gemeinsamer Kante, Rathaus als Zentrum
    measure --table plr.csv --unit plr --groups a,b --geometry plr.geojson --key PLR_ID --crs EPSG:25833
            --radius 2000 --weights rook --centre 13.409,52.519 --json
  Schulen als Punkte, die sechs nächsten als Nachbarn
    measure --table schulen.csv --unit nr --minority ndh --total schueler --x lon --y lat --crs EPSG:4326 --weights knn:6
  Unsicherheit
    measure --table plr.csv --unit plr --groups a,b --bootstrap 1000 --permutations 999 --seed 7
  Zerlegung nach Bezirk und Bezirksregion
    measure --table plr.csv --unit plr --groups a,b --decompose bezirk,bzr
    measure --pack data/musterstadt --level stadtteil --groups foreigners,rest --decompose stadtbezirk
  Veränderung
    measure --table 2015.csv --table 2024.csv --unit plr --groups a,b --bootstrap 500 --permutations 999
    measure --pack data/musterstadt --level bezirk --groups foreigners,rest --year 2015,2023`;
