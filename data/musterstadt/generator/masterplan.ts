import type { Point } from './plane.ts';

/**
 * The plan of the invented city: where its river, railway and streets run, which Stadtteile lie where, and of what
 * kind each statistical district is. Everything else is simulated from this.
 */

/** What was built, when, for whom: the latent structure that drives population, housing and schools. */
export type Fabric =
  | 'altstadt'
  | 'gruenderzeit'
  | 'arbeiterviertel'
  | 'nachkrieg'
  | 'grosssiedlung'
  | 'einfamilien'
  | 'villen'
  | 'dorf'
  | 'neubau'
  | 'gewerbe';

/** Where in its Stadtteil a district lies: compass points (German), M for the middle. */
export type Compass = 'M' | 'N' | 'NO' | 'O' | 'SO' | 'S' | 'SW' | 'W' | 'NW';

export interface DistrictPlan {
  readonly name: string;
  readonly at: Compass;
  readonly fabric: Fabric;
  /** Latent hardship against what the fabric alone would give, in SD; drifts to the second value by 2023. */
  readonly hardship?: readonly [number, number];
  /** Migrant networks against what the fabric alone would give, in log points. */
  readonly network?: number;
  /** Residents at the start where the fabric's usual density would mislead. */
  readonly residents?: number;
}

export interface StadtteilPlan {
  readonly key: string;
  readonly name: string;
  /** Kilometres from the market square. */
  readonly centre: Point;
  /** Head start in kilometres when Stadtteile grow: larger for those that should become large. */
  readonly reach: number;
  readonly districts: readonly DistrictPlan[];
}

export const stadtbezirke: readonly { key: string; name: string }[] = [
  { key: '01', name: 'Mitte' },
  { key: '02', name: 'Nord' },
  { key: '03', name: 'Ost' },
  { key: '04', name: 'Süd' },
  { key: '05', name: 'Südwest' },
  { key: '06', name: 'West' },
];

const d = (
  name: string,
  at: Compass,
  fabric: Fabric,
  more: Omit<DistrictPlan, 'name' | 'at' | 'fabric'> = {},
): DistrictPlan => ({ name, at, fabric, ...more });

