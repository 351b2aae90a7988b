import type { LooseFile } from '#import/formats/containers/looseFile.ts';
import type { Inspection } from '#import/inspect/inspection.ts';
import { ImportSession } from '#import/plan/importSession.ts';
import type { ImportPlan } from '#import/plan/plan.ts';
import { proposePlan } from '#import/plan/proposePlan.ts';

export const unhurried = { pause: async (): Promise<void> => {} };

export function file(path: string, content: string): LooseFile {
  return { path, bytes: new TextEncoder().encode(content) };
}

/** Four squares in two Bezirke, side by side near Kassel. */
export const areas = [
  { key: '011', name: 'Altstadt', bezirk: '01', bezirk_name: 'Mitte' },
  { key: '012', name: 'Neustadt', bezirk: '01', bezirk_name: 'Mitte' },
  { key: '021', name: 'Schloßstraße', bezirk: '02', bezirk_name: 'Nord' },
  { key: '022', name: 'Hafen', bezirk: '02', bezirk_name: 'Nord' },
] as const;

export function areasFile(path = 'stadtteile_2023.geojson', move = 0): LooseFile {
  const features = areas.map((properties, i) => {
    const west = 9.4 + 0.02 * i + move;
    const ring = [
      [west, 51.3],
      [west + 0.02, 51.3],
      [west + 0.02, 51.32],
      [west, 51.32],
      [west, 51.3],
    ];
    return { type: 'Feature', properties, geometry: { type: 'Polygon', coordinates: [ring] } };
  });
  return file(path, JSON.stringify({ type: 'FeatureCollection', features }));
}

export const residentsFile = file(
  'einwohner_2023.csv',
  [
    'Schlüssel;Stadtteil;Einwohner;Ausländer;Haushalte',
    '011;Altstadt;1.200;300;700',
    '012;Neustadt;2.400;240;1.100',
    '021;Schloßstraße;3.100;930;1.500',
    '022;Hafen;1.300;650;-',
    '',
  ].join('\n'),
);

/** Keys that lost their zeros in a spreadsheet. */
export const benefitsFile = file(
  'sgb2_2023.csv',
  ['Schlüssel;Leistungsberechtigte nach SGB II', '11;120', '12;90', '21;310', '22;.', ''].join('\n'),
);

export const schoolsFile = file(
  'schulen_2023_24.csv',
  [
    'Schulnummer;Name;Schulform;Rechtsform;Schüler insgesamt;davon ndH;lon;lat',
    '101;Schule am Markt;Grundschule;öffentlich;200;80;9.41;51.31',
    '102;Hafenschule;Grundschule;öffentlich;300;210;9.47;51.31',
    '103;Freie Schule;Gesamtschule;privat;100;10;9.45;51.305',
    '104;Schule im Umland;Grundschule;öffentlich;150;15;9.9;51.305',
    '',
  ].join('\n'),
);

export interface Opened {
  readonly session: ImportSession;
  readonly inspection: Inspection;
  readonly plan: ImportPlan;
}

export async function opened(...files: readonly LooseFile[]): Promise<Opened> {
  const session = new ImportSession();
  await session.change(files, []);
  const inspection = await session.inspect(null, unhurried);
  return { session, inspection, plan: proposePlan(inspection, session) };
}

/** What only people can say of the small city. */
export function said(plan: ImportPlan): ImportPlan {
  return {
    ...plan,
    id: 'kleinstadt',
    title: 'Kleinstadt',
    source: { title: 'Statistik', publisher: 'Kleinstadt', date: '2023', licence: 'dl-de/by-2-0', url: null },
    levels: plan.levels.map((level) => ({ ...level, vintage: level.vintage || '2023' })),
  };
}
