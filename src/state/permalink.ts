import { environmentKernels, neighbourhoods } from '#measuring/answer.ts';
import { emptyView } from './defaults.ts';
import {
  backdrops,
  classMethods,
  compares,
  measureMaps,
  measureParts,
  overlays,
  tasks,
  thresholdMethods,
  type View,
} from './view.ts';

/**
 * The hash part of the address, `#v=1&city=…&view=…`. One table of fields says how each part of the View is written;
 * defaults are left out, unknown parts are reported, and reading never throws. Data never go into an address.
 */
export const permalinkVersion = 1;

interface Field {
  readonly key: string;
  /** Null: the default, left out. */
  encode(view: View, defaults: View): string | null;
  /** Null: unreadable, reported and ignored. */
  decode(text: string): Partial<View> | null;
}

const id = (
  name:
    | 'city'
    | 'level'
    | 'indicator'
    | 'group'
    | 'reference'
    | 'index'
    | 'form'
    | 'institutionGroup'
    | 'profile',
  key: string,
): Field => ({
  key,
  encode: (view, defaults) => (name !== 'city' && view[name] === defaults[name] ? null : view[name]),
  decode: (text) => (isName(text) ? { [name]: text } : null),
});

const optional = (
  name: 'second' | 'area' | 'institution' | 'nextDoor' | 'centre',
  key: string,
  isValid: (text: string) => boolean,
): Field => ({
  key,
  encode: (view, defaults) => (view[name] === defaults[name] ? null : (view[name] ?? '')),
  decode: (text) => (text === '' || isValid(text) ? { [name]: text || null } : null),
});

const choice = <
  K extends
    | 'task'
    | 'measureMap'
    | 'measurePart'
    | 'neighbourhood'
    | 'kernel'
    | 'kind'
    | 'provider'
    | 'needMap'
    | 'backdrop'
    | 'overlay',
>(
  name: K,
  key: string,
  options: readonly View[K][],
): Field => ({
  key,
  encode: (view, defaults) => (view[name] === defaults[name] ? null : view[name]),
  decode: (text) => (options.some((option) => option === text) ? { [name]: text } : null),
});

const year = (name: 'year' | 'edition', key: string): Field => ({
  key,
  encode: (view, defaults) => (view[name] === defaults[name] ? null : String(view[name])),
  decode: (text) => (/^(19|20)\d\d$/.test(text) ? { [name]: Number(text) } : null),
});

const fields: readonly Field[] = [
  id('city', 'city'),
  choice('task', 'view', tasks),
  id('level', 'level'),
  year('year', 'year'),
  id('indicator', 'ind'),
  optional('second', 'ind2', isName),
  optional('area', 'area', isKey),
  optional('institution', 'inst', isKey),
  {
    key: 'classes',
    encode: ({ classes }, defaults) =>
      classes === defaults.classes || sameClasses(classes, defaults.classes)
        ? null
        : [classes.method, classes.count, ...(classes.method === 'own' ? classes.own : [])].join(','),
    decode: (text) => {
      const [method, count, ...own] = text.split(',');
      const known = classMethods.find((one) => one === method);
      const number = numberOf(count);
      const breaks = own.map(numberOf);
      const ascending = breaks.every(
        (value, i) => Number.isFinite(value) && (i === 0 || value > breaks[i - 1]!),
      );
      if (!known || !Number.isInteger(number) || number < 2 || number > 9 || !ascending || breaks.length > 8)
        return null;
      return { classes: { method: known, count: number, own: breaks } };
    },
  },
  {
    key: 'programmes',
    encode: (view, defaults) =>
      view.programmes === defaults.programmes ? null : view.programmes ? '1' : '0',
    decode: (text) => (text === '1' || text === '0' ? { programmes: text === '1' } : null),
  },
  choice('overlay', 'show', overlays),
  id('group', 'group'),
  id('reference', 'ref'),
  id('index', 'index'),
  choice('measureMap', 'map', measureMaps),
  choice('measurePart', 'part', measureParts),
  choice('neighbourhood', 'near', neighbourhoods),
  {
    key: 'radius',
    encode: (view, defaults) => (view.radius === defaults.radius ? null : String(view.radius)),
    decode: (text) => {
      const radius = numberOf(text);
      return Number.isInteger(radius) && within(radius, 50, 50_000) ? { radius } : null;
    },
  },
  choice('kernel', 'kernel', environmentKernels),
  {
    key: 'fdr',
    encode: (view, defaults) => (view.discovery === defaults.discovery ? null : view.discovery ? '1' : '0'),
    decode: (text) => (text === '1' || text === '0' ? { discovery: text === '1' } : null),
  },
  optional('nextDoor', 'next', isName),
  optional('centre', 'centre', isKey),
  {
    key: 'vs',
    encode: ({ compare, compareWith }, defaults) =>
      compare === defaults.compare && compareWith === defaults.compareWith
        ? null
        : `${compare},${compareWith}`,
    decode: (text) => {
      const [kind, value] = text.split(/,(.*)/s, 2);
      const compare = compares.find((one) => one === kind);
      return compare && value !== undefined && (value === '' || isName(value))
        ? { compare, compareWith: value }
        : null;
    },
  },
  choice('kind', 'kind', ['school', 'kita']),
  choice('backdrop', 'ground', backdrops),
  id('form', 'form'),
  choice('provider', 'provider', ['all', 'public', 'independent']),
  id('institutionGroup', 'children'),
  {
    key: 'threshold',
    encode: ({ threshold }, defaults) =>
      threshold.method === defaults.threshold.method && threshold.value === defaults.threshold.value
        ? null
        : `${threshold.method},${threshold.value}`,
    decode: (text) => {
      const [method, value] = text.split(',');
      const known = thresholdMethods.find((one) => one === method);
      const number = numberOf(value);
      return known && Number.isFinite(number) && number >= 0 && number <= 10
        ? { threshold: { method: known, value: number } }
        : null;
    },
  },
  id('profile', 'profile'),
  year('edition', 'edition'),
  choice('needMap', 'need', ['verdict', 'status']),
  {
    key: 'at',
    encode: ({ camera }) =>
      camera ? [camera.lng.toFixed(5), camera.lat.toFixed(5), camera.zoom.toFixed(2)].join(',') : null,
    decode: (text) => {
      const [lng, lat, zoom, ...rest] = text.split(',').map(numberOf);
      const isPlace =
        rest.length === 0 && within(lng, -180, 180) && within(lat, -85, 85) && within(zoom, 0, 24);
      return isPlace ? { camera: { lng: lng!, lat: lat!, zoom: zoom! } } : null;
    },
  },
];