export const stadtteile: readonly StadtteilPlan[] = [
  {
    key: '0101',
    name: 'Altstadt',
    centre: [-0.25, 0.1],
    reach: 0,
    districts: [
      d('Altstadt-Nord', 'N', 'altstadt'),
      d('Altstadt-Süd', 'S', 'altstadt'),
      d('Am Neuen Markt', 'M', 'altstadt'),
      d('Stiftsviertel', 'O', 'altstadt'),
      d('Wallgärten', 'W', 'gruenderzeit'),
    ],
  },
  {
    key: '0102',
    name: 'Bahnhofsvorstadt',
    centre: [-1.5, -0.9],
    reach: 0,
    districts: [
      d('Hauptbahnhof', 'NW', 'arbeiterviertel', { hardship: [0.35, -0.35] }),
      d('Posthofviertel', 'S', 'arbeiterviertel', { hardship: [-0.1, -0.5] }),
      d('Am Viehmarkt', 'O', 'gruenderzeit'),
      d('Güterhof', 'SW', 'arbeiterviertel', { hardship: [0.2, 0.3] }),
      d('Kolpingstraße', 'N', 'gruenderzeit'),
    ],
  },
  {
    key: '0103',
    name: 'Gaswerkviertel',
    centre: [0.5, -1.75],
    reach: 0,
    districts: [
      d('Am Gaswerk', 'S', 'arbeiterviertel', { hardship: [0.25, -0.95] }),
      d('Färberviertel', 'O', 'arbeiterviertel', { hardship: [0.15, -1.05] }),
      d('Webergasse', 'N', 'arbeiterviertel', { hardship: [0.1, -1.1] }),
      d('Turnerstraße', 'W', 'gruenderzeit'),
      d('Bleichwiesen', 'SW', 'nachkrieg'),
    ],
  },
  {
    key: '0104',
    name: 'Neustadt',
    centre: [1.5, 0.1],
    reach: 0.1,
    districts: [
      d('Neustadt-Nord', 'N', 'gruenderzeit'),
      d('Neustadt-Süd', 'S', 'gruenderzeit'),
      d('Theaterviertel', 'W', 'gruenderzeit'),
      d('Universität', 'O', 'gruenderzeit', { hardship: [0.2, 0] }),
      d('Am Mühlengraben', 'SW', 'altstadt'),
    ],
  },
  {
    key: '0201',
    name: 'Nordstadt',
    centre: [0.7, 2.6],
    reach: 0.1,
    districts: [
      d('Nordstadt-Mitte', 'M', 'arbeiterviertel', { hardship: [-0.5, 0.35] }),
      d('Nordbahnhof', 'NO', 'arbeiterviertel', { hardship: [0.7, 1.5] }),
      d('Brauereiviertel', 'S', 'gruenderzeit'),
      d('Christuskirche', 'W', 'gruenderzeit', { hardship: [0.3, 0.2] }),
      d('Kasernenviertel', 'N', 'neubau'),
      d('Am Lokschuppen', 'O', 'arbeiterviertel', { hardship: [0.35, 1.2] }),
    ],
  },
  {
    key: '0202',
    name: 'Ziegelheide',
    centre: [0.4, 5.0],
    reach: 0.4,
    districts: [
      d('Ziegelheide-Nord', 'N', 'einfamilien'),
      d('Ziegelheide-Mitte', 'M', 'nachkrieg', { hardship: [0.2, 0.3] }),
      d('Am Tonteich', 'W', 'einfamilien'),
      d('Kastanienallee', 'O', 'nachkrieg'),
      d('Lehmkuhle', 'S', 'grosssiedlung', { hardship: [-0.7, -0.5] }),
      d('Gartenstadt', 'SO', 'einfamilien'),
    ],
  },
  {
    key: '0203',
    name: 'Lindenhöhe',
    centre: [3.9, 4.0],
    reach: 0.3,
    districts: [
      d('Lindenhöhe', 'M', 'villen'),
      d('Am Wasserturm', 'W', 'villen'),
      d('Sternwarte', 'SW', 'gruenderzeit', { hardship: [-0.4, -0.4] }),
      d('Siedlung Rotkehlchenweg', 'N', 'einfamilien'),
      d('Waldfrieden', 'O', 'einfamilien'),
    ],
  },
  {
    key: '0204',
    name: 'Wulfshagen',
    centre: [-0.6, 7.2],
    reach: 0.4,
    districts: [
      d('Wulfshagen-Dorf', 'M', 'dorf'),
      d('Neu-Wulfshagen', 'S', 'einfamilien'),
      d('Kleinahlen', 'W', 'dorf'),
      d('Heidkrug', 'O', 'dorf'),
    ],
  },
  {
    key: '0301',
    name: 'Oststadt',
    centre: [3.1, 1.3],
    reach: 0.1,
    districts: [
      d('Oststadt-Nord', 'N', 'gruenderzeit'),
      d('Oststadt-Süd', 'S', 'nachkrieg'),
      d('Am Stadtpark', 'O', 'villen'),
      d('Alter Friedhof', 'M', 'gruenderzeit'),
      d('Gerichtsviertel', 'W', 'gruenderzeit'),
      d('Marthaplatz', 'SO', 'nachkrieg', { hardship: [0.1, 0.2] }),
    ],
  },
  {
    key: '0302',
    name: 'Hochfeld',
    centre: [5.9, 2.9],
    reach: 0.3,
    districts: [
      d('Hochfeld-West', 'W', 'nachkrieg', { hardship: [-0.2, 0.55] }),
      d('Hochfeld-Ost', 'O', 'einfamilien'),
      d('Am Flugfeld', 'S', 'neubau'),
      d('Klinikum', 'SW', 'nachkrieg'),
      d('Gewerbepark Ost', 'NO', 'gewerbe', { residents: 214 }),
    ],
  },
  {
    key: '0303',
    name: 'Eichenkamp',
    centre: [5.3, 0.1],
    reach: 0.2,
    districts: [
      d('Eichenkamp-Mitte', 'M', 'grosssiedlung', { hardship: [0.3, 0.5] }),
      d('Eichenkamp-Nord', 'N', 'grosssiedlung', { hardship: [-0.2, 0.1] }),
      d('Eichenkamp-Süd', 'S', 'grosssiedlung', { hardship: [0.1, 0.3] }),
      d('Am Sportpark', 'NW', 'nachkrieg'),
      d('Ringsiedlung', 'O', 'nachkrieg', { hardship: [0.4, 0.6] }),
      d('Alteichenkamp', 'SW', 'einfamilien'),
    ],
  },
  {
    key: '0304',
    name: 'Mönkerode',
    centre: [8.0, 0.9],
    reach: 0.5,
    districts: [
      d('Mönkerode-Dorf', 'M', 'dorf'),
      d('Obermönkerode', 'O', 'dorf'),
      d('Am Mönkeforst', 'N', 'einfamilien'),
      d('Heidesiedlung', 'S', 'einfamilien'),
    ],
  },
  {
    key: '0401',
    name: 'Südstadt',
    centre: [2.9, -1.7],
    reach: 0.1,
    districts: [
      d('Südstadt-Nord', 'N', 'gruenderzeit'),
      d('Südstadt-Mitte', 'M', 'nachkrieg', { hardship: [0.2, 0.1] }),
      d('Lutherplatz', 'W', 'gruenderzeit'),
      d('Messeplatz', 'O', 'gewerbe', { residents: 980 }),
      d('An der Rennbahn', 'S', 'nachkrieg'),
      d('Uferviertel', 'SW', 'neubau'),
    ],
  },
  {
    key: '0402',
    name: 'Johannisfeld',
    centre: [5.0, -3.0],
    reach: 0.2,
    districts: [
      d('Johannisfeld-Nord', 'N', 'nachkrieg', { hardship: [-0.15, 0.45] }),
      d('Johannisfeld-Süd', 'S', 'nachkrieg'),
      d('Dichterviertel', 'W', 'nachkrieg', { hardship: [-0.3, -0.3] }),
      d('Am Siechenbach', 'O', 'einfamilien'),
      d('Komponistenviertel', 'M', 'grosssiedlung', { hardship: [-0.6, -0.4] }),
    ],
  },
  {
    key: '0403',
    name: 'Auental',
    centre: [4.9, -6.1],
    reach: 0.4,
    districts: [
      d('Auental-Dorf', 'M', 'dorf'),
      d('Fischersiedlung', 'NW', 'einfamilien'),
      d('Auenblick', 'NO', 'neubau'),
      d('Niederau', 'S', 'dorf'),
    ],
  },
  {
    key: '0404',
    name: 'Tannrode',
    centre: [7.8, -3.7],
    reach: 0.5,
    districts: [
      d('Tannrode-Dorf', 'M', 'dorf'),
      d('Tannrode-Siedlung', 'NW', 'einfamilien'),
      d('Grünkuhle', 'S', 'dorf'),
      d('Am Forsthaus', 'O', 'einfamilien'),
    ],
  },
  {
    key: '0501',
    name: 'Rosenhang',
    centre: [-2.3, -3.3],
    reach: 0.2,
    districts: [
      d('Rosenhang-Nord', 'N', 'villen'),
      d('Rosenhang-Süd', 'S', 'einfamilien'),
      d('Malerviertel', 'O', 'villen'),
      d('Am Weinberg', 'W', 'einfamilien'),
      d('Lessingplatz', 'NO', 'gruenderzeit', { hardship: [-0.3, -0.3] }),
      d('Obstgärten', 'SW', 'einfamilien'),
    ],
  },
  {
    key: '0502',
    name: 'Kalkofen',
    centre: [0.6, -4.4],
    reach: 0.3,
    districts: [
      d('Kalkofen-Nord', 'N', 'nachkrieg', { hardship: [0.1, 0.2] }),
      d('Kalkofen-Süd', 'S', 'einfamilien'),
      d('Am Kalkwerk', 'M', 'grosssiedlung', { hardship: [-0.3, -0.4] }),
      d('Steinbruchsiedlung', 'W', 'nachkrieg'),
      d('Vogelsiedlung', 'SW', 'einfamilien'),
      d('Flussbogen', 'O', 'neubau'),
    ],
  },
  {
    key: '0503',
    name: 'Eschenau',
    centre: [-0.6, -7.3],
    reach: 0.4,
    districts: [
      d('Eschenau-Dorf', 'M', 'dorf'),
      d('Neu-Eschenau', 'N', 'einfamilien'),
      d('Schafhof', 'W', 'dorf'),
      d('Unterholz', 'O', 'dorf'),
    ],
  },
  {
    key: '0504',
    name: 'Hohenrieth',
    centre: [-5.5, -5.6],
    reach: 0.5,
    districts: [
      d('Hohenrieth-Dorf', 'M', 'dorf'),
      d('Hohenrieth-Ost', 'O', 'einfamilien'),
      d('Riethmühle', 'N', 'dorf'),
      d('Oberrieth', 'SW', 'dorf'),
    ],
  },
  {
    key: '0601',
    name: 'Weststadt',
    centre: [-3.3, 0.2],
    reach: 0.2,
    districts: [
      d('Weststadt-Nord', 'N', 'nachkrieg'),
      d('Weststadt-Mitte', 'M', 'nachkrieg', { hardship: [0.3, 0.4] }),
      d('Weststadt-Süd', 'S', 'nachkrieg'),
      d('Alte Kolonie', 'O', 'arbeiterviertel', { hardship: [0.35, 0.45], network: -0.9 }),
      d('Am Westfriedhof', 'W', 'einfamilien'),
      d('Ottoplatz', 'NO', 'gruenderzeit', { hardship: [1.55, 1.6], network: -0.8 }),
      d('Schulzentrum West', 'SW', 'nachkrieg'),
    ],
  },
  {
    key: '0602',
    name: 'Wolfsgrund',
    centre: [-5.6, -2.3],
    reach: 0.3,
    districts: [
      d('Wolfsgrund-Nord', 'N', 'grosssiedlung', { hardship: [0.4, 0.5] }),
      d('Wolfsgrund-Mitte', 'M', 'grosssiedlung', { hardship: [0.5, 0.7] }),
      d('Wolfsgrund-Süd', 'SO', 'grosssiedlung', { hardship: [0.2, 0.4] }),
      d('Am Wolfsbach', 'NO', 'nachkrieg', { hardship: [0.3, 0.5] }),
      d('Bussardweg', 'SW', 'einfamilien'),
      d('Hirschsprung', 'W', 'einfamilien'),
    ],
  },
  {
    key: '0603',
    name: 'Hafen',
    centre: [-3.6, 2.7],
    reach: 0.2,
    districts: [
      d('Industriehafen', 'N', 'gewerbe', { residents: 640 }),
      d('Hafenvorstadt', 'SO', 'arbeiterviertel', { hardship: [0.3, 0.5] }),
      d('Speicherinsel', 'O', 'neubau'),
      d('Kranichbruch', 'W', 'nachkrieg', { hardship: [0.15, -0.1] }),
      d('Werftstraße', 'S', 'arbeiterviertel', { hardship: [0.05, -0.3] }),
    ],
  },
  {
    key: '0604',
    name: 'Birkholz',
    centre: [-6.8, 2.0],
    reach: 0.6,
    districts: [
      d('Birkholz-Dorf', 'M', 'dorf'),
      d('Moorhof', 'N', 'dorf'),
      d('Am Schäferberg', 'SO', 'einfamilien'),
      d('Teichhäuser', 'SW', 'dorf'),
      d('Birkholz-Siedlung', 'O', 'einfamilien'),
    ],
  },
];

