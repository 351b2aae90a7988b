import { afterEach, describe, expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { type ConcentrationProfileOptions, concentrationProfile } from '#charts/concentrationProfile.ts';
import { course } from '#charts/course.ts';
import { decompositionBars } from '#charts/decompositionBars.ts';
import type { Drawing, Frame } from '#charts/drawing.ts';
import { type LorenzOptions, lorenz } from '#charts/lorenz.ts';
import { type MoranScatterOptions, moranScatter } from '#charts/moranScatter.ts';
import { type SegregationProfileOptions, segregationProfile } from '#charts/segregationProfile.ts';
import { wordsOf } from '#i18n/i18n.ts';
import { numbersOf } from '#i18n/numbers.ts';
import { select } from '#symbology/palettes.ts';

const numbers = numbersOf('de');
const frame: Frame = { document, width: 352, words: wordsOf('de'), numbers };
const percent = (value: number) => numbers.percent(value, 0);

let holder: HTMLElement | null = null;
function place(drawing: Drawing): SVGSVGElement {
  holder = document.createElement('main');
  holder.append(drawing.svg);
  document.body.append(holder);
  return drawing.svg;
}
afterEach(() => {
  holder?.remove();
  holder = null;
});
const texts = (svg: SVGSVGElement) => [...svg.querySelectorAll('text')].map((each) => each.textContent ?? '');
const attribute = (element: Element | null | undefined, name: string) => Number(element?.getAttribute(name));

/** The pointer as a hand moves it: down, through the middle, up. */
function drag(svg: SVGSVGElement, from: readonly [number, number], to: readonly [number, number]): void {
  const box = svg.getBoundingClientRect();
  const fire = (type: string, [x, y]: readonly [number, number]) =>
    svg.dispatchEvent(
      new PointerEvent(type, {
        clientX: box.left + x,
        clientY: box.top + y,
        button: 0,
        pointerId: 1,
        bubbles: true,
        cancelable: true,
      }),
    );
  // A made-up pointer cannot be captured.
  svg.setPointerCapture = () => {};
  fire('pointerdown', from);
  fire('pointermove', [(from[0] + to[0]) / 2, (from[1] + to[1]) / 2]);
  fire('pointermove', to);
  fire('pointerup', to);
}

describe('the Lorenz curve', () => {
  const options: LorenzOptions = {
    label: 'Lorenzkurve',
    curves: [{ id: 'now', label: 'D = 30,0', x: [0, 0.5, 0.9, 1], y: [0, 0.2, 0.7, 1] }],
    xLabel: 'Übrige',
    yLabel: 'Gruppe',
    evenLabel: 'überall gleicher Anteil',
    format: percent,
  };

  test('marks the largest vertical distance: from the diagonal down to the curve', () => {
    const svg = place(lorenz(options, frame));
    const gap = svg.querySelector('[data-mark="gap"]');
    const left = attribute(gap, 'x1');
    expect(attribute(gap, 'x2')).toBe(left);
    const plotHeight = attribute(svg, 'height') - 20 - 34;
    expect(attribute(gap, 'y2') - attribute(gap, 'y1')).toBeCloseTo(plotHeight * 0.3, 0);
    expect(texts(svg)).toContain('D = 30,0');
  });

  test('sets the names of two curves on different sides, both inside', () => {
    const second = { id: 'before', label: 'Berlin 2015: D = 35,0', x: [0, 0.55, 1], y: [0, 0.2, 1] };
    const svg = place(lorenz({ ...options, curves: [...options.curves, second] }, frame));
    const labels = [...svg.querySelectorAll('text[font-weight="600"]')].map((each) =>
      each.getBoundingClientRect(),
    );
    const box = svg.getBoundingClientRect();
    expect(labels.length).toBeGreaterThan(1);
    for (const label of labels) {
      expect(label.left).toBeGreaterThanOrEqual(box.left);
      expect(label.right).toBeLessThanOrEqual(box.right);
    }
    const [first, ...rest] = labels;
    for (const label of rest) expect(label.top).toBeGreaterThan(first?.bottom ?? 0);
  });

  test('without anybody in a group there is none', () => {
    const svg = place(
      lorenz({ ...options, curves: [{ id: 'a', label: '', x: [NaN, NaN], y: [NaN, NaN] }] }, frame),
    );
    expect(texts(svg)).toEqual(['Keine Werte']);
  });
});

describe('the concentration profile', () => {
  const options: ConcentrationProfileOptions = {
    label: 'Konzentrationsprofil',
    curves: [{ id: 'now', label: '2024', threshold: [0, 0.1, 0.2, 0.3, 1], share: [1, 0.8, 0.5, 0, 0] }],
    xLabel: 'Anteil',
    yLabel: 'der Gruppe',
    format: percent,
    say: (threshold, share) => `ab ${percent(threshold)}: ${percent(share)}`,
    mean: { value: 0.15, label: 'Stadt' },
  };

  test('ends where nobody of the group lives any more', () => {
    const svg = place(concentrationProfile(options, frame));
    expect(texts(svg)).toContain(percent(0.2));
    expect(texts(svg)).not.toContain(percent(0.6));
    expect(texts(svg)).toContain('Stadt');
  });

  test('says the point under the pointer in words', async () => {
    const svg = place(concentrationProfile(options, frame));
    // The left end is at 100 %, on top of the plot.
    await userEvent.hover(svg, { position: { x: 48, y: 33 } });
    expect(texts(svg).some((text) => text.startsWith('ab '))).toBe(true);
  });
});

describe('the segregation profile', () => {
  const options: SegregationProfileOptions = {
    label: 'Segregationsprofil',
    radii: [250, 500, 1000, 2000, 4000, 8000],
    series: [
      { id: 'now', label: '2024', values: [4.4, 4.2, 3.6, 2.9, 2, 1.1] },
      { id: 'before', label: '2015', isBackground: true, values: [6.4, 6.2, 5.6, 4.9, 4, 3.1] },
    ],
    format: (value) => numbers.decimal(value, 1),
    formatRadius: (metres) => (metres < 1000 ? `${metres} m` : `${metres / 1000} km`),
    radius: 1000,
  };

  test('sets doublings equally far apart and writes them', () => {
    const svg = place(segregationProfile(options, frame));
    expect(texts(svg)).toEqual(expect.arrayContaining(['250 m', '500 m', '1 km', '2 km', '4 km', '8 km']));
    const at = [...svg.querySelectorAll('circle[fill="transparent"]')]
      .slice(0, 6)
      .map((circle) => attribute(circle, 'cx'));
    const steps = at.slice(1).map((x, i) => x - (at[i] ?? 0));
    for (const each of steps) expect(each).toBeCloseTo(steps[0] ?? 0, 0);
  });

  test('marks the radius with its figure', () => {
    const svg = place(segregationProfile(options, frame));
    expect(texts(svg)).toContain('1 km: 3,6');
    expect(svg.querySelector(`line[stroke="${select}"]`)).not.toBeNull();
  });

  test('is a slider: arrow keys go to the next radius, Home to the first', async () => {
    const onRadius = vi.fn();
    const svg = place(segregationProfile({ ...options, onRadius }, frame));
    expect(svg.getAttribute('role')).toBe('slider');
    expect(svg.getAttribute('aria-valuetext')).toBe('1 km: 3,6');
    svg.focus();
    await userEvent.keyboard('{ArrowRight}{Home}');
    expect(onRadius.mock.calls).toEqual([[2000], [250]]);
  });

  test('a drag moves the line with the pointer and reports once, at the end', () => {
    const onRadius = vi.fn();
    const svg = place(segregationProfile({ ...options, onRadius }, frame));
    drag(svg, [180, 60], [30, 60]);
    expect(onRadius.mock.calls).toEqual([[250]]);
    expect(texts(svg)).toContain('250 m: 4,4');
  });
});

describe('the Moran scatter', () => {
  const options: MoranScatterOptions = {
    label: 'Moran-Streudiagramm',
    points: [
      { key: 'a', label: 'A', z: 2, lag: 1.5, color: '#8c4a08' },
      { key: 'b', label: 'B', z: -2, lag: -1, color: '#174680' },
      { key: 'c', label: 'C', z: 1, lag: 1, color: '#f1f2f5' },
      { key: 'd', label: 'D', z: 0.5, lag: NaN, color: '#f1f2f5' },
    ],
    slope: 0.57,
    slopeLabel: 'I = 0,57',
    xLabel: 'hier',
    yLabel: 'Nachbarn',
    format: (value) => numbers.decimal(value, 0),
    quadrants: ['hoch–hoch', 'niedrig–hoch', 'niedrig–niedrig', 'hoch–niedrig'],
  };
  const inside = (svg: SVGSVGElement, index: number): [number, number] => {
    const dot = svg.querySelectorAll('g[data-mark="dot"] circle')[index];
    return [attribute(dot, 'cx'), attribute(dot, 'cy')];
  };

  test('leaves out areas without neighbours and names the quadrants', () => {
    const svg = place(moranScatter(options, frame));
    expect(svg.querySelectorAll('g[data-mark="dot"]')[0]?.querySelectorAll('circle')).toHaveLength(3);
    expect(texts(svg)).toEqual(expect.arrayContaining([...options.quadrants, 'I = 0,57']));
  });

  test('draws the line with slope I', () => {
    const svg = place(moranScatter(options, frame));
    const [start = [], end = []] = (svg.querySelector('g[data-mark="line"] path')?.getAttribute('d') ?? '')
      .slice(1)
      .split('L')
      .map((pair) => pair.split(',').map(Number));
    const dots = [0, 1].map((index) => inside(svg, index));
    const unitX = ((dots[0]?.[0] ?? 0) - (dots[1]?.[0] ?? 0)) / 4;
    const unitY = ((dots[1]?.[1] ?? 0) - (dots[0]?.[1] ?? 0)) / 2.5;
    const slope = ((start[1] ?? 0) - (end[1] ?? 0)) / unitY / (((end[0] ?? 0) - (start[0] ?? 0)) / unitX);
    expect(slope).toBeCloseTo(0.57, 2);
  });

  test('a rectangle brushes the areas inside, and chooses none', () => {
    const onBrush = vi.fn();
    const onSelect = vi.fn();
    const svg = place(moranScatter({ ...options, onBrush, onSelect }, frame));
    const [x, y] = inside(svg, 0);
    const [left, low] = inside(svg, 2);
    drag(svg, [left - 6, y - 6], [x + 6, low + 6]);
    expect(onBrush.mock.calls).toEqual([[['a', 'c']]]);
    svg.dispatchEvent(new MouseEvent('click', { clientX: x, clientY: y, bubbles: true }));
    expect(onSelect).not.toHaveBeenCalled();
    expect(svg.querySelector('[data-mark="brush"]')).toBeNull();
  });

  test('a press chooses the area under it', async () => {
    const onSelect = vi.fn();
    const svg = place(moranScatter({ ...options, onBrush: () => {}, onSelect }, frame));
    const [x, y] = inside(svg, 1);
    await userEvent.click(svg, { position: { x, y } });
    expect(onSelect).toHaveBeenCalledExactlyOnceWith('b');
  });
});

describe('decomposition bars', () => {
  test('every part begins where the one before ends, and the last ends at the whole', () => {
    const svg = place(
      decompositionBars(
        {
          label: 'Veränderung',
          start: { label: '2015', value: 0.3 },
          parts: [
            { id: 'spatial', label: 'räumliche Verteilung', value: -0.12 },
            { id: 'composition', label: 'Zusammensetzung', value: 0.03 },
          ],
          end: { label: '2024', value: 0.21 },
          format: (value) => numbers.decimal(value * 100),
          formatPart: (value) => numbers.signed(value * 100),
        },
        frame,
      ),
    );
    const [start, spatial, composition, end] = [...svg.querySelectorAll('g[data-mark="bar"] rect')].map(
      (bar) => ({ left: attribute(bar, 'x'), right: attribute(bar, 'x') + attribute(bar, 'width') }),
    );
    expect(spatial?.right).toBeCloseTo(start?.right ?? 0, 1);
    expect(composition?.left).toBeCloseTo(spatial?.left ?? 0, 1);
    expect(composition?.right).toBeCloseTo(end?.right ?? 0, 1);
    expect(texts(svg)).toEqual(expect.arrayContaining(['30,0', '−12,0', '+3,0', '21,0']));
  });

  test('with an unknown part there is no picture', () => {
    const svg = place(
      decompositionBars(
        {
          label: 'leer',
          parts: [{ id: 'a', label: 'a', value: NaN }],
          end: { label: 'b', value: 1 },
          format: String,
        },
        frame,
      ),
    );
    expect(texts(svg)).toEqual(['Keine Werte']);
  });
});

test('a single year with an interval has a bar instead of a band of no width', () => {
  const format = (value: number) => numbers.decimal(value, 0);
  const svg = place(
    course(
      {
        label: 'Verlauf',
        format,
        series: [
          {
            id: 'a',
            label: 'D',
            points: [
              { x: 2020, value: 21 },
              { x: 2021, value: 22, low: 20, high: 24 },
            ],
          },
        ],
      },
      frame,
    ),
  );
  const bars = svg.querySelectorAll('line[stroke-width="3"], g[stroke-width="3"] line');
  expect(bars).toHaveLength(1);
});
