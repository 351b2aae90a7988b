import axe from 'axe-core';
import { render } from 'preact';
import { useState } from 'preact/hooks';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { type BeeswarmOptions, beeswarm } from '#charts/beeswarm.ts';
import { Scatter } from '#charts/charts.ts';
import { type CourseOptions, course } from '#charts/course.ts';
import type { Drawing, Frame } from '#charts/drawing.ts';
import { type FunnelOptions, funnel } from '#charts/funnel.ts';
import { type LegendHistogramOptions, legendHistogram } from '#charts/legendHistogram.ts';
import { scatter } from '#charts/scatter.ts';
import { stepLegend } from '#charts/stepLegend.ts';
import { wordsOf } from '#i18n/i18n.ts';
import { numbersOf } from '#i18n/numbers.ts';
import { blue, select, steps } from '#symbology/palettes.ts';
import { frames } from '../browser/frames.ts';
import { inventAreas, inventInstitutions, quantileBreaks, roughLimits } from '../browser/invented.ts';
import { openGallery } from '../ui/showGallery.ts';

const numbers = numbersOf('de');
const frame: Frame = { document, width: 360, words: wordsOf('de'), numbers };
const areas = inventAreas(542);
const values = areas.map((area) => area.poverty);
const known = values.filter((value) => !Number.isNaN(value));
const classes = { breaks: quantileBreaks(values, 6), colors: steps(blue, 6) };
const percent = (value: number) => numbers.percent(value, 0);
const points = areas.map((area) => ({ key: area.key, label: area.name, value: area.poverty }));
const chosen = areas[100];

let holder: HTMLElement | null = null;
function place(drawing: Drawing): SVGSVGElement {
  holder = document.createElement('main');
  holder.append(drawing.svg);
  document.body.append(holder);
  return drawing.svg;
}
afterEach(() => {
  if (!holder) return;
  render(null, holder);
  holder.remove();
  holder = null;
});
const texts = (svg: SVGSVGElement) => [...svg.querySelectorAll('text')].map((each) => each.textContent);
const orange = (svg: SVGSVGElement) => [...svg.querySelectorAll(`[stroke="${select}"], [fill="${select}"]`)];

describe('legendHistogram', () => {
  const options: LegendHistogramOptions = {
    label: 'Kinderarmut',
    title: 'Kinderarmut',
    subtitle: 'in %, 2020',
    values,
    classes,
    format: percent,
    mean: { value: 0.245, label: 'Stadt' },
    selected: { value: chosen?.poverty ?? 0, label: 'A' },
    missing: [{ kind: 'missing', label: 'nicht ausgewiesen', count: 6 }],
  };

  test('bars of a class have the colour of the map, and all areas are in them', () => {
    const svg = place(legendHistogram(options, frame));
    const bars = [...svg.querySelectorAll(':scope > g:first-of-type rect')];
    const base = 22 + 46;
    const unit = bars.map((bar) => base - Number(bar.getAttribute('y')));
    expect(Math.max(...unit)).toBeCloseTo(44, 0);
    expect(new Set(bars.map((bar) => bar.getAttribute('fill')))).toEqual(new Set(classes.colors));
  });

  test('writes the bounds of the classes, and what is missing with its number', () => {
    const written = texts(place(legendHistogram(options, frame)));
    for (const value of classes.breaks) expect(written).toContain(percent(value));
    expect(written).toContain('nicht ausgewiesen (6)');
  });

  test('marks the selection orange and the mean dashed', () => {
    const svg = place(legendHistogram(options, frame));
    expect(orange(svg)).toHaveLength(1);
    expect(svg.querySelector('[stroke-dasharray] title')?.textContent).toBe('Stadt: 25\u00a0%');
  });

  test('bars fill the width from end to end, the largest value in the last one', () => {
    const round = {
      ...options,
      values: [0, 0.1, 0.2, 0.8],
      classes: { breaks: [0.1], colors: ['#111111', '#222222'] },
    };
    const svg = place(legendHistogram(round, frame));
    const bars = [...svg.querySelectorAll(':scope > g:first-of-type rect')];
    expect(bars.map((bar) => bar.getAttribute('fill'))).toEqual(['#111111', '#222222', '#222222', '#222222']);
    const last = bars.at(-1);
    expect(Number(last?.getAttribute('x')) + Number(last?.getAttribute('width'))).toBeGreaterThan(355);
  });

  test('draws one value, and none, without failing', () => {
    for (const only of [[0.3], []]) {
      const svg = legendHistogram({ ...options, values: only, selected: null }, frame).svg;
      expect(svg.outerHTML).not.toMatch(/NaN|Infinity/);
    }
  });
});