/** The Mahre, from south-east to north-west; no district lies on both of its banks. */
export const river: readonly Point[] = [
  [3.9, -12.5],
  [2.6, -10.2],
  [3.3, -8.2],
  [2.2, -6.6],
  [2.9, -4.9],
  [1.9, -3.4],
  [1.75, -2.0],
  [0.75, -0.85],
  [0.6, 0.35],
  [-0.35, 1.5],
  [-1.75, 2.2],
  [-2.35, 3.5],
  [-3.9, 4.6],
  [-4.0, 6.2],
  [-5.6, 7.4],
  [-6.1, 9.2],
  [-8.4, 10.6],
  [-9.2, 13.0],
];

/** The Siechenbach comes from the east and joins the river below the Neustadt. */
export const brook: readonly Point[] = [
  [12.6, -0.9],
  [10.0, -1.6],
  [8.0, -1.2],
  [6.3, -1.75],
  [4.6, -1.0],
  [3.2, -0.65],
  [1.9, -1.0],
  [0.95, -1.15],
];

/** Main line from south-west to north-east over the main station, and the branch to the docks. */
export const railways: readonly (readonly Point[])[] = [
  [
    [-12.5, -7.2],
    [-9.0, -5.0],
    [-6.2, -3.9],
    [-3.6, -2.1],
    [-2.0, -0.75],
    [-1.35, 0.6],
    [-0.55, 1.75],
    [0.9, 3.0],
    [2.4, 3.25],
    [4.6, 5.2],
    [6.6, 6.6],
    [8.4, 9.4],
    [11.5, 11.5],
  ],
  [
    [-2.0, -0.75],
    [-2.2, 0.6],
    [-2.75, 1.9],
    [-3.1, 3.2],
    [-4.3, 3.9],
  ],
  [
    [-3.6, -2.1],
    [-1.9, -2.0],
    [-0.5, -2.75],
    [0.9, -3.05],
    [2.0, -2.95],
    [4.0, -3.9],
    [6.4, -4.6],
    [9.0, -6.6],
    [12.4, -8.0],
  ],
];

