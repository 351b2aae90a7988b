export const services = {
  'service-address':
    '„{address}“ ist keine Adresse im Netz. Sie beginnt mit https:// und ist zum Beispiel die eines WFS.',
  'service-cors':
    'Der Server „{host}“ ist da, lässt Webseiten seine Daten aber nicht lesen (CORS). Das kann nur der Betreiber ändern. Im Browser lässt sich die Datei trotzdem öffnen, speichern und hier ablegen.',
  'service-unreachable':
    'Der Server „{host}“ ist nicht zu erreichen. Der Browser nennt keinen Grund; möglich sind: keine Verbindung zum Netz, ein Tippfehler in der Adresse, ein Server nur für das Hausnetz, eine Sperre durch Firewall oder Werbefilter oder ein ungültiges Zertifikat.',
  'service-mixed':
    'Die Adresse beginnt mit http://. Diese Seite wurde verschlüsselt geladen (https), und dann sperren Browser unverschlüsselte Abrufe. Unter https:// antwortet „{host}“ nicht. Im Browser lässt sich die Datei trotzdem öffnen, speichern und hier ablegen.',
  'service-slow':
    'Der Server „{host}“ hat {n|# Sekunde|# Sekunden} lang nichts gesendet. Der Abruf wurde beendet; versuchen Sie es später noch einmal.',
  'service-broken':
    'Die Verbindung zu „{host}“ brach ab, bevor alles übertragen war. Versuchen Sie es noch einmal.',
  'service-login':
    'Der Server „{host}“ gibt die Daten nur nach Anmeldung heraus oder erlaubt den Zugriff nicht (Fehler {status}). Fragen Sie beim Anbieter nach einem öffentlichen Dienst oder nach der Datei.',
  'service-missing': 'Unter der Adresse gibt es auf „{host}“ nichts (Fehler {status}): {address}',
  'service-busy':
    'Der Server „{host}“ ist überlastet oder wird gewartet (Fehler {status}). Versuchen Sie es später noch einmal.',
  'service-busy-until':
    'Der Server „{host}“ ist überlastet oder wird gewartet (Fehler {status}). Er bittet darum, {n|# Sekunde|# Sekunden} zu warten.',
  'service-status': 'Der Server „{host}“ antwortet mit dem Fehler {status}: {address}',
  'service-refused': 'Der Server „{host}“ lehnt die Anfrage ab: {reason}',
  'service-too-large':
    'Die Antwort von „{host}“ ist größer als {megabytes} MB. Laden Sie eine kleinere Ebene oder einen Ausschnitt.',
  'service-no-service':
    'Unter der Adresse ist weder ein WFS noch eine OGC API Features zu finden ({host}): {address}',
  'service-page':
    'Unter der Adresse steht eine Webseite, kein Dienst ({host}). Suchen Sie auf ihr nach „WFS“, „GetCapabilities“ oder „OGC API Features“ und fügen Sie die Adresse ein, die dort steht.',
  'service-catalogue':
    '„{host}“ ist ein Datenkatalog: Seine Seiten beschreiben Daten und verweisen auf sie. Öffnen Sie dort den Datensatz und kopieren Sie unter „Ressourcen“, „Verweise“ oder „Online-Zugang“ die Adresse des WFS, oder laden Sie die Datei herunter und legen Sie sie hier ab.',
  'service-metadata':
    'Unter der Adresse steht eine Beschreibung von Daten ({host}). Sie nennt diese Dienste; fügen Sie einen davon ein: {addresses}',
  'service-picture':
    'Unter der Adresse ist ein Darstellungsdienst (WMS): Er liefert Bilder, keine Gebiete ({host}). Oft hat dasselbe Portal auch einen Downloaddienst (WFS).',
  'service-picture-beside':
    'Unter der Adresse ist ein Darstellungsdienst (WMS): Er liefert Bilder, keine Gebiete ({host}). Oft steht daneben ein Dienst mit Gebieten, vielleicht unter: {other}',
  'service-other':
    'Unter der Adresse ist ein Dienst anderer Art ({kind}), nicht WFS oder OGC API Features ({host}).',
  'service-download-feed':
    'Unter der Adresse steht eine Liste von Dateien zum Herunterladen (ATOM). Öffnen Sie sie im Browser, laden Sie die passende Datei herunter und legen Sie sie hier ab.',
  'service-file':
    'Unter der Adresse steht kein Dienst, sondern schon die Datei. Öffnen Sie sie im Browser, speichern Sie sie und legen Sie sie hier ab.',
  'service-folder':
    'Unter der Adresse stehen mehrere Dienste ({host}). Öffnen Sie einen davon und fügen Sie seine Adresse ein: {names}',
  'service-without-layers': 'Der Dienst auf „{host}“ nennt keine Ebene mit Objekten.',
  'service-layer-unknown': 'Der Dienst auf „{host}“ hat keine Ebene „{layer}“. Er nennt: {names}',
  'service-layer-empty': 'Die Ebene „{layer}“ auf „{host}“ enthält keine Objekte.',
  'service-layer-many':
    'Die Ebene „{layer}“ hat {n|# Objekt|# Objekte}. Gebiete einer Stadt sind selten so viele; das Laden kann lange dauern. Wenn es die richtige Ebene ist, laden Sie sie noch einmal.',
  'service-layer-cut':
    'Von der Ebene „{layer}“ wurden nur {n} von {all} Objekten geladen; mehr gibt der Dienst nicht her.',
  'service-layer-perhaps-cut':
    'Von der Ebene „{layer}“ wurden {n|# Objekt|# Objekte} geladen. Ob das alle sind, sagt der Dienst nicht: Gibt er nur so viele auf einmal heraus? Vergleichen Sie die Anzahl mit der amtlichen.',
  'service-no-features': 'Die Antwort von „{host}“ zur Ebene „{layer}“ ist weder GeoJSON noch GML.',
  'service-too-many-pages':
    'Die Ebene „{layer}“ hat mehr Teile, als geladen werden; nach {n} Objekten wurde abgebrochen.',
} as const;