describe('beeswarm', () => {
  const options: BeeswarmOptions = {
    label: 'Verteilung',
    points,
    classes,
    format: percent,
    selected: chosen?.key,
  };

  test('has a dot for every area with a value, inside the picture', () => {
    const svg = place(beeswarm(options, frame));
    const dots = [...svg.querySelectorAll(':scope > g:first-of-type circle')];
    expect(dots).toHaveLength(known.length);
    for (const dot of dots) {
      expect(Number(dot.getAttribute('cy'))).toBeGreaterThan(0);
      expect(Number(dot.getAttribute('cy'))).toBeLessThan(83);
    }
  });

  test('names the dot under the pointer and reports a press on it', async () => {
    const onHover = vi.fn();
    const onSelect = vi.fn();
    const svg = place(beeswarm({ ...options, onHover, onSelect }, frame));
    const last = points.filter((point) => point.value > 0.5).at(0);
    const index = points
      .filter((point) => !Number.isNaN(point.value))
      .findIndex((point) => point.key === last?.key);
    const dot = svg.querySelectorAll(':scope > g:first-of-type circle')[index];
    const position = { x: Number(dot?.getAttribute('cx')), y: Number(dot?.getAttribute('cy')) };
    await userEvent.hover(svg, { position });
    expect(onHover).toHaveBeenLastCalledWith(last?.key);
    expect(texts(svg)).toContain(`${last?.label}: ${percent(last?.value ?? 0)}`);
    await userEvent.click(svg, { position });
    expect(onSelect).toHaveBeenCalledExactlyOnceWith(last?.key);
  });

  test('marks a dot from outside without drawing anew', () => {
    const drawing = beeswarm(options, frame);
    const svg = place(drawing);
    const before = svg.childElementCount;
    drawing.mark?.(areas[5]?.key ?? null);
    expect(texts(svg).some((text) => text?.startsWith(`${areas[5]?.name}:`))).toBe(true);
    drawing.mark?.(null);
    expect(texts(svg).some((text) => text?.startsWith(`${areas[5]?.name}:`))).toBe(false);
    expect(svg.childElementCount).toBe(before);
  });
});

describe('course', () => {
  const options: CourseOptions = {
    label: 'Verlauf',
    format: (value) => numbers.decimal(value, 0),
    series: [
      {
        id: 'a',
        label: 'Ausländer/-innen',
        points: [2018, 2020, 2022].map((x, i) => ({ x, value: 30 - i })),
      },
      {
        id: 'b',
        label: 'mit Migrationshintergrund',
        points: [2018, 2019, 2020, 2021, 2022].map((x, i) => ({
          x,
          value: i === 2 ? Number.NaN : 30.2 - i / 2,
        })),
      },
    ],
  };

  test('breaks a line where a figure is missing', () => {
    const svg = place(course(options, frame));
    const paths = [...svg.querySelectorAll('g[data-mark="line"] path')].map(
      (path) => path.getAttribute('d') ?? '',
    );
    expect(paths.map((path) => path.split('M').length - 1)).toEqual([1, 2]);
  });

  test('end labels do not lie on one another', () => {
    const svg = place(course(options, frame));
    const boxes = [...svg.querySelectorAll('text')]
      .filter((text) => /Ausländer|mit|Migrations|hintergrund|innen/.test(text.textContent ?? ''))
      .map((text) => text.getBoundingClientRect())
      .sort((a, b) => a.top - b.top);
    expect(boxes.length).toBeGreaterThan(1);
    for (const [index, box] of boxes.slice(1).entries()) {
      expect(box.top).toBeGreaterThan((boxes[index]?.bottom ?? 0) - 4);
    }
  });

  test('the newest year is always written, and a press chooses the nearest year', async () => {
    const onSelectX = vi.fn();
    const svg = place(course({ ...options, onSelectX, selectedX: 2020 }, frame));
    expect(texts(svg)).toContain('2022');
    expect(orange(svg).length).toBeGreaterThan(0);
    await userEvent.click(svg, { position: { x: 30, y: 60 } });
    expect(onSelectX).toHaveBeenCalledExactlyOnceWith(2018);
  });

  test('figures are in titles with their interval', () => {
    const withInterval = {
      ...options,
      series: [{ id: 'a', label: 'D', points: [{ x: 2020, value: 21, low: 20, high: 22 }] }],
    };
    const svg = place(course(withInterval, frame));
    expect(svg.querySelector('circle title')?.textContent).toBe('D, 2020: 21 (20 – 22)');
    expect(svg.outerHTML).not.toMatch(/NaN|Infinity/);
  });
});

