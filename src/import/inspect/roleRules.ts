import type { ColumnGuess } from './inspection.ts';

/** Headings of columns that hold no figures, on `headingWords` of the lowest part of the heading. */
export interface RoleRule {
  readonly role: ColumnGuess['role'];
  /** What the words mean, where it matters: `school-form`, `provider`, `postcode` … */
  readonly concept: string | null;
  readonly heading: RegExp;
  readonly except?: RegExp;
  /** Holds whatever the cells look like. */
  readonly certain?: boolean;
  /** Says that it is a key, not of what: `ID`, `Nummer`. */
  readonly generic?: boolean;
}

export const roleRules: readonly RoleRule[] = [
  {
    role: 'x',
    concept: null,
    heading:
      /^(?:lon|lng|long|longitude|geo ?laenge|laengengrad|laenge|x|x ?koord[a-z]*|coord ?x|point x|(?:utm ?|gk ?)?(?:rechtswert|rechts|ostwert|east(?:ing)?)|x ?25832|x ?25833)$/,
  },
  {
    role: 'y',
    concept: null,
    heading:
      /^(?:lat|latitude|geo ?breite|breitengrad|breite|y|y ?koord[a-z]*|coord ?y|point y|(?:utm ?|gk ?)?(?:hochwert|hoch|nordwert|north(?:ing)?)|y ?25832|y ?25833)$/,
  },
  {
    role: 'institution-key',
    concept: 'school-number',
    heading:
      /^(?:schul ?(?:nummer|nr|id|kennziffer|schluessel)|bsn|skz|school ?(?:id|number|no)?|dienststellen ?(?:nummer|schluessel))$/,
  },
  {
    role: 'institution-key',
    concept: 'kita-number',
    heading: /^(?:kita ?(?:nummer|nr|id)|einrichtungs ?(?:nummer|nr|id))$/,
  },
  {
    role: 'word',
    concept: 'school-form',
    heading:
      /^(?:schul ?(?:form|art)(?: ?(?:de|name|text|bezeichnung))?|schulformen|school type(?: de)?|form|einrichtungsart)$/,
    certain: true,
  },
  {
    role: 'word',
    concept: 'school-type',
    heading: /^(?:schul ?(?:typ|kategorie)|school category(?: [a-z]{2})?|standort ?art)$/,
    certain: true,
  },
  {
    role: 'word',
    concept: 'provider',
    heading:
      /^(?:traeger(?:schaft|art|typ)?|rechts ?(?:form|status)|schultraeger|ownership(?: [a-z]{2})?|operator|sponsor name|traeger ?name)$/,
    certain: true,
  },
  { role: 'word', concept: 'startchancen', heading: /startchancen/, certain: true },
  { role: 'area-key', concept: 'catchment', heading: /^(?:esb|einschulungsbereich)$/ },
  {
    role: 'name',
    concept: 'school-name',
    heading:
      /^(?:schul ?(?:name|bezeichnung(?: ?1)?)|school ?name|name der schule|amtliche bezeichnung(?: 1)?|kurz ?bezeichnung|einrichtung(?:s ?name)?|name der einrichtung|kita ?name)$/,
  },
  {
    role: 'word',
    concept: 'postcode',
    heading: /^(?:plz|postleitzahl|post ?code|postal code|zip(?: ?code)?)$/,
    certain: true,
  },
  {
    role: 'word',
    concept: 'street',
    heading:
      /^(?:strasse(?: (?:und |u )?haus ?(?:nummer|nr))?|street|adresse|anschrift|address|adresse strasse haus ?nr)$/,
    certain: true,
  },
  {
    role: 'word',
    concept: 'house-number',
    heading: /^(?:haus ?(?:nummer|nr)|street ?number|house ?number)$/,
    certain: true,
  },
  { role: 'word', concept: 'place-name', heading: /^(?:ort|city|adresse ort|wohnort)$/, certain: true },
  {
    role: 'word',
    concept: 'contact',
    heading:
      /^(?:tel(?:efon)?(?:vorwahl|nummer|nr)?|fax(?:vorwahl)?|e ?mail|mail|homepage|internet|website|url|quelle url|www)$/,
    certain: true,
  },
  { role: 'word', concept: 'crs', heading: /^(?:epsg|crs|koordinatensystem)$/, certain: true },
  {
    role: 'year',
    concept: null,
    heading: /^(?:jahr|year|berichtsjahr|erhebungsjahr|bezugsjahr|zeit|stand|stichtag|schuljahr|vintage)\b/,
  },
  {
    role: 'area-key',
    concept: null,
    heading:
      /^(?:(?:plr|bzr|pgr|bez|lor|esb|raum|gebiets?|bezirks?|stadtteil|stadtbezirk|ortsteil|ortschafts?|quartiers?|viertel|distrikt|gemeinde|kreis|statistischer? bezirks?|stat bez|baublock|block|wahlbezirk|area|district|zone|code)(?: ?(?:id|nr|nummer|key|code|schluessel|kennziffer|kennung|bez))(?: [a-z]*\d{4})?|plr ?id(?: .*)?|ags|ars|rs|gemeinde ?(?:schluessel|kennziffer)|amtlicher (?:gemeinde|regional) ?schl(?:ue|u)?s?sel|regional ?schluessel|gebietskennziffer|(?:code|id|key|nr|schluessel) (?:plr|bzr|pgr|bez|bezirk|stadtteil|ortsteil|stadtbezirk|gebiet|quartier)|planungsraum|prognoseraum|bezirksregion)$/,
  },
  {
    role: 'area-key',
    concept: null,
    heading: /^(?:schluessel(?: ?nr| ?nummer)?|kennziffer|key|id|fid|gid|objectid|code|nr|nummer)$/,
    generic: true,
  },
  {
    role: 'area-name',
    concept: null,
    heading:
      /^(?:(?:plr|bzr|pgr|bez|bezirks?|stadtteil|ortsteil|gebiets?|raum|quartiers?|gemeinde|stadtbezirk|planungsraum|area|district)(?: ?(?:name|bezeichnung|title|text))|(?:name|bezeichnung) (?:plr|bzr|pgr|bez|bezirk|stadtteil|ortsteil|stadtbezirk|gebiet|quartier)|stadtteile?|ortsteile?|stadtgebiet|stadtbezirke?|bezirke?|planungsraum|prognoseraum|bezirksregion|gebiet|quartier|viertel|plr|bzr|pgr|bez|gemeinde|kreis|landkreis|verwaltungsbezirk|bezirksregierung|neighborhood|quarter|district|raumeinheit|gebietseinheit|gebietsbezeichnung|statistischer bezirk)$/,
  },
  { role: 'name', concept: null, heading: /^(?:name|bezeichnung|title|titel)$/ },
  {
    role: 'word',
    concept: 'code',
    heading: /(?:nummer|\bnr|schluessel|kennziffer|\bid|\bcode)$|^id /,
    certain: true,
  },
];
