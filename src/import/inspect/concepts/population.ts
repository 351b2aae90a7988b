import { otherResidents, type ThemeConcepts } from './concept.ts';

/** Residents by citizenship, origin, sex and age; ages in years are made by `ages.ts`, countries by `origins.ts`. */
export const population: ThemeConcepts = {
  concepts: [
    { id: 'residents', de: 'Einwohnerinnen und Einwohner', en: 'Residents', universe: null },
    {
      id: 'foreigners',
      de: 'Ausländerinnen und Ausländer',
      en: 'Foreigners',
      share: 'foreigners-published',
      of: ['Ausländerinnen und Ausländern', 'foreigners'],
      rest: ['Deutsche', 'Germans'],
    },
    {
      id: 'foreigners-published',
      kind: 'share',
      de: 'Ausländeranteil (veröffentlicht)',
      en: 'Share of foreigners (published)',
    },
    { id: 'germans', de: 'Deutsche', en: 'Germans' },
    {
      id: 'migration-background',
      de: 'Menschen mit Migrationshintergrund',
      en: 'People with a migration background',
      of: ['Menschen mit Migrationshintergrund', 'people with a migration background'],
      rest: ['Menschen ohne Migrationshintergrund', 'people without a migration background'],
    },
    {
      id: 'without-migration-background',
      de: 'Menschen ohne Migrationshintergrund',
      en: 'People without a migration background',
    },
    {
      id: 'germans-migration-background',
      de: 'Deutsche mit Migrationshintergrund',
      en: 'Germans with a migration background',
    },
    {
      id: 'germans-without-migration-background',
      de: 'Deutsche ohne Migrationshintergrund',
      en: 'Germans without a migration background',
    },
    {
      id: 'eu-foreigners',
      theme: 'arrivals',
      de: 'Ausländerinnen und Ausländer aus der EU',
      en: 'Foreigners from the EU',
      of: ['Ausländerinnen und Ausländern aus der EU', 'foreigners from the EU'],
      rest: otherResidents,
    },
    { id: 'women', de: 'Frauen', en: 'Women' },
    { id: 'men', de: 'Männer', en: 'Men' },
    {
      id: 'under-15',
      de: 'Kinder unter 15 Jahren',
      en: 'Children under 15',
    },
    {
      id: 'under-15-mh',
      de: 'Kinder unter 15 Jahren mit Migrationshintergrund',
      en: 'Children under 15 with a migration background',
      universe: 'under-15',
      of: ['Kindern mit Migrationshintergrund', 'children with a migration background'],
      rest: ['Kinder ohne Migrationshintergrund', 'children without a migration background'],
    },
    {
      id: 'mean-age',
      kind: 'value',
      unit: 'years',
      de: 'Durchschnittsalter',
      en: 'Mean age',
      neverZero: true,
    },
    {
      id: 'density',
      kind: 'value',
      unit: 'number',
      de: 'Bevölkerungsdichte',
      en: 'Population density',
      universe: null,
    },
  ],
  rules: [
    {
      concept: 'mean-age',
      heading:
        /durchschnitts ?alter|mittleres alter|alters ?durchschnitt|age mittel|avg age|average age|mean age/,
    },
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
  ],
};