test('funnel: limits, dots and the city’s share are drawn, the chosen school is ringed', () => {
  const institutions = inventInstitutions(400);
  const options: FunnelOptions = {
    label: 'Trichter',
    points: institutions,
    limits: roughLimits(0.45, 900),
    mean: { value: 0.45, label: 'Stadt 45 %' },
    sizeLabel: 'Kinder',
    formatSize: (value) => numbers.integer(value),
    formatShare: percent,
    selected: 's7',
    thresholds: [0.25, 0.65, 1.05],
  };
  const svg = place(funnel(options, frame));
  expect(svg.querySelectorAll('[stroke-dasharray] line, line[stroke-dasharray]')).toHaveLength(2);
  expect(svg.querySelectorAll('g[data-mark="area"] path')).toHaveLength(2);
  expect(svg.querySelectorAll('g[data-mark="dot"] circle').length).toBe(401);
  expect(texts(svg)).toContain('Stadt 45 %');
  expect(orange(svg).length).toBeGreaterThan(0);
});

test('scatter leaves out areas without both values', () => {
  const axis = { label: 'x', format: percent };
  const pairs = areas.map((area) => ({ key: area.key, label: area.name, x: area.rent, y: area.poverty }));
  const svg = place(scatter({ label: 'Streuung', points: pairs, x: axis, y: axis, selected: null }, frame));
  expect(svg.querySelectorAll('g[data-mark="dot"] circle')).toHaveLength(known.length);
});

test.each([
  ['beeswarm', () => beeswarm({ label: 'leer', points: [], classes, format: percent }, frame)],
  ['course', () => course({ label: 'leer', series: [], format: percent }, frame)],
])('%s without values says so instead of drawing an empty frame', (_, draw) => {
  const svg = place(draw());
  expect(texts(svg)).toEqual(['Keine Werte']);
  expect(svg.getAttribute('aria-label')).toBe('leer');
});

test('a diverging legend names both ends', () => {
  const svg = place(
    stepLegend(
      {
        label: 'Beitrag',
        classes: { breaks: [-1, 1], colors: ['#4d7db3', '#f4f3f0', '#c68032'] },
        format: (value) => numbers.signed(value, 0),
        lowLabel: 'unter',
        highLabel: 'über',
      },
      frame,
    ),
  );
  expect(texts(svg)).toEqual(['−1', '+1', 'unter', 'über']);
});

