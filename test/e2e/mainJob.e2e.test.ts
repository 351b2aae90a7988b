import { beforeAll, describe, expect } from 'vitest';
import { figureOf } from '#i18n/figure.ts';
import { loadWords, wordsOf } from '#i18n/i18n.ts';
import { numbersOf } from '#i18n/numbers.ts';
import { assessInstitutions } from '#institutions/assess.ts';
import { measure } from '#measuring/measure.ts';
import { indicatorValues } from '#model/aggregate.ts';
import { levelFor } from '#model/lookup.ts';
import type { Level, Study } from '#model/study.ts';
import type { NeedAnswer } from '#monitoring/answer.ts';
import { defaultView } from '#state/defaults.ts';
import { createWorkshop } from '#worker/workshop.ts';
import { appTest } from './app.ts';
import { filesOfPack, musterstadt, studyOf } from './city.ts';
import {
  addressSays,
  chooseChip,
  chooseFrom,
  chooseOption,
  finding,
  germanNumber,
  internationalNumber,
  openTask,
  pictureOf,
  plain,
  readTable,
  ready,
  row,
  save,
  says,
  selectedRow,
} from './screen.ts';

const numbers = numbersOf('de');
let study: Study;
let level: Level;
let need: NeedAnswer;

beforeAll(async () => {
  await loadWords('de');
  study = await studyOf(musterstadt);
  level = levelFor(study, defaultView(study).level, 2023)!;
  need = await needOf(study);
});

/** As the worker computes it, with the children's schools. */
async function needOf({ editions }: Study): Promise<NeedAnswer> {
  const context = { pause: async () => {}, offer() {} };
  const workshop = createWorkshop();
  const opened = await workshop.open(
    { kind: 'files', name: 'musterstadt', files: filesOfPack(musterstadt) },
    context,
  );
  const { profile, year } = editions.at(-1)!;
  if (!opened.ok) throw new Error('invalid pack');
  const request = { profile, edition: year, thresholds: {} };
  const result = await workshop.need({ study: opened.value.key, request }, context);
  if (!result.ok) throw new Error('invalid need');
  return result.value;
}

