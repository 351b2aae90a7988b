import type { ConceptRule } from './concepts.ts';

const status = [/^s1$/, /^s3$/, /^s4$/];
const dynamics = [/^d1$/, /^d3$/, /^d4$/];
const context = [/^ki? ?01$/, /^ki? ?03$/, /^ki? ?09$/];

/**
 * By which words of a heading a concept is recognised, the more special before the more general. The headings are those
 * of German statistical offices and of the English column names that open data portals make of them.
 */
export const conceptRules: readonly ConceptRule[] = [
  { concept: 'unemployment-sgb2', heading: /^s1$/, beside: status },
  { concept: 'long-term-unemployment', heading: /^s2$/, beside: status },
  { concept: 'transfer', heading: /^s3$/, beside: status },
  { concept: 'child-poverty', heading: /^s4$/, beside: status },
  { concept: 'unemployment-sgb2-change', heading: /^d1$/, beside: dynamics },
  { concept: 'long-term-unemployment-change', heading: /^d2$/, beside: dynamics },
  { concept: 'transfer-change', heading: /^d3$/, beside: dynamics },
  { concept: 'child-poverty-change', heading: /^d4$/, beside: dynamics },
  { concept: 'youth-unemployment', heading: /^ki? ?01$/, beside: context },
  { concept: 'old-age-poverty', heading: /^ki? ?03$/, beside: context },
  { concept: 'simple-location', heading: /^ki? ?09$/, beside: context },
  { concept: 'municipal-housing', heading: /^ki? ?08$/, beside: context },
  { concept: 'residence-5-years', heading: /^ki? ?10$/, beside: context },
  { concept: 'turnover', heading: /^ki? ?11$/, beside: context },
  { concept: 'net-migration', heading: /^ki? ?12$/, beside: context },
  { concept: 'rooms-per-resident', heading: /^ki? ?14$/, beside: context },
  { concept: 'floor-space', heading: /^ki? ?15$/, beside: context },
  { concept: 'mss-status', heading: /^(?:status ?index|si n)$/ },
  { concept: 'mss-dynamics', heading: /^(?:dyn[a-z]* ?index|di n)$/ },

  { concept: 'social-index', heading: /sozialindex(?: ?stufe)?$|^sozial ?index|social ?index/ },
  {
    concept: 'ndh',
    heading: /\bndhs?\b|nicht ?deutsche[rn]? herkunftssprache/,
    except: /intensivklass|schule/,
  },
  { concept: 'learning-material-exempt', heading: /lernmittelbefrei|lmb\b|bu[td]\b.*anspruch/ },
  {
    concept: 'pupils',
    heading:
      /schueler ?(?:zahl|anzahl|insgesamt|gesamt)?(?: insgesamt| gesamt| mit vorklassen)?$|anzahl ?(?:der )?schueler|schuelerinnen(?: und schueler)?(?: insgesamt)?$|^(?:students?|pupils)(?: total)?$|schueler\/?(?:innen)?zahl/,
    except: /sekundarstufe|schulwe|ndh|schuljahr|jahrgang|weiblich|maennlich|stunden/,
  },
  { concept: 'pupils', heading: /^anzahl$/, beside: [/^schul ?(?:nummer|nr)$/] },
  {
    concept: 'teachers',
    heading: /lehrkraefte|lehrerinnen|teachers? ?(?:total)?$/,
    except: /\bf$|\bm$|quer|seiten/,
  },
  {
    concept: 'places',
    heading:
      /^(?:plaetze|places|capacity|kapazitaet|(?:genehmigte|erlaubte) plaetze|platzzahl|betreuungsplaetze)\b/,
  },

  {
    concept: 'sgb2-single-parents',
    heading: /bedarfsgemeinschaft.*alleinerz|alleinerz.*(?:bedarfsgemeinschaft|sgb)/,
  },
  {
    concept: 'sgb2-households',
    heading: /bedarfsgemeinschaft/,
    except: /person|\bje\b|\bmit\b|kind|auslaend|leistung|unter|aelter|bis|erwerbs/,
  },
  {
    concept: 'sgb2-under-15',
    heading:
      /(?:sgb ?(?:ii|2)\b|leistungs ?(?:berechtigte|empfaenger)|bedarfsgemeinschaft|mindestsicherung|nichterwerbsfaehig|\bnef\b).*(?:unter 15|kinder)|(?:unter 15|kinder).*(?:sgb ?(?:ii|2)\b|leistungs ?(?:berechtigte|empfaenger)|mindestsicherung)/,
    except: /mit kind/,
  },
  { concept: 'child-poverty', heading: /kinderarmut|child poverty/ },
  { concept: 'unemployed-sgb3', heading: /arbeitslos.*sgb ?(?:iii|3)\b|sgb ?(?:iii|3)\b.*arbeitslos/ },
  { concept: 'unemployed-sgb2', heading: /arbeitslos.*sgb ?(?:ii|2)\b|sgb ?(?:ii|2)\b.*arbeitslos/ },
  {
    concept: 'long-term-unemployed',
    heading: /langzeit ?arbeitslos|langzeit.*arbeitslos|long term unemploy/,
  },
  {
    concept: 'youth-unemployed',
    heading:
      /(?:jugend|juengere|unter 25).*arbeitslos|arbeitslos.*(?:juenger|unter 25|jugend)|youth unemploy/,
  },
  {
    concept: 'older-unemployed',
    heading: /(?:aeltere|ueber 5\d).*arbeitslos|arbeitslos.*(?:aelter|ueber 5\d|5\d und)/,
  },
  {
    concept: 'unemployed',
    heading: /arbeitslos|erwerbslos|unemploy/,
    except: /sgb|auslaend|frauen|maenner|ohne|abschluss|mit /,
  },
  { concept: 'old-age-security', heading: /grundsicherung im alter|altersarmut|sgb ?xii.*(?:65|alter)/ },
  { concept: 'minimum-security', heading: /mindestsicherung|existenzsichern|transferleistung/ },
  {
    concept: 'sgb2-recipients',
    heading:
      /leistungs ?(?:berechtigte|empfaenger|bezieher|beziehende)|sgb ?(?:ii|2)\b|hartz|buergergeld|regelleistung|grundsicherung fuer arbeit/,
    except: /aenderung|erwerbsfaehig|nicht leistungs|arbeitslos/,
  },
  { concept: 'employed', heading: /beschaeftigte|beschaeftigten ?quote|employed/ },

  { concept: 'household-income', heading: /haushalts ?(?:netto)? ?einkommen|household income/ },
  {
    concept: 'income',
    heading: /einkommen\b|einkuenfte|\bincome\b/,
    except: /quote/,
  },

  {
    concept: 'single-person-households',
    heading:
      /einpersonen ?haushalt|(?:1|ein) ?person(?:en)? ?haushalt|haushalte? mit (?:1|einer) person|hhsize 1$|single households?/,
  },
  {
    concept: 'household-size',
    heading: /person(?:en)? (?:je|pro) haushalt|haushaltsgroesse|hhsize mittel|household size/,
  },
  { concept: 'households-with-children', heading: /haushalte? mit kind|households with child/ },
  { concept: 'single-parents', heading: /alleinerziehend|single parent/ },
  {
    concept: 'households',
    heading: /\b(?:privat)?haushalte?\b|\bhouseholds?\b/,
    except: /\bmit\b|\bje\b|netto/,
  },

  {
    concept: 'social-dwellings-expiring',
    heading: /(?:sozialwohn|bindung).*(?:auslauf|auslaeuf|bis 20\d\d)/,
  },
  {
    concept: 'social-dwellings',
    heading:
      /sozial ?wohn|sozialwohng|gefoerderte[rn]? (?:miet)?wohn|mietpreisgebunden|belegungsgebunden|social (?:housing|dwell)/,
  },
  {
    concept: 'municipal-dwellings',
    heading: /staedt(?:ische[rn]?)? ?wohn|kommunale[rn]? wohn|landeseigene|municipal (?:housing|dwell)/,
  },
  { concept: 'vacancy', heading: /leerstand|leerstehend|vacancy/ },
  { concept: 'asking-rent-cases', heading: /miet ?angebote|angebotsfaelle|anzahl.*angebote|^cases$/ },
  { concept: 'asking-rent', heading: /angebots ?miete|asking rent|offered rent/ },
  { concept: 'asking-rent', heading: /^median$/, beside: [/^cases$/] },
  {
    concept: 'rent',
    heading: /nettokalt|\bmiet(?:e|en|hoehe|preis)\b|bestandsmiete|\brents?\b/,
    except: /angebote/,
  },
  { concept: 'price', heading: /preise? (?:fuer|je)|kaufpreis|bodenrichtwert|price/ },
  {
    concept: 'floor-space',
    heading: /wohnflaeche.*(?:je|pro) (?:einwohner|person|kopf)|floor space per (?:resident|person|head)/,
  },
  { concept: 'floor-space-dwelling', heading: /wohnflaeche.*(?:je|pro) wohnung|wohnungsgroesse/ },
  { concept: 'rooms-per-resident', heading: /raeume (?:je|pro)|rooms per/ },
  { concept: 'residence-5-years', heading: /wohndauer.*(?:5|fuenf)|(?:5|fuenf).*wohndauer/ },
  {
    concept: 'dwellings',
    heading: /\bwohnungen\b|wohnungsbestand|wohneinheiten|\bdwellings\b|housing units/,
    except:
      /umwandl|verkauf|verkaeuf|zimmer|familienhaus|familienhaeus|bezugsfertig|einfacher|\bmit\b|\bje\b/,
  },

  {
    concept: 'mean-age',
    heading:
      /durchschnitts ?alter|mittleres alter|alters ?durchschnitt|age mittel|avg age|average age|mean age/,
  },
  { concept: 'births', heading: /\bgeburten\b|lebendgeborene|\bbirths\b/ },
  { concept: 'deaths', heading: /sterbefaelle|gestorbene|\bdeaths\b/ },
  { concept: 'net-migration-count', heading: /wanderungs ?saldo|net migration/ },
  { concept: 'turnover', heading: /wanderungs ?volumen|migration volume/ },
  { concept: 'in-moves', heading: /\bzuzuege\b/, except: /umland|kreise/ },
  { concept: 'out-moves', heading: /\bfortzuege\b|\bwegzuege\b/, except: /umland|kreise/ },
  {
    concept: 'density',
    heading: /(?:bevoelkerungs|einwohner) ?dichte|einwohner (?:je|pro) (?:km2|ha|qkm)|population density/,
  },

  {
    concept: 'germans-without-migration-background',
    heading: /(?:deutsche|germans?)\b.*\b(?:ohne|without)\b/,
  },
  { concept: 'germans-migration-background', heading: /(?:deutsche|germans?)\b.*\b(?:mit|with)\b(?! bzw)/ },
  {
    concept: 'without-migration-background',
    heading: /\b(?:ohne|without) migra/,
    except: /\bmit (?:und|bzw)/,
  },
  {
    concept: 'migration-background',
    heading:
      /migrations? ?hintergrund|einwanderungs ?geschichte|\bmigranten(?: ?anteil)?\b|with migration|einwohner migration|\bmig?hg\b|zuwanderungs ?geschichte/,
    except: /\bohne\b|\bbzw\b|without|weiblich|frauen|female|maenn|\bmale\b/,
  },
  { concept: 'eu-foreigners', heading: /\beu ?auslaend|auslaend.*\beu\b|eu ?buerger/ },
  {
    concept: 'foreigners',
    heading: /auslaend|foreign|nichtdeutsche?\b|ohne deutsche staats/,
    except: /studier|arbeitslos|leistung|sprach|bedarf|sgb/,
  },
  { concept: 'germans', heading: /\bdeutsche\b(?! bahn| rente)|\bgermans?\b/, except: /sprach/ },
  {
    concept: 'women',
    heading: /\bweiblich\b|\bfrauen\b|\bfemale\b|\bgen fem\b/,
    except: /arbeits|leistung|migra|auslaend|foreign|bedarf/,
  },
  {
    concept: 'men',
    heading: /\bmaennlich\b|\bmaenner\b|\bmale\b/,
    except: /arbeits|leistung|migra|auslaend|foreign|bedarf/,
  },
  {
    concept: 'residents',
    heading:
      /einwohner|bevoelkerung\b|\bew\b|\bewz\b|inhabitants|\bpopulation\b|\bresidents\b|hauptwohnung|hauptwohnsitz|personen insgesamt|^bev(?:\b|_)/,
    except:
      /\bje\b|\bpro\b|wohnberechtigte|haushalt|wohnflaeche|steuer|weiblich|frauen|female|maenn|\bmale\b|migra|auslaend|foreign|deutsche|german/,
  },
];
