import { expect, test } from 'vitest';
import type { ImportPlan } from '#import/plan/plan.ts';
import { areasFile, file, opened } from './smallCity.ts';

const keys = ['011', '012', '021', '022'] as const;

function table(path: string, columns: Readonly<Record<string, readonly (string | number)[]>>) {
  const head = ['Schlüssel', ...Object.keys(columns)].join(';');
  const rows = keys.map((key, i) => [key, ...Object.values(columns).map((cells) => cells[i])].join(';'));
  return file(path, `${[head, ...rows].join('\n')}\n`);
}

const indicator = (plan: ImportPlan, id: string) => plan.indicators.find((one) => one.id === id);

const ages = {
  Einwohner: [1000, 2000, 3000, 4000],
  'unter 6 Jahre': [50, 100, 150, 200],
  '6 bis unter 15 Jahre': [100, 200, 300, 400],
  '15 bis unter 45 Jahre': [400, 800, 1200, 1600],
  '45 bis unter 65 Jahre': [250, 500, 750, 1000],
  '65 Jahre und älter': [200, 400, 600, 800],
};

test('unemployed people are a part of those from 15 to under 65, put together of the ages there are', async () => {
  const { plan } = await opened(
    areasFile(),
    table('einwohner_2023.csv', ages),
    table('arbeit_2023.csv', {
      Arbeitslose: [40, 60, 90, 120],
      'Leistungsberechtigte nach SGB II': [60, 100, 140, 200],
    }),
  );
  expect(indicator(plan, 'unemployed')).toMatchObject({
    measure: { kind: 'share', numerator: ['unemployed'], denominator: ['age-15-44', 'age-45-64'] },
    definition: {
      de: 'Arbeitslose an den Einwohnerinnen und Einwohnern von 15 bis unter 65 Jahren',
      en: 'Unemployed among residents aged 15 to under 65',
    },
  });
  expect(indicator(plan, 'sgb2')?.measure).toMatchObject({
    denominator: ['age-45-64', 'age-15-44', 'age-6-14', 'age-under-6'].reverse(),
  });
  // Groups are measured within all residents.
  expect(plan.groups.find(({ id }) => id === 'unemployed')?.universe).toBe('residents');
});

test('without the ages, or with ages of other years, all residents are the whole, and that is said', async () => {
  const work = table('arbeit_2023.csv', { Arbeitslose: [40, 60, 90, 120] });
  const plain = await opened(areasFile(), table('einwohner_2023.csv', { Einwohner: ages.Einwohner }), work);
  const before = await opened(
    areasFile(),
    table('einwohner_2023.csv', { Einwohner: ages.Einwohner }),
    table('alter_2020.csv', ages),
    work,
  );
  for (const { plan } of [plain, before]) {
    expect(indicator(plan, 'unemployed')).toMatchObject({
      measure: { denominator: ['residents'] },
      definition: { de: 'Arbeitslose an der Bevölkerung (aller Altersgruppen)' },
    });
  }
});

test('ages that do not meet make no whole, nor does what is smaller than its part', async () => {
  const { '45 bis unter 65 Jahre': _, ...gap } = ages;
  const { plan } = await opened(
    areasFile(),
    table('einwohner_2023.csv', gap),
    table('arbeit_2023.csv', { Arbeitslose: [40, 60, 90, 120] }),
  );
  expect(indicator(plan, 'unemployed')?.measure).toMatchObject({ denominator: ['residents'] });
  const small = await opened(
    areasFile(),
    table('einwohner_2023.csv', ages),
    table('arbeit_2023.csv', { Arbeitslose: [700, 60, 90, 120] }),
  );
  expect(indicator(small.plan, 'unemployed')?.measure).toMatchObject({ denominator: ['residents'] });
});