describe('a planner', () => {
  appTest('opens the city and is told that it is invented', async ({ app: { page, open, screenshot } }) => {
    await open();
    await ready(page);
    await says(page.locator('header'), 'Musterstadt');
    await says(page.locator('header'), 'erfundene Daten');
    const plural = study.families[0]!.plural.de;
    await says(page.locator('header'), `${level.keys.length} ${plural}`);
    await screenshot('erkunden-1280');
  });

  appTest('explores child poverty and moves the year with the keyboard', async ({ app: { page, open } }) => {
    await open();
    await ready(page);
    await chooseChip(page, 'Thema', 'Wohnen');
    await addressSays(page, 'ind', study.indicators.find(({ theme }) => theme === 'housing')!.id);
    await chooseChip(page, 'Thema', 'SGB II');
    await chooseOption(page, 'Merkmal', 'Kinderarmut');
    await addressSays(page, 'ind', null);

    const slider = page.getByRole('slider', { name: 'Jahr' });
    const years = {
      last: Number(await slider.getAttribute('max')),
      first: Number(await slider.getAttribute('min')),
    };
    await slider.press('ArrowLeft');
    await addressSays(page, 'year', String(years.last - 1));
    await slider.press('Home');
    await addressSays(page, 'year', String(years.first));
    await slider.press('ArrowRight');
    const year = years.first + 1;
    await addressSays(page, 'year', String(year));

    const values = indicatorValues(study, level.id, 'child-poverty', year)!;
    const indicator = study.indicators.find(({ id }) => id === 'child-poverty')!;
    const figure = figureOf(numbers, 'de', indicator.unit, indicator.decimals);
    await says(finding(page), `${numbers.integer(values.city * 100)} von 100 Kindern`);
    const order = [...values.values.keys()]
      .filter((a) => !Number.isNaN(values.values[a]))
      .sort((a, b) => values.values[b]! - values.values[a]!);
    const [first] = order;
    await says(finding(page), `bis ${figure.full(values.values[first!]!)} (${level.names[first!]})`);
    const cells = page.locator('#ql-answer tr[data-key]').first().locator('th, td');
    await says(cells.nth(0), `1 ${level.names[first!]}`);
    await says(cells.nth(1), figure.value(values.values[first!]!));
    await says(page.locator('#ql-answer'), `${order.length} Gebiete mit Wert`);
  });

  appTest(
    'chooses an area on the map and finds it everywhere',
    async ({ app: { page, open, screenshot } }) => {
      // The map opens with a point inside this area in its middle.
      const a = level.keys.findIndex((_, i) => {
        const values = indicatorValues(study, level.id, 'child-poverty', 2023)!;
        return i > 20 && !Number.isNaN(values.values[i]);
      });
      const [lng, lat] = insideOf(level, a);
      await open(`#v=1&city=musterstadt&at=${lng},${lat},13.5`);
      await ready(page);
      const box = (await page.locator('.ql-map canvas').first().boundingBox())!;
      await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
      await addressSays(page, 'area', level.keys[a]!);
      await says(selectedRow(page), level.names[a]!);
      await says(finding(page), `In ${level.names[a]}`);
      await screenshot('gebiet-gewaehlt-1280');

      await selectedRow(page).click();
      await addressSays(page, 'area', null);
      await page.getByRole('combobox', { name: 'Suche' }).fill(level.names[0]!);
      await page.getByRole('option', { name: level.names[0]! }).first().click();
      await addressSays(page, 'area', level.keys[0]!);
      await says(selectedRow(page), level.names[0]!);
    },
  );

  appTest('measures how unevenly people with SGB II live', async ({ app: { page, open, screenshot } }) => {
    await open();
    await ready(page);
    await openTask(page, 'Messen');
    await chooseOption(page, 'Gruppe', 'Leistungsberechtigte nach SGB II');
    const answer = measure(study, {
      family: level.family,
      year: 2023,
      group: 'sgb2',
      reference: 'rest',
      neighbourhood: 'contiguity',
      radius: 1000,
      kernel: 'biweight',
    });
    const figureOfIndex = (id: string) => answer.indices.find((one) => one.id === id)!.value;
    await says(finding(page), `${numbers.integer(figureOfIndex('D') * 100)} von 100 Leistungsberechtigten`);
    const table = page.locator('#ql-answer table').first();
    await says(table, numbers.decimal(figureOfIndex('D') * 100));
    await says(table, numbers.decimal(figureOfIndex('H') * 100));
    await says(table, numbers.decimal(figureOfIndex('moran'), 2));
    // 999 permutations arrive after the values.
    await says(table, /p [=<] 0,\d+/);
    await screenshot('messen-1280');

    const { name, bytes } = await save(page, 'Tabelle als CSV, internationales Format');
    expect(name).toBe('musterstadt-sgb2-2023.csv');
    const { columns, rows } = readTable(bytes, ',');
    const d = rows.find(([index]) => index?.startsWith('Dissimilaritätsindex'))!;
    expect(internationalNumber(d[columns.indexOf('Wert')])).toBe(figureOfIndex('D'));
    expect(internationalNumber(d[columns.indexOf('2016')])).toBe(
      answer.course.find(({ year }) => year === 2016)!.values.D,
    );
  });

  appTest('sees every institution in the funnel', async ({ app: { page, open, screenshot } }) => {
    await open('#v=1&city=musterstadt&view=institutions');
    await ready(page);
    const view = defaultView(study);
    const answer = assessInstitutions(study, {
      kind: 'school',
      form: view.form,
      provider: 'all',
      group: view.institutionGroup,
      year: 2023,
      threshold: view.threshold,
    });
    expect(answer.rows.length).toBeGreaterThan(10);
    const points = page.locator('svg[aria-label^="Trichter"] g[data-mark="dot"]').first().locator('circle');
    await expect.poll(() => points.count()).toBe(answer.rows.length);
    await says(finding(page), `${numbers.integer(answer.majority.group * 100)} von 100`);
    await says(finding(page), `nur ${numbers.integer(answer.majority.rest * 100)} von 100 der anderen`);
    await says(page.locator('.ql-tile').first(), numbers.decimal(answer.indices.D * 100));
    await says(page.locator('.ql-tile').nth(1), `${answer.standings.above} Einrichtung`);
    await says(page.locator('#ql-answer'), `${answer.rows.length} mit Zahlen`);

    const [one] = [...answer.rows].sort((a, b) => b.share - a.share);
    const institution = study.institutions.find(({ id }) => id === one!.institution)!;
    await row(page, institution.name).first().click();
    await addressSays(page, 'inst', institution.id);
    await says(page.locator('.ql-detail'), `${one!.count} von ${one!.total} Kindern`);
    await screenshot('einrichtungen-1280');

    await chooseChip(page, 'Einrichtungen', 'Kitas');
    await addressSays(page, 'kind', 'kita');
    await expect.poll(() => points.count()).toBeGreaterThan(answer.rows.length);
  });

  appTest('reads why an area needs support for long', async ({ app: { page, open, screenshot } }) => {
    await open('#v=1&city=musterstadt&view=need');
    await ready(page);
    const { 'long-term': long } = need.verdictCounts;
    await says(finding(page), `${long.areas} von ${need.rated} Gebieten`);
    await screenshot('foerderbedarf-1280');

    const area = need.areas
      .filter(({ verdict }) => verdict === 'long-term')
      .sort((a, b) => b.statusIndex - a.statusIndex)[0]!;
    await row(page, area.name).first().click();
    await addressSays(page, 'area', area.area);
    const answer = page.locator('#ql-answer');
    await says(answer, area.name);
    await says(answer.locator('.ql-badge'), 'langfristiger Unterstützungsbedarf');
    const shown = area.reasons.filter(({ code }) => code !== 'stability');
    await expect.poll(() => answer.locator('.ql-reasons li').count()).toBe(shown.length);
    const met = answer.locator('.ql-reasons li[data-met="true"]');
    await expect.poll(() => met.count()).toBe(shown.filter((one) => one.known && one.met).length);
    const words = wordsOf('de');
    const first = shown[0]!;
    await says(
      answer.locator('.ql-reasons li').first(),
      words.find('need', `reason-${first.code}`, first.params)!,
    );
    // A thousand draws in the background.
    await answer.locator('svg[aria-label^="Wie sicher"]').waitFor({ timeout: 60_000 });
    await says(answer, /Kippt|Die Klasse bleibt/);
    await screenshot('gruende-1280');
  });

  appTest('copies the link, opens it anew and sees the same', async ({ app: { page, open, newPage } }) => {
    await open();
    await ready(page);
    await chooseOption(page, 'Merkmal', 'SGB-II-Quote');
    await chooseChip(page, 'Gebietsebene', 'Stadtteil');
    await page.getByRole('slider', { name: 'Jahr' }).press('ArrowLeft');
    await page.locator('#ql-answer tr[data-key]').nth(2).click();
    await addressSays(page, 'year', '2022');
    await chooseFrom(page, 'Teilen', 'Link zu dieser Ansicht kopieren');
    await page.getByText('Link kopiert.').first().waitFor();
    const link = await page.evaluate(() => navigator.clipboard.readText());
    expect(link).toBe(page.url());
    expect(link.length).toBeLessThan(200);

    const other = await newPage();
    await other.goto(link);
    await ready(other);
    await says(finding(other), plain(await finding(page).innerText()));
    await says(selectedRow(other), plain(await selectedRow(page).innerText()));
    expect(await other.getByRole('slider', { name: 'Jahr' }).inputValue()).toBe('2022');
    expect(await other.getByRole('radio', { name: 'Stadtteil' }).isChecked()).toBe(true);
    expect(other.url()).toBe(link);
  });

  appTest(
    'goes back and forward, and finds the view again after a reload',
    async ({ app: { page, open } }) => {
      await open();
      await ready(page);
      await chooseChip(page, 'Gebietsebene', 'Stadtteil');
      await addressSays(page, 'level', 'stadtteil');
      await openTask(page, 'Messen');
      await openTask(page, 'Förderbedarf');
      await page.goBack();
      await page.locator('.ql-tab[aria-current="page"]', { hasText: 'Messen' }).waitFor();
      await page.goBack();
      await page.locator('.ql-tab[aria-current="page"]', { hasText: 'Erkunden' }).waitFor();
      await page.goBack();
      await expect
        .poll(() => page.getByRole('radio', { name: 'Statistischer Bezirk' }).isChecked())
        .toBe(true);
      await page.goForward();
      await expect.poll(() => page.getByRole('radio', { name: 'Stadtteil' }).isChecked()).toBe(true);
      await page.reload();
      await ready(page, { map: false });
      expect(await page.getByRole('radio', { name: 'Stadtteil' }).isChecked()).toBe(true);
    },
  );
});