/** Arterial roads and the two ring roads: borders like to follow them. */
export const roads: readonly (readonly Point[])[] = [
  [
    [0.6, 0.3],
    [2.3, 0.75],
    [4.3, 1.15],
    [6.6, 1.7],
    [11.0, 2.1],
  ],
  [
    [0.2, 1.0],
    [1.4, 1.75],
    [2.3, 2.2],
    [4.7, 2.9],
    [7.4, 4.6],
    [10.5, 6.0],
  ],
  [
    [-0.3, 1.5],
    [-0.3, 3.4],
    [-0.7, 6.0],
    [-0.2, 8.4],
    [0.4, 11.0],
  ],
  [
    [-0.7, 0.2],
    [-2.2, 0.45],
    [-4.6, 1.15],
    [-7.0, 0.9],
    [-11.0, 1.6],
  ],
  [
    [-0.6, -0.4],
    [-1.9, -1.6],
    [-3.7, -3.0],
    [-5.0, -4.3],
    [-7.4, -6.8],
    [-9.0, -9.6],
  ],
  [
    [-0.1, -0.6],
    [-0.4, -2.7],
    [-0.9, -5.0],
    [-0.2, -8.0],
    [-0.4, -11.0],
  ],
  [
    [1.3, -0.95],
    [2.6, -2.6],
    [4.0, -4.2],
    [4.3, -6.2],
    [5.6, -9.0],
  ],
  [
    [0.6, -0.5],
    [3.0, -1.1],
    [5.6, -2.2],
    [8.2, -2.9],
    [11.4, -4.4],
  ],
  // inner ring: the former wall
  [
    [0.0, 1.0],
    [-0.8, 0.85],
    [-1.0, 0.1],
    [-0.75, -0.65],
    [0.1, -0.85],
    [0.75, -0.8],
  ],
  // outer ring
  [
    [-0.3, 4.0],
    [2.0, 4.2],
    [4.6, 2.6],
    [4.5, 0.6],
    [4.2, -1.2],
    [3.9, -3.0],
    [2.0, -3.2],
    [-0.6, -3.3],
    [-3.2, -3.2],
    [-4.3, -1.7],
    [-4.6, 0.9],
    [-4.4, 2.2],
  ],
];

/** Villages inside the city border and settlements beyond it, in kilometres: fine mosaic around them. */
export const villageCores: readonly Point[] = [
  [-0.7, 7.3],
  [-3.0, 7.2],
  [1.8, 7.1],
  [8.0, 0.8],
  [9.1, 0.3],
  [4.9, -6.2],
  [5.0, -8.0],
  [8.0, -3.9],
  [7.6, -5.8],
  [-0.6, -7.4],
  [-2.9, -7.0],
  [1.2, -7.5],
  [-5.6, -5.7],
  [-4.6, -4.4],
  [-7.0, -6.6],
  [-6.9, 2.1],
  [-6.4, 4.2],
  [-8.3, 0.7],
];
