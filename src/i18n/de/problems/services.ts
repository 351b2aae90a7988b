export const services = {
  'service-address': '„{address}“ ist keine Adresse im Netz. Sie beginnt mit https:// oder http://.',
  'service-cors':
    'Der Server „{host}“ ist da, lässt Webseiten seine Daten aber nicht lesen (CORS). Öffnen Sie die Adresse in einem neuen Fenster, speichern Sie die Datei und legen Sie sie hier ab: {address}',
  'service-unreachable':
    'Der Server „{host}“ ist nicht zu erreichen. Gibt es eine Verbindung zum Netz, und stimmt die Adresse? {address}',
  'service-status': 'Der Server „{host}“ antwortet mit dem Fehler {status}: {address}',
  'service-refused': 'Der Server „{host}“ lehnt die Anfrage ab: {reason}',
  'service-too-large':
    'Die Antwort von „{host}“ ist größer als {megabytes} MB. Laden Sie eine kleinere Ebene oder einen Ausschnitt.',
  'service-no-service':
    'Unter der Adresse ist weder ein WFS noch eine OGC API Features zu finden ({host}): {address}',
  'service-without-layers': 'Der Dienst auf „{host}“ nennt keine Ebene mit Objekten.',
  'service-layer-unknown': 'Der Dienst auf „{host}“ hat keine Ebene „{layer}“.',
  'service-layer-empty': 'Die Ebene „{layer}“ auf „{host}“ enthält keine Objekte.',
  'service-layer-cut':
    'Von der Ebene „{layer}“ wurden nur {n} von {all} Objekten geladen; mehr gibt der Dienst nicht her.',
  'service-no-features': 'Die Antwort von „{host}“ zur Ebene „{layer}“ ist kein GeoJSON.',
  'service-too-many-pages':
    'Die Ebene „{layer}“ hat mehr Teile, als geladen werden; nach {n} Objekten wurde abgebrochen.',
} as const;