describe('what can be taken along', () => {
  appTest(
    'the ranking as a table in both formats, every figure as in the data',
    async ({ app: { page, open } }) => {
      await open('#v=1&city=musterstadt&ind=sgb2-rate&year=2021');
      await ready(page, { map: false });
      const { values, numerators } = indicatorValues(study, level.id, 'sgb2-rate', 2021)!;
      for (const [item, delimiter, number] of [
        ['Tabelle als CSV, deutsches Zahlenformat', ';', germanNumber],
        ['Tabelle als CSV, internationales Format', ',', internationalNumber],
      ] as const) {
        const { name, bytes } = await save(page, item);
        expect(name).toBe('musterstadt-sgb2-rate-2021.csv');
        const { head, columns, rows } = readTable(bytes, delimiter);
        expect(head[0]).toBe('# Musterstadt: SGB-II-Quote, 2021');
        expect(head).toContain('# Musterstadt – erfundene Daten');
        expect(rows).toHaveLength(level.keys.length);
        const valueAt = columns.indexOf('SGB-II-Quote (%)');
        for (const cells of rows) {
          const a = level.keys.indexOf(cells[0]!);
          expect(cells[1]).toBe(level.names[a]);
          const value = number(cells[valueAt]);
          if (Number.isNaN(values[a])) expect(value).toBeNaN();
          else expect(value).toBeCloseTo(values[a]! * 100, 10);
          expect(number(cells[columns.indexOf('Zähler')])).toBe(numerators![a]);
        }
      }
    },
  );

  appTest('the map as a picture that explains itself', async ({ app: { page, open } }) => {
    await open();
    await ready(page);
    const { name, bytes } = await save(page, 'Karte als Bild (PNG)');
    expect(name).toBe('musterstadt_kinderarmut-2023.png');
    const { width, height, colours, white } = await pictureOf(page, bytes);
    expect(width).toBeGreaterThanOrEqual(1600);
    expect(height).toBeGreaterThan(800);
    // Six classes, ground, water, ink: an empty map would be three colours.
    expect(colours).toBeGreaterThan(8);
    expect(white).toBeLessThan(0.7);
    await page.getByText(`Gespeichert: ${name}`).first().waitFor();
  });
});

