import { expect, test } from 'vitest';
import { areasFile, file, opened } from './smallCity.ts';

const figures = (year: number, moved = '') =>
  file(
    `einwohner_${year}.csv`,
    `Schlüssel;Einwohner\n${['011', '012', '021', '022'].map((key) => `${moved}${key};10`).join('\n')}\n`,
  );

/** The same outlines under other keys: another vintage. */
function recoded(path: string) {
  const text = new TextDecoder().decode(areasFile().bytes);
  return file(path, text.replace(/"key":"/g, '"key":"9'));
}

const validity = (city: Awaited<ReturnType<typeof opened>>) =>
  city.plan.levels
    .filter(({ from }) => from.kind === 'layer')
    .map(({ id, validFrom, validTo }) => [id, validFrom, validTo]);

test('a vintage that ends by the name of its file, and the next one', async () => {
  const city = await opened(areasFile('stadtteile_bis_2019.geojson'), recoded('stadtteile_2023.geojson'));
  expect(validity(city)).toEqual([
    ['stadtteil-2019', null, 2019],
    ['stadtteil-2023', 2020, null],
  ]);
});

test('without such words the years of the figures say when one follows the other', async () => {
  const city = await opened(
    areasFile('stadtteile_alt.geojson'),
    recoded('stadtteile_neu.geojson'),
    figures(2018),
    figures(2022, '9'),
  );
  const levels = validity(city);
  expect(new Set(levels.map(([, from, to]) => `${from} ${to}`))).toEqual(new Set(['null 2021', '2022 null']));
});

test('one vintage alone holds for all years, unless its file says otherwise', async () => {
  expect(validity(await opened(areasFile('stadtteile_2023.geojson'), figures(2018)))).toEqual([
    ['stadtteil', null, null],
  ]);
  expect(validity(await opened(areasFile('stadtteile_ab_2021.geojson')))).toEqual([
    ['stadtteil', 2021, null],
  ]);
});