describe('the head of a legend', () => {
  const legend = (title: string | undefined, subtitle?: string) =>
    place(
      stepLegend(
        {
          label: 'Anteil',
          title,
          subtitle,
          classes: { breaks: [0.5], colors: ['#e6f3ee', '#053a33'] },
          format: percent,
        },
        { ...frame, width: 240 },
      ),
    );

  test('breaks a long title instead of losing its end, and moves the classes down', () => {
    const short = legend('Kinderarmut', 'in %');
    expect(texts(short)).toEqual(['Kinderarmutin %', percent(0.5)]);
    holder?.remove();
    const long = legend('Kinder nichtdeutscher Herkunftssprache und Kultur', 'Anteil, 2020/21');
    expect(texts(long).slice(0, -1).join(' ').replace(/\s+/g, ' ')).toContain('Herkunftssprache und Kultur');
    for (const text of long.querySelectorAll('text')) {
      expect(text.getBoundingClientRect().right).toBeLessThanOrEqual(long.getBoundingClientRect().right);
    }
    expect(Number(long.getAttribute('height'))).toBeGreaterThan(Number(short.getAttribute('height')));
  });

  test('is the subtitle alone where there is no title', () => {
    expect(texts(legend(undefined, 'Kreisfläche = Kinder'))).toEqual(['Kreisfläche = Kinder', percent(0.5)]);
  });
});

describe('chart components', () => {
  const axis = { label: 'x', format: percent };
  const few = [
    { key: 'a', label: 'A', x: 1, y: 1 },
    { key: 'b', label: 'B', x: 2, y: 3 },
  ];

  test('draw themselves, draw anew for a new selection, and not for a mere re-render', async () => {
    let again = () => {};
    let pick: (key: string) => void = () => {};
    function Example() {
      const [, setCount] = useState(0);
      const [selected, setSelected] = useState<string | null>(null);
      again = () => setCount((count) => count + 1);
      pick = setSelected;
      return (
        <Scatter label="Streuung" points={few} x={axis} y={axis} selected={selected} onSelect={() => {}} />
      );
    }
    holder = document.createElement('main');
    holder.style.width = '300px';
    document.body.append(holder);
    render(<Example />, holder);
    const picture = page.getByRole('img', { name: 'Streuung' });
    await expect.element(picture).toBeVisible();
    const first = picture.element();
    again();
    await frames(3);
    expect(picture.element()).toBe(first);
    pick('b');
    await expect.poll(() => picture.element() === first).toBe(false);
    expect(holder.querySelectorAll('svg')).toHaveLength(1);
  });

  test('follow the width they are given', async () => {
    holder = document.createElement('main');
    holder.style.width = '300px';
    document.body.append(holder);
    render(<Scatter label="Streuung" points={few} x={axis} y={axis} />, holder);
    const width = () => holder?.querySelector('svg')?.getAttribute('width');
    await expect.poll(width).toBe('300');
    holder.style.width = '420px';
    await expect.poll(width).toBe('420');
  });
});

describe('the gallery of all widgets and charts', () => {
  test.each([
    ['wide', 1440],
    ['narrow', 800],
  ])('has no accessibility fault when %s', async (_, width) => {
    const gallery = await openGallery(width);
    try {
      await expect
        .poll(() => gallery.root.querySelectorAll('.ql-chart > svg').length, { timeout: 10_000 })
        .toBe(19);
      const { violations } = await axe.run(gallery.root, {
        runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
      });
      const faults = violations.map(
        (each) => `${each.id}: ${each.nodes.map((node) => node.html).join(' | ')}`,
      );
      expect(faults).toEqual([]);
    } finally {
      gallery.close();
    }
  });

  test('selecting in the table marks the same area in every chart', async () => {
    const gallery = await openGallery();
    try {
      await expect
        .poll(() => gallery.root.querySelectorAll('.ql-chart > svg').length, { timeout: 10_000 })
        .toBe(19);
      const row = gallery.root.querySelector<HTMLElement>('.ql-table-scroll tr[aria-selected="false"]');
      row?.click();
      const name = row?.querySelector('th')?.textContent ?? '–';
      await expect.poll(() => gallery.root.querySelector('.ql-lead strong')?.textContent).toBe(name);
      const marked = gallery.root.querySelector(
        '[aria-label^="Kinderarmut in Prozent"] [stroke="#c2571a"] title',
      );
      expect(marked?.textContent?.startsWith(name)).toBe(true);
    } finally {
      gallery.close();
    }
  });
});