/** A point well inside an area: of a grid over its box, the one farthest from every corner of the outline. */
function insideOf({ geometries }: Level, a: number): readonly [number, number] {
  const geometry = geometries[a];
  if (!geometry) throw new Error('invalid area: no geometry');
  const ring = geometry.type === 'Polygon' ? geometry.coordinates[0]! : geometry.coordinates[0]![0]!;
  const xs = ring.map(([x]) => x!);
  const ys = ring.map(([, y]) => y!);
  const [west, east, south, north] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  let best: readonly [number, number] = [NaN, NaN];
  let widest = 0;
  for (let i = 1; i < 20; i++) {
    for (let j = 1; j < 20; j++) {
      const x = west + ((east - west) * i) / 20;
      const y = south + ((north - south) * j) / 20;
      let inside = false;
      let near = Infinity;
      ring.forEach(([x1, y1], k) => {
        const [x2, y2] = ring[(k + 1) % ring.length]!;
        if (y1! > y !== y2! > y && x < ((x2! - x1!) * (y - y1!)) / (y2! - y1!) + x1!) inside = !inside;
        near = Math.min(near, Math.hypot((x1! - x) * 0.65, y1! - y));
      });
      if (inside && near > widest) {
        widest = near;
        best = [Number(x.toFixed(5)), Number(y.toFixed(5))];
      }
    }
  }
  return best;
}
