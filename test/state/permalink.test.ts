import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { environmentKernels, neighbourhoods } from '#measuring/answer.ts';
import { emptyView } from '#state/defaults.ts';
import { decodeView, encodeView, permalinkKeys, viewFromLink } from '#state/permalink.ts';
import {
  backdrops,
  type Classes,
  classMethods,
  compares,
  measureMaps,
  measureParts,
  overlays,
  tasks,
  thresholdMethods,
  type View,
} from '#state/view.ts';

/** Ids as packs may write them (`descriptor.ts`), keys of areas and institutions as publishers do. */
const id = fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9_-]{0,30}$/);
const key = fc.oneof(
  fc.stringMatching(/^[0-9]{8,12}$/),
  fc.constantFrom('01 100/1', 'Nördlich A', 'Kita (Nord) & Süd', 'a#b=c', '100 %', '-12', '+5', '日本'),
);
const year = fc.integer({ min: 1900, max: 2099 });
const ascending = fc
  .uniqueArray(fc.double({ min: -1e6, max: 1e6, noNaN: true, noDefaultInfinity: true }), {
    minLength: 1,
    maxLength: 8,
  })
  // -0 and 0 are the same break.
  .map((breaks) => [...new Set(breaks.map((one) => one + 0))].sort((a, b) => a - b));
const classes: fc.Arbitrary<Classes> = fc
  .tuple(fc.constantFrom(...classMethods), fc.integer({ min: 3, max: 9 }), ascending)
  .map(([method, count, own]) => ({ method, count, own: method === 'own' ? own : [] }));
const rounded = (min: number, max: number, step: number) =>
  fc.integer({ min: min * step, max: max * step }).map((whole) => whole / step);

const views: fc.Arbitrary<View> = fc.record({
  city: id,
  task: fc.constantFrom(...tasks),
  level: id,
  year,
  indicator: id,
  second: fc.option(id),
  area: fc.option(key),
  institution: fc.option(key),
  classes,
  programmes: fc.boolean(),
  overlay: fc.constantFrom(...overlays),
  group: id,
  reference: id,
  index: id,
  measureMap: fc.constantFrom(...measureMaps),
  measurePart: fc.constantFrom(...measureParts),
  neighbourhood: fc.constantFrom(...neighbourhoods),
  radius: fc.integer({ min: 50, max: 50_000 }),
  kernel: fc.constantFrom(...environmentKernels),
  discovery: fc.boolean(),
  nextDoor: fc.option(id),
  centre: fc.option(key),
  compare: fc.constantFrom(...compares),
  compareWith: fc.oneof(id, fc.constant('')),
  kind: fc.constantFrom('school' as const, 'kita' as const),
  form: id,
  provider: fc.constantFrom('all' as const, 'public' as const, 'independent' as const),
  institutionGroup: id,
  threshold: fc.record({
    method: fc.constantFrom(...thresholdMethods),
    value: fc.double({ min: 0, max: 10, noNaN: true }),
  }),
  backdrop: fc.constantFrom(...backdrops),
  profile: id,
  edition: year,
  needMap: fc.constantFrom('verdict' as const, 'status' as const),
  camera: fc.option(
    fc.record({ lng: rounded(-180, 180, 1e5), lat: rounded(-85, 85, 1e5), zoom: rounded(0, 24, 100) }),
  ),
});

describe('a permalink', () => {
  test('brings back every field of every view, whatever the defaults are', () => {
    fc.assert(
      fc.property(views, views, (view, others) => {
        const defaults = { ...others, camera: null };
        const link = encodeView(view, defaults);
        expect(decodeView(link).ignored).toEqual([]);
        expect(viewFromLink(link, defaults)).toEqual(view);
      }),
      { numRuns: 400 },
    );
  });

  // Without this the property above could pass although a new field is forgotten in both directions.
  test('knows every field of a view', () => {
    const other: View = {
      city: 'anders',
      task: 'need',
      level: 'anders',
      year: 1999,
      indicator: 'anders',
      second: 'anders',
      area: 'anders',
      institution: 'anders',
      classes: { method: 'own', count: 3, own: [1, 2] },
      programmes: true,
      overlay: 'kita',
      group: 'anders',
      reference: 'anders',
      index: 'H',
      measureMap: 'share',
      measurePart: 'curves',
      neighbourhood: 'radius',
      radius: 750,
      kernel: 'gaussian',
      discovery: false,
      nextDoor: 'anders',
      centre: 'anders',
      compare: 'year',
      compareWith: '2015',
      kind: 'kita',
      form: 'anders',
      provider: 'public',
      institutionGroup: 'anders',
      threshold: { method: 'sd', value: 2 },
      backdrop: 'residents',
      profile: 'anders',
      edition: 1999,
      needMap: 'status',
      camera: { lng: 1, lat: 2, zoom: 3 },
    };
    expect(Object.keys(other).sort()).toEqual(Object.keys(emptyView).sort());
    for (const name of Object.keys(emptyView) as (keyof View)[]) {
      const link = encodeView({ ...emptyView, city: 'x', [name]: other[name] }, { ...emptyView, city: 'x' });
      expect(viewFromLink(link)[name], name).toEqual(other[name]);
      expect(link.split('&').length, `${name} is written once, and nothing else`).toBe(
        name === 'city' ? 2 : 3,
      );
    }
  });

  test('leaves out what is the default, keeps version and city', () => {
    fc.assert(
      fc.property(views, (view) => {
        const plain = { ...view, camera: null };
        expect(encodeView(plain, plain)).toBe(`#v=1&city=${view.city}`);
      }),
    );
  });

  test('says that something is off where the default is on', () => {
    const defaults: View = { ...emptyView, city: 'x', second: 'rent', area: 'a', programmes: true };
    const link = encodeView({ ...defaults, second: null, area: null, programmes: false }, defaults);
    expect(link).toBe('#v=1&city=x&ind2=&area=&programmes=0');
    expect(viewFromLink(link, defaults)).toMatchObject({ second: null, area: null, programmes: false });
  });

  test('escapes what has a meaning in an address', () => {
    const link = encodeView({ ...emptyView, city: 'x', area: 'A & B = 50 % #1/ß' }, emptyView);
    expect(link).toBe('#v=1&city=x&area=A%20%26%20B%20%3D%2050%20%25%20%231%2F%C3%9F');
    expect(decodeView(link).view.area).toBe('A & B = 50 % #1/ß');
  });

  test('is the same whether a chat program wrote commas as %2C or not', () => {
    const written = '#v=1&city=x&at=13.37000,52.52000,11.00&classes=jenks,5';
    expect(decodeView(written.replaceAll(',', '%2C'))).toEqual(decodeView(written));
    expect(decodeView(written).view.camera).toEqual({ lng: 13.37, lat: 52.52, zoom: 11 });
  });

  test('stays short: settings, never data', () => {
    fc.assert(
      fc.property(views, (view) => {
        const parts = encodeView(view, emptyView).slice(1).split('&');
        expect(parts.map((part) => part.split('=')[0])).toEqual(
          ['v', ...permalinkKeys].filter((name) => parts.some((part) => part.startsWith(`${name}=`))),
        );
        expect(new Set(parts.map((part) => part.split('=')[0])).size).toBe(parts.length);
      }),
    );
  });
});

