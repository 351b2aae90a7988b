/** A place of six quarters as its office hands it out: with a title above, a lost zero, signs, and two readings. */
export interface DorfFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

const keys = ['0101', '0102', '0103', '0201', '0202', '0203'] as const;
const names = ['Altstadt', 'Süd', 'Mühlberg', 'Hafen', 'Weststraße', 'Grünau'] as const;
const residents = ['3.419', '2.108', '1.250', '4.006', '1.875', '2.342'] as const;
const foreigners = ['812', '305', '.', '1.204', '96', '418'] as const;

const square = (i: number): number[][][] => {
  const west = 8.5 + (i % 3) * 0.01;
  const south = 50.55 + Math.floor(i / 3) * 0.01;
  return [
    [
      [west, south],
      [west + 0.01, south],
      [west + 0.01, south + 0.01],
      [west, south + 0.01],
      [west, south],
    ],
  ];
};

export const dorfAreas = (): DorfFile =>
  file(
    'stadtteile.geojson',
    JSON.stringify({
      type: 'FeatureCollection',
      features: keys.map((key, i) => ({
        type: 'Feature',
        properties: { stadtteil_nr: key, stadtteil: names[i] },
        geometry: { type: 'Polygon', coordinates: square(i) },
      })),
    }),
  );

/** Two catchments of schools, each over three quarters. */
export const dorfCatchments = (): DorfFile =>
  file(
    'einschulungsbereiche_2023.geojson',
    JSON.stringify({
      type: 'FeatureCollection',
      features: [0, 1].map((row) => ({
        type: 'Feature',
        properties: { ESB: `E${row + 1}` },
        geometry: {
          type: 'Polygon',
          coordinates: [
            [
              [8.5, 50.55 + row * 0.01],
              [8.53, 50.55 + row * 0.01],
              [8.53, 50.56 + row * 0.01],
              [8.5, 50.56 + row * 0.01],
              [8.5, 50.55 + row * 0.01],
            ],
          ],
        },
      })),
    }),
  );

/** In Windows-1252, with keys that lost their zero and no other column that tells what `3.419` means. */
export const dorfResidents = (year = 2023): DorfFile => ({
  path: `einwohner_${year}.csv`,
  bytes: windows1252(
    [
      `Einwohner nach Stadtteilen am 31.12.${year}`,
      '',
      'Nr.;Stadtteil;Einwohner;Ausländer',
      ...keys.map((key, i) => `${Number(key)};${names[i]};${residents[i]};${foreigners[i]}`),
      '',
      'Quelle: Melderegister, . = geheim',
    ].join('\r\n'),
  ),
});

export const dorfSchools = (): DorfFile =>
  file(
    'schulen_2023_24.csv',
    [
      'schulnummer,name,schulart,lon,lat,schueler,ndh',
      '4711,Schule am Markt,Grundschule,8.505,50.555,240,96',
      '4712,Mühlbergschule,Grundschule,8.525,50.556,180,21',
      '4713,Hafenschule,Grundschule,8.506,50.565,310,205',
    ].join('\n'),
  );

export const dorfFiles = (): readonly DorfFile[] => [dorfAreas(), dorfResidents(), dorfSchools()];

function file(path: string, text: string): DorfFile {
  return { path, bytes: new TextEncoder().encode(text) };
}

/** All letters used here have the same number there as in Unicode. */
function windows1252(text: string): Uint8Array {
  return Uint8Array.from(text, (letter) => letter.charCodeAt(0));
}
