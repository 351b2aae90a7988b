import type { ThemeConcepts } from './concept.ts';

/** Births, deaths and moves. */
export const arrivals: ThemeConcepts = {
  concepts: [
    { id: 'births', theme: 'arrivals', unit: 'cases', de: 'Geburten', en: 'Births', universe: null },
    { id: 'deaths', theme: 'arrivals', unit: 'cases', de: 'Sterbefälle', en: 'Deaths', universe: null },
    { id: 'in-moves', theme: 'arrivals', unit: 'cases', de: 'Zuzüge', en: 'In-moves', universe: null },
    { id: 'out-moves', theme: 'arrivals', unit: 'cases', de: 'Fortzüge', en: 'Out-moves', universe: null },
    {
      id: 'net-migration-count',
      kind: 'value',
      unit: 'persons',
      theme: 'arrivals',
      de: 'Wanderungssaldo (Personen)',
      en: 'Net migration (persons)',
      signed: true,
      universe: null,
    },
    {
      id: 'net-migration',
      kind: 'value',
      unit: 'share-points',
      theme: 'arrivals',
      de: 'Wanderungssaldo',
      en: 'Net migration',
      signed: true,
    },
    { id: 'turnover', kind: 'share', theme: 'arrivals', de: 'Wanderungsvolumen', en: 'Migration volume' },
  ],
  rules: [
    { concept: 'births', heading: /\bgeburten\b|lebendgeborene|\bbirths\b/ },
    { concept: 'deaths', heading: /sterbefaelle|gestorbene|\bdeaths\b/ },
    {
      concept: 'net-migration-count',
      heading:
        /wanderungs ?saldo|(?:differenz|saldo) (?:der|von|zwischen|aus) (?:zuzuege|zuwanderung)|net migration/,
    },
    { concept: 'turnover', heading: /wanderungs ?volumen|migration volume/ },
    { concept: 'in-moves', heading: /\bzuzuege\b/, except: /umland|kreise/ },
    { concept: 'out-moves', heading: /\bfortzuege\b|\bwegzuege\b/, except: /umland|kreise/ },
  ],
};