describe('reading any text as a link', () => {
  const hostile = fc.oneof(
    fc.string(),
    fc.string({ unit: 'binary' }),
    fc
      .array(
        fc.tuple(
          fc.constantFrom(...permalinkKeys, 'v', '__proto__', 'constructor', 'toString', ''),
          fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('%', '%E0%A4%A', '%00', '=', ',,', 'NaN')),
        ),
      )
      .map((parts) => `#${parts.map(([name, value]) => `${name}=${value}`).join('&')}`),
  );

  test('never throws, and gives only fields and values a view can have', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const { view, ignored } = decodeView(text);
        for (const name of Object.keys(view)) expect(Object.hasOwn(emptyView, name), name).toBe(true);
        expect(ignored.every((part) => part.length <= 60)).toBe(true);
        const whole = { ...emptyView, city: 'x', ...view };
        // What was accepted can be written and read again: nothing half valid gets in.
        expect(viewFromLink(encodeView(whole, emptyView)).task).toBe(whole.task);
        expect(decodeView(encodeView(whole, emptyView)).ignored).toEqual([]);
      }),
      { numRuns: 1000 },
    );
  });

  test.each([
    ['an unknown key', 'foo=1'],
    ['no key at all', 'nonsense'],
    ['a task there is none of', 'view=admin'],
    ['a year in words', 'year=neulich'],
    ['a year far away', 'year=20240'],
    ['broken percent signs', 'ind=%E0%A4%A'],
    ['markup', 'area=%3Cscript%3Ealert(1)%3C%2Fscript%3E'],
    ['a control character', 'area=a%00b'],
    ['an endless name', `area=${'a'.repeat(500)}`],
    ['an empty id', 'ind='],
    ['too many classes', 'classes=jenks,99'],
    ['a method there is none of', 'classes=magic,5'],
    ['breaks that go down', 'classes=own,3,2,1'],
    ['breaks without figures', 'classes=own,3,a,b'],
    ['an empty break', 'classes=own,3,'],
    ['a threshold below nothing', 'threshold=points,-1'],
    ['a threshold without a value', 'threshold=points'],
    ['a threshold with an empty value', 'threshold=points,'],
    ['a radius of nothing', 'radius=0'],
    ['a radius in words', 'radius=weit'],
    ['a radius of half a metre', 'radius=499.5'],
    ['a comparison there is none of', 'vs=planet,mars'],
    ['a comparison with no end', 'vs=city'],
    ['a comparison with markup', 'vs=city,<b>'],
    ['a place outside the world', 'at=500,52,10'],
    ['half a place', 'at=13,52'],
    ['an empty place', 'at=,,'],
    ['a place and more', 'at=13,52,10,9'],
    ['a switch that is neither on nor off', 'programmes=ja'],
  ])('reports %s and goes on', (_name, part) => {
    const { view, ignored } = decodeView(`#v=1&city=x&${part}&level=district`);
    expect(ignored).toEqual([part.slice(0, 60)]);
    expect(view).toEqual({ city: 'x', level: 'district' });
  });

  test('an empty address is no wish and no trouble', () => {
    for (const text of ['', '#', '#v=1', '#&&']) expect(decodeView(text)).toEqual({ view: {}, ignored: [] });
  });

  test('the last of two wishes counts', () => {
    expect(decodeView('#v=1&year=2001&year=2002').view).toEqual({ year: 2002 });
  });
});

interface Fixture {
  readonly link: string;
  readonly view: Partial<View>;
}

describe('links that are already out in the world', () => {
  const fixtures = JSON.parse(
    readFileSync(new URL('../fixtures/permalinks/v1.json', import.meta.url), 'utf8'),
  ) as readonly Fixture[];

  test.each(fixtures)('$link', ({ link, view }) => {
    expect(decodeView(link)).toEqual({ view, ignored: [] });
  });

  test('the fixtures use every key, so that none can be renamed unnoticed', () => {
    const used = new Set(
      fixtures.flatMap(({ link }) =>
        link
          .slice(1)
          .split('&')
          .map((part) => part.split('=')[0]),
      ),
    );
    for (const name of ['v', ...permalinkKeys]) expect([...used]).toContain(name);
  });
});
