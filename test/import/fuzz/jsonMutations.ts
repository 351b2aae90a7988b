import fc from 'fast-check';

/** One change of plain data: where (child by child), how, and by what. */
export interface Edit {
  readonly path: readonly number[];
  readonly how: 'value' | 'anything' | 'remove' | 'double' | 'rename' | 'empty';
  readonly pick: number;
  readonly anything: unknown;
}

export const edit: fc.Arbitrary<Edit> = fc.record({
  path: fc.array(fc.nat({ max: 1_000 }), { minLength: 1, maxLength: 9 }),
  how: fc.constantFrom('value', 'value', 'value', 'anything', 'remove', 'double', 'rename', 'empty'),
  pick: fc.nat({ max: 100_000 }),
  anything: fc.jsonValue({ maxDepth: 2 }),
});

export const oddNumbers: readonly number[] = [
  0,
  1,
  2,
  3,
  -1,
  0.5,
  99,
  1899,
  2023,
  2024,
  99_999,
  2 ** 31,
  2 ** 53,
  1e9,
  1e308,
  NaN,
  Infinity,
  -Infinity,
];

export const oddIds: readonly string[] = [
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  '',
  ' ',
  'no-such',
  '=HYPERLINK("http://example.org";"x")',
  '<img src=x onerror=alert(1)>',
  '{param}',
  '\0',
  '\ud800',
  '../../etc',
  'EPSG:1',
  'EPSG:25833',
  '99999',
  'x'.repeat(3_000),
];

export interface Keeping {
  /** Only what the types allow: a property keeps its type, and objects of fixed shape their properties. */
  readonly types: boolean;
  /** Properties of which only these values are allowed; an empty list: left alone. */
  readonly closed: Readonly<Record<string, readonly unknown[]>>;
  /** Properties with objects of any keys, which may come and go. */
  readonly records: readonly string[];
}

const free: Keeping = { types: false, closed: {}, records: [] };

/** A copy of plain data with the changes made to it, one after the other. */
export function edited<T>(root: T, edits: readonly Edit[], keeping: Keeping = free): T {
  const copy = structuredClone(root);
  const strings = [...new Set(stringsIn(copy))];
  for (const one of edits) change(copy, one, 0, '', { keeping, strings });
  return copy;
}

interface Ground {
  readonly keeping: Keeping;
  readonly strings: readonly string[];
}

type Node = Record<string, unknown> | unknown[];

function change(node: unknown, one: Edit, depth: number, name: string, ground: Ground): void {
  if (!isNode(node)) return;
  const keys = Object.keys(node);
  const key = keys[(one.path[depth] ?? 0) % Math.max(1, keys.length)];
  if (key === undefined) return;
  const record = node as Record<string, unknown>;
  const below = record[key];
  const property = Array.isArray(node) ? name : key;
  if (depth + 1 < one.path.length && isNode(below)) {
    change(below, one, depth + 1, property, ground);
    return;
  }
  const { keeping } = ground;
  const mayGo = Array.isArray(node) || !keeping.types || keeping.records.includes(name);
  const closed = Object.hasOwn(keeping.closed, property) ? keeping.closed[property] : undefined;
  if (one.how === 'remove' && mayGo) {
    if (Array.isArray(node)) node.splice(Number(key), 1);
    else delete record[key];
  } else if (one.how === 'double' && mayGo) {
    if (Array.isArray(node)) node.splice(one.pick % (node.length + 1), 0, structuredClone(below));
    else put(record, pickOf([...oddIds, ...ground.strings], one.pick), structuredClone(below));
  } else if (one.how === 'rename' && mayGo && !Array.isArray(node)) {
    delete record[key];
    put(record, pickOf([...oddIds, ...ground.strings], one.pick), below);
  } else if (one.how === 'empty' && Array.isArray(below)) record[key] = [];
  else if (closed) {
    if (closed.length > 0) record[key] = pickOf(closed, one.pick);
  } else if (one.how === 'anything' && !keeping.types) record[key] = one.anything;
  else if (typeof below === 'string') record[key] = pickOf([...oddIds, ...ground.strings], one.pick);
  else if (typeof below === 'number') record[key] = pickOf([...oddNumbers, below + 1, -below], one.pick);
  else if (typeof below === 'boolean') record[key] = !below;
}

/** As `JSON.parse` does it: `__proto__` is a property like any other. */
function put(record: Record<string, unknown>, key: string, value: unknown): void {
  Object.defineProperty(record, key, { value, enumerable: true, configurable: true, writable: true });
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null;
}

export function pickOf<T>(all: readonly T[], pick: number): T {
  const found = all[pick % all.length];
  if (found === undefined && all.length === 0) throw new Error('nothing to pick from');
  return found as T;
}

function stringsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return isNode(value) ? Object.entries(value).flatMap(([key, below]) => [key, ...stringsIn(below)]) : [];
}