/** Keys of the table above, for the documentation test. */
export const permalinkKeys: readonly string[] = fields.map((field) => field.key);

/** @param defaults the study's own default view: what equals it is left out. */
export function encodeView(view: View, defaults: View): string {
  const parts = [`v=${permalinkVersion}`];
  for (const field of fields) {
    const text = field.encode(view, defaults);
    if (text !== null) parts.push(`${field.key}=${encodeURIComponent(text)}`);
  }
  return `#${parts.join('&')}`;
}

export interface DecodedLink {
  readonly view: Partial<View>;
  /** Parts that were not understood, as they stood in the address. */
  readonly ignored: readonly string[];
}

export function decodeView(hash: string): DecodedLink {
  let view: Partial<View> = {};
  const ignored: string[] = [];
  for (const part of hash.replace(/^#/, '').split('&')) {
    // A link of a later version is read as far as it is understood, and the reader is told.
    if (part === '' || part === `v=${permalinkVersion}`) continue;
    const [key = '', raw = ''] = part.split(/=(.*)/s, 2);
    const field = fields.find((one) => one.key === key);
    const text = decodeText(raw);
    const change = field && text !== null ? field.decode(text) : null;
    if (change) view = { ...view, ...change };
    else ignored.push(part.slice(0, 60));
  }
  return { view, ignored };
}

/** A view that has a link and comes back from it is the same view. */
export function viewFromLink(hash: string, defaults: View = emptyView): View {
  return { ...defaults, ...decodeView(hash).view };
}

function decodeText(raw: string): string | null {
  try {
    return decodeURIComponent(raw);
  } catch {
    return null;
  }
}

/** Ids that a pack declares: of its city, levels, indicators, groups, forms. */
function isName(text: string): boolean {
  return /^[\p{L}\p{N}][\p{L}\p{N} ._:/-]{0,79}$/u.test(text);
}

/** Keys of areas and institutions, as their publishers write them: no control characters, no markup, not endless. */
function isKey(text: string): boolean {
  return /^[^\p{C}<>]{1,120}$/u.test(text);
}

/** NaN unless a number is written: `Number('')` would be 0. */
function numberOf(text: string | undefined): number {
  return text !== undefined && /^-?\d+(\.\d+)?(e[+-]?\d+)?$/.test(text) ? Number(text) : NaN;
}

function within(value: number | undefined, low: number, high: number): boolean {
  return value !== undefined && Number.isFinite(value) && value >= low && value <= high;
}

function sameClasses(a: View['classes'], b: View['classes']): boolean {
  return (
    a.method === b.method && a.count === b.count && (a.method !== 'own' || a.own.join() === b.own.join())
  );
}
