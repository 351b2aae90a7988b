import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { openPack } from '#import/pack/openPack.ts';
import type { Result } from '#model/result.ts';
import { signCode } from '#model/sign.ts';
import type { Composition, Study } from '#model/study.ts';
import { generate } from '../../data/musterstadt/generator/generate.ts';
import { buildGeometry } from '../../data/musterstadt/generator/geometry.ts';
import { randomStream } from '../../data/musterstadt/generator/random.ts';

const folder = fileURLToPath(new URL('../../data/musterstadt/', import.meta.url));
const committed = (name: string): string => readFileSync(`${folder}${name}`, 'utf8');

let opened: Result<Study>;
let study: Study;

beforeAll(async () => {
  opened = await openPack({
    name: 'musterstadt',
    read: async (path) => new Uint8Array(readFileSync(`${folder}${path}`)),
  });
  if (!opened.ok) throw new Error(JSON.stringify(opened.problems.slice(0, 3)));
  study = opened.value;
});

describe('the committed pack', () => {
  test('opens without problem or note', () => {
    expect(opened).toMatchObject({ ok: true, notes: [] });
  });

  let made: ReadonlyMap<string, string>;
  beforeAll(() => {
    made = generate();
  });

  test('is what the generator writes, byte by byte, and no more', () => {
    for (const [name, content] of made) expect(committed(name) === content, name).toBe(true);
    const present = readdirSync(folder).filter((name) => /\.(csv|json|geojson|topojson)$/.test(name));
    expect(present.sort()).toEqual([...made.keys()].sort());
  });

  test('is small enough for a first start: at most 1.5 MB', () => {
    const bytes = [...made.values()].reduce((sum, content) => sum + Buffer.byteLength(content), 0);
    expect(bytes).toBeLessThanOrEqual(1.5 * 1024 * 1024);
  });

  test('says plainly that it is invented', () => {
    expect(study.invented).toBe(true);
    expect(study.notice?.de).toBe('Musterstadt – erfundene Daten');
    expect(study.sources.every((source) => JSON.stringify(source.title).includes('erfunden'))).toBe(true);
  });

  test('has the size and layout of a city of 250,000', () => {
    const count = (id: string) => study.levels.find((level) => level.id === id)?.keys.length ?? 0;
    expect(count('bezirk')).toBeGreaterThanOrEqual(115);
    expect(count('bezirk')).toBeLessThanOrEqual(125);
    expect(count('stadtteil')).toBe(24);
    expect(count('stadtbezirk')).toBe(6);
    const schools = study.institutions.filter((each) => each.form !== 'kita');
    expect(schools.length).toBeGreaterThanOrEqual(43);
    expect(schools.length).toBeLessThanOrEqual(48);
    expect(new Set(schools.map((each) => each.form)).size).toBe(5);
    expect(study.institutions.length - schools.length).toBe(110);
    expect(study.programmes.map((each) => each.start)).toEqual([2004, 2011, 2021]);
    expect(study.editions.map((each) => each.year)).toEqual([2016, 2017, 2018, 2019, 2020, 2021, 2022, 2023]);
    for (const year of years) {
      expect(Math.abs(total('residents', year) / 250_000 - 1), String(year)).toBeLessThanOrEqual(0.01);
    }
  });

  test('has keys as text with leading zeros and no name twice', () => {
    for (const level of study.levels) {
      expect(level.keys.every((key) => /^0\d+$/.test(key))).toBe(true);
      expect(new Set(level.names).size).toBe(level.names.length);
    }
    const names = study.institutions.map((each) => each.name);
    expect(new Set(names).size).toBe(names.length);
  });
});

/** A topology as it stands in the file, on its integer grid. */
interface Topology {
  readonly objects: Record<
    string,
    { geometries: { arcs: number[][]; properties: Record<string, string> }[] }
  >;
  readonly arcs: [number, number][][];
}

describe('the borders', () => {
  let topology: Topology;
  let lines: [number, number][][];
  beforeAll(() => {
    topology = JSON.parse(committed('areas.topojson')) as Topology;
    lines = topology.arcs.map((arc) => {
      let [x, y] = [0, 0];
      return arc.map(([dx, dy]): [number, number] => {
        x += dx;
        y += dy;
        return [x, y];
      });
    });
  });

  const refsOf = (object: string) => topology.objects[object]!.geometries.flatMap(({ arcs }) => arcs.flat());
  const pointsOf = (ring: readonly number[]) =>
    ring.flatMap((ref, i) => {
      const line = ref >= 0 ? lines[ref]! : [...lines[~ref]!].reverse();
      return i === 0 ? line : line.slice(1);
    });
  /** Exact: integers well below 2^53. */
  const doubleArea = (ring: readonly [number, number][]) =>
    ring.reduce((sum, [x, y], i) => {
      const [u, v] = ring[(i + 1) % ring.length]!;
      return sum + x * v - u * y;
    }, 0);
  const areaOf = (object: string) =>
    topology.objects[object]!.geometries.reduce(
      (sum, { arcs }) => sum + arcs.reduce((part, ring) => part + doubleArea(pointsOf(ring)), 0),
      0,
    );

  test('between two districts are one arc, used once in each direction; the outline once', () => {
    const refs = refsOf('bezirke');
    expect(new Set(refs).size).toBe(refs.length);
    const outline = new Set(refs.filter((ref) => !refs.includes(~ref)));
    const inner = refs.filter((ref) => refs.includes(~ref));
    expect(inner.length).toBe(2 * new Set(inner.map((ref) => (ref < 0 ? ~ref : ref))).size);
    for (const object of ['stadtteile', 'stadtbezirke']) {
      const coarser = refsOf(object);
      expect(new Set(coarser.filter((ref) => !coarser.includes(~ref)))).toEqual(outline);
    }
  });

  test('leave no gap and no overlap: districts, Stadtteile, Stadtbezirke and outline have the same area', () => {
    const whole = areaOf('bezirke');
    expect(whole).toBeGreaterThan(0);
    expect(areaOf('stadtteile')).toBe(whole);
    expect(areaOf('stadtbezirke')).toBe(whole);
    // Every arc of the outline has the city on its left, so its parts add up to the same area once more.
    const refs = refsOf('bezirke');
    const outline = refs
      .filter((ref) => !refs.includes(~ref))
      .reduce((sum, ref) => {
        const line = pointsOf([ref]);
        return sum + line.slice(1).reduce((s, [u, v], i) => s + line[i]![0] * v - u * line[i]![1], 0);
      }, 0);
    expect(outline).toBe(whole);
  });

  test('never cross or touch but in common ends', () => {
    const segments = lines.flatMap((line) => line.slice(1).map((to, i) => [line[i]!, to] as const));
    const turn = ([ax, ay]: number[], [bx, by]: number[], [cx, cy]: number[]) =>
      Math.sign((bx! - ax!) * (cy! - ay!) - (by! - ay!) * (cx! - ax!));
    const same = (p: readonly number[], q: readonly number[]) => p[0] === q[0] && p[1] === q[1];
    const within = (p: number[], a: number[], b: number[]) =>
      turn(a, b, p) === 0 &&
      !same(p, a) &&
      !same(p, b) &&
      (p[0]! - a[0]!) * (p[0]! - b[0]!) <= 0 &&
      (p[1]! - a[1]!) * (p[1]! - b[1]!) <= 0;
    const CELL = 400;
    const grid = new Map<string, number[]>();
    const bad: string[] = [];
    segments.forEach(([a, b], i) => {
      if (same(a, b)) bad.push(`point ${a}`);
      for (
        let x = Math.floor(Math.min(a[0], b[0]) / CELL);
        x <= Math.floor(Math.max(a[0], b[0]) / CELL);
        x++
      ) {
        for (
          let y = Math.floor(Math.min(a[1], b[1]) / CELL);
          y <= Math.floor(Math.max(a[1], b[1]) / CELL);
          y++
        ) {
          const cell = grid.get(`${x} ${y}`) ?? [];
          for (const j of cell) {
            const [c, d] = segments[j]!;
            const through = turn(a, b, c) * turn(a, b, d) < 0 && turn(c, d, a) * turn(c, d, b) < 0;
            const touch = within(a, c, d) || within(b, c, d) || within(c, a, b) || within(d, a, b);
            const twice = (same(a, c) && same(b, d)) || (same(a, d) && same(b, c));
            if (through || touch || twice) bad.push(`${a}–${b} × ${c}–${d}`);
          }
          cell.push(i);
          grid.set(`${x} ${y}`, cell);
        }
      }
    });
    expect(segments.length).toBeGreaterThan(4000);
    expect(bad).toEqual([]);
  });

  test('make every district one piece with simple rings, and the city one connected whole', () => {
    const districts = topology.objects.bezirke!.geometries;
    const owner = new Map<number, number>();
    districts.forEach(({ arcs }, d) => {
      for (const ref of arcs.flat()) owner.set(ref, d);
    });
    districts.forEach(({ arcs, properties }) => {
      const outer = arcs.filter((ring) => doubleArea(pointsOf(ring)) > 0);
      expect(outer.length, properties.name).toBe(1);
      for (const ring of arcs) {
        const points = pointsOf(ring);
        expect(points[0]).toEqual(points.at(-1));
        expect(new Set(points.map(String)).size, properties.name).toBe(points.length - 1);
      }
    });
    const reached = new Set([0]);
    for (const d of reached) {
      for (const ref of districts[d]!.arcs.flat()) {
        const neighbour = owner.get(~ref);
        if (neighbour !== undefined) reached.add(neighbour);
      }
    }
    expect(reached.size).toBe(districts.length);
  });

  test('nest: a Stadtteil is exactly its districts, a Stadtbezirk exactly its Stadtteile', () => {
    for (const [finer, parent, coarser] of [
      ['bezirke', 'stadtteil', 'stadtteile'],
      ['stadtteile', 'stadtbezirk', 'stadtbezirke'],
    ] as const) {
      for (const { arcs, properties } of topology.objects[coarser]!.geometries) {
        const parts = topology.objects[finer]!.geometries.filter(
          (part) => part.properties[parent] === properties.schluessel,
        );
        const refs = parts.flatMap((part) => part.arcs.flat());
        const border = refs.filter((ref) => !refs.includes(~ref));
        expect(
          border.sort((a, b) => a - b),
          properties.name,
        ).toEqual(arcs.flat().sort((a, b) => a - b));
        for (const part of parts)
          expect(part.properties.schluessel).toMatch(new RegExp(`^${properties.schluessel}`));
      }
    }
  });

  test('follow the river: no district lies on both banks', () => {
    const { mosaic, plan } = buildGeometry((name) => randomStream(2014, name));
    const banks = mosaic.edges.filter((edge) => edge.barrier === 'river' && plan.districtOf[edge.a]! >= 0);
    expect(banks.length).toBeGreaterThan(50);
    expect(banks.filter((edge) => plan.districtOf[edge.a] === plan.districtOf[edge.b])).toEqual([]);
  });

  test('of the catchments divide the city without rest, each around its own public primary school', () => {
    const grid = (value: number) => Math.round(value * 100_000);
    const rings = study.catchments.map(({ geometry }) =>
      (geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates).flatMap((polygon) =>
        polygon.map((ring) =>
          ring.map(([x, y]): [number, number] => [grid(x!) - grid(9), grid(y!) - grid(50)]),
        ),
      ),
    );
    const sum = rings.flat().reduce((s, ring) => s + doubleArea(ring), 0);
    expect(sum).toBe(areaOf('bezirke'));
    const inside = ([x, y]: [number, number], ring: [number, number][]) =>
      ring.reduce((odd, [ax, ay], i) => {
        const [bx, by] = ring[(i + 1) % ring.length]!;
        return ay > y !== by > y && x < ax + ((y - ay) / (by - ay)) * (bx - ax) ? !odd : odd;
      }, false);
    study.catchments.forEach(({ institutions }, c) => {
      const school = study.institutions.find((each) => each.id === institutions[0])!;
      expect(institutions.length).toBe(1);
      expect([school.form, school.provider]).toEqual(['grundschule', 'stadt']);
      const at: [number, number] = [
        grid(school.position![0]) - grid(9),
        grid(school.position![1]) - grid(50),
      ];
      expect(rings[c]!.filter((ring) => inside(at, ring)).length % 2, school.name).toBe(1);
    });
    const publicPrimary = study.institutions.filter(
      (each) => each.form === 'grundschule' && each.provider === 'stadt',
    );
    expect(study.catchments.length).toBe(publicPrimary.length);
  });
});

const years = Array.from({ length: 10 }, (_, i) => 2014 + i);

/** A variable over the districts in one year. */
function column(id: string, year: number): readonly number[] {
  const { years: known, columns } = study.observations[0]!;
  const n = study.levels[0]!.keys.length;
  const y = known.indexOf(year);
  return Array.from(columns[id]!.values.slice(y * n, (y + 1) * n));
}

function total(id: string, year: number): number {
  return column(id, year).reduce((sum, value) => sum + (Number.isNaN(value) ? 0 : value), 0);
}

function at(key: string): number {
  const position = study.levels[0]!.keys.indexOf(key);
  if (position < 0) throw new Error(`invalid district: ${key}`);
  return position;
}

/** Duncan & Duncan 1955, straight from the definition, units with unknown counts left out. */
function dissimilarity(group: readonly number[], whole: readonly number[]): number {
  const known = group.flatMap((x, i) => (Number.isNaN(x + whole[i]!) ? [] : [[x, whole[i]! - x] as const]));
  const X = known.reduce((sum, [x]) => sum + x, 0);
  const Y = known.reduce((sum, [, y]) => sum + y, 0);
  return known.reduce((sum, [x, y]) => sum + Math.abs(x / X - y / Y), 0) / 2;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function correlation(a: readonly number[], b: readonly number[]): number {
  const pairs = a.flatMap((x, i) =>
    Number.isFinite(x) && Number.isFinite(b[i]!) ? [[x, b[i]!] as const] : [],
  );
  const [ma, mb] = [mean(pairs.map(([x]) => x)), mean(pairs.map(([, y]) => y))];
  const sum = (pick: (x: number, y: number) => number) =>
    pairs.reduce((s, [x, y]) => s + pick(x - ma, y - mb), 0);
  return sum((x, y) => x * y) / Math.sqrt(sum((x) => x * x) * sum((_, y) => y * y));
}

describe('the counts', () => {
  const within: readonly (readonly [part: string, whole: string])[] = [
    ['foreigners', 'migration-background'],
    ['migration-background', 'residents'],
    ['children-migration', 'children'],
    ['children-migration', 'migration-background'],
    ['under-6', 'children'],
    ['eu2', 'foreigners'],
    ['protection', 'foreigners'],
    ['newcomers', 'residents'],
    ['newcomers', 'in-migration'],
    ['sgb2', 'residents'],
    ['sgb2-children', 'children'],
    ['sgb2-children', 'sgb2'],
    ['unemployed-sgb2', 'working-age'],
    ['unemployed-sgb2', 'sgb2'],
    ['other-transfer', 'residents'],
    ['social-dwellings', 'dwellings'],
    ['binding-ends-5', 'binding-ends-10'],
    ['binding-ends-10', 'social-dwellings'],
    ['municipal-dwellings', 'dwellings'],
    ['vacant-dwellings', 'dwellings'],
    ['kdu-offers', 'offers'],
    ['kita-children', 'under-6'],
    ['language-support', 'examined'],
    ['to-gymnasium', 'leaving-primary'],
  ];

  test.each(within)('%s never exceed %s', (part, whole) => {
    for (const year of years) {
      const wholes = column(whole, year);
      const broken = column(part, year).filter((value, i) => value > wholes[i]! || value < 0);
      expect(broken, String(year)).toEqual([]);
    }
  });

  test('add up: ages to residents, moves from both directions', () => {
    for (const year of years) {
      const parts = ['children', 'working-age', 'older'].map((id) => column(id, year));
      column('residents', year).forEach((residents, i) => {
        expect(parts.reduce((sum, part) => sum + part[i]!, 0)).toBe(residents);
      });
      const [moves, into, out] = ['moves', 'in-migration', 'out-migration'].map((id) => column(id, year));
      moves!.forEach((n, i) => {
        expect(into![i]! + out![i]!).toBe(n);
      });
    }
  });

  test('keep one and two secret where they could point at people, and stay known nearly everywhere', () => {
    const { columns, years: known } = study.observations[0]!;
    const cells = study.levels[0]!.keys.length * known.length;
    const signs = (id: string, sign: 'secret' | 'unreliable') =>
      Array.from(columns[id]!.signs ?? []).filter((code) => code === signCode(sign)).length;
    for (const id of ['eu2', 'protection', 'language-support', 'to-gymnasium']) {
      expect(signs(id, 'secret'), id).toBeGreaterThan(0);
      expect(signs(id, 'secret') / cells, id).toBeLessThan(0.2);
      expect(Array.from(columns[id]!.values).filter((value) => value === 1 || value === 2)).toEqual([]);
    }
    expect(signs('asking-rent', 'unreliable')).toBeGreaterThan(0);
    for (const id of [
      'residents',
      'children',
      'sgb2',
      'sgb2-children',
      'unemployed-sgb2',
      'other-transfer',
      'newcomers',
    ])
      expect(columns[id]!.signs, id).toBeNull();
  });

  test('hold one district below 300 residents and one harbour district', () => {
    for (const year of years) {
      const small = study.levels[0]!.names.filter((_, i) => column('residents', year)[i]! < 300);
      expect(small).toEqual(['Gewerbepark Ost']);
    }
    expect(study.levels[0]!.names).toContain('Industriehafen');
  });

  test('of institutions are sound: all = regular + preparatory, nobody beyond the places there are', () => {
    const rows = new Map(
      study.compositions.map((row) => [`${row.institution} ${row.year} ${row.classKind}`, row]),
    );
    const places = new Map(study.institutions.map((each) => [each.id, each.capacity!]));
    for (const row of study.compositions) {
      for (const count of Object.values(row.counts)) expect(count).toBeLessThanOrEqual(row.total);
      if (row.classKind !== 'all') continue;
      expect(row.total).toBeLessThanOrEqual(places.get(row.institution)!);
      const regular = rows.get(`${row.institution} ${row.year} regular`);
      const preparatory = rows.get(`${row.institution} ${row.year} preparatory`);
      if (!regular) {
        expect(row.institution).toMatch(/^k/);
        continue;
      }
      expect(regular.total + (preparatory?.total ?? 0)).toBe(row.total);
      for (const key of ['non-german-language', 'fee-exempt'])
        expect((regular.counts[key] ?? 0) + (preparatory?.counts[key] ?? 0)).toBe(row.counts[key]);
    }
    for (const { id } of study.institutions) {
      for (const year of years) expect(rows.has(`${id} ${year} all`), `${id} ${year}`).toBe(true);
    }
  });
});

/** Compositions (all classes) of the institutions of one form in one year. */
function compositionsOf(form: string, year: number): readonly Composition[] {
  const ids = new Set(study.institutions.filter((each) => each.form === form).map((each) => each.id));
  return study.compositions.filter(
    (row) => row.year === year && row.classKind === 'all' && ids.has(row.institution),
  );
}

const languages = (row: Composition) => row.counts['non-german-language']!;

describe('calibration to published facts', () => {
  test('arrivals from abroad peak in 2015 and in 2022', () => {
    const arrivals = years.map((year) => total('newcomers', year));
    expect(arrivals[1]).toBe(Math.max(...arrivals.slice(0, 8)));
    expect(arrivals[8]).toBe(Math.max(...arrivals.slice(2)));
    expect(arrivals[6]).toBe(Math.min(...arrivals));
  });

  test('preparatory classes follow the arrivals', () => {
    const pupils = years.map((year) =>
      study.compositions
        .filter((row) => row.year === year && row.classKind === 'preparatory')
        .reduce((sum, row) => sum + row.total, 0),
    );
    const [y2014, y2016, y2019, y2022] = [pupils[0]!, pupils[2]!, pupils[5]!, pupils[8]!];
    expect(y2016).toBeGreaterThan(1.3 * y2014);
    expect(y2022).toBeGreaterThan(1.3 * y2019);
  });

  test('newcomers live where KdU-conform dwellings are (r ≥ 0.5 every year)', () => {
    for (const year of years) {
      const residents = column('residents', year);
      const offers = column('offers', year);
      const city = total('newcomers', year) / total('residents', year);
      const quotient = column('newcomers', year).map((n, i) => n / residents[i]! / city);
      const conform = column('kdu-offers', year).map((n, i) => n / offers[i]!);
      expect(correlation(quotient, conform), String(year)).toBeGreaterThanOrEqual(0.5);
    }
  });

  test('segregation of SGB II lies between 0.25 and 0.40 and rises slowly', () => {
    const course = years.map((year) => dissimilarity(column('sgb2', year), column('residents', year)));
    for (const D of course) {
      expect(D).toBeGreaterThanOrEqual(0.25);
      expect(D).toBeLessThanOrEqual(0.4);
    }
    const rise = course.at(-1)! - course[0]!;
    expect(rise).toBeGreaterThan(0.01);
    expect(rise).toBeLessThan(0.06);
    course.slice(1).forEach((D, i) => {
      expect(D - course[i]!).toBeGreaterThan(-0.01);
      expect(D - course[i]!).toBeLessThan(0.02);
    });
  });

  test('most children of other languages attend primary schools where they are the majority, few others do', () => {
    for (const year of years) {
      const schools = compositionsOf('grundschule', year);
      const majority = schools.filter((row) => languages(row) > row.total / 2);
      const part = (of: (row: Composition) => number) =>
        majority.reduce((sum, row) => sum + of(row), 0) / schools.reduce((sum, row) => sum + of(row), 0);
      const group = part(languages);
      const rest = part((row) => row.total - languages(row));
      expect(group, String(year)).toBeGreaterThanOrEqual(0.6);
      expect(group, String(year)).toBeLessThanOrEqual(0.78);
      expect(rest, String(year)).toBeGreaterThanOrEqual(0.1);
      expect(rest, String(year)).toBeLessThanOrEqual(0.25);
    }
  });

  test('primary schools are more segregated than the children who live there', () => {
    for (const year of years) {
      const schools = compositionsOf('grundschule', year);
      const atSchool = dissimilarity(
        schools.map(languages),
        schools.map((row) => row.total),
      );
      const atHome = dissimilarity(column('children-migration', year), column('children', year));
      expect(atSchool - atHome, String(year)).toBeGreaterThan(0.05);
    }
  });

  test('school forms differ: Gymnasium far below, Oberschule far above', () => {
    for (const year of years) {
      const share = (form: string) => {
        const rows = compositionsOf(form, year);
        return (
          rows.reduce((sum, row) => sum + languages(row), 0) / rows.reduce((sum, row) => sum + row.total, 0)
        );
      };
      expect(share('gymnasium')).toBeLessThan(share('gesamtschule') - 0.15);
      expect(share('oberschule')).toBeGreaterThan(share('gesamtschule'));
    }
  });

  test('kita shares spread from about 50 to over 90 per cent where many children have another language', () => {
    const shares = compositionsOf('kita', 2023).map((row) => languages(row) / row.total);
    const many = shares.filter((share) => share >= 0.5).sort((a, b) => a - b);
    expect(many.length).toBeGreaterThanOrEqual(20);
    expect(many[0]).toBeLessThan(0.55);
    expect(many.at(-1)).toBeGreaterThan(0.9);
    expect(shares.filter((share) => share < 0.15).length).toBeGreaterThanOrEqual(5);
  });
});

/** Status index as the profile `mss-musterstadt` defines it: sum of z values, standardised again; above 1 is low. */
function statusIndex(year: number): readonly number[] {
  const rated = column('residents', year).map((n) => n >= 300);
  const standardise = (values: readonly number[]) => {
    const valid = values.filter((_, i) => rated[i]);
    const m = mean(valid);
    const sd = Math.sqrt(mean(valid.map((value) => (value - m) ** 2)));
    return values.map((value, i) => (rated[i] ? (value - m) / sd : Number.NaN));
  };
  const share = (part: string, whole: string) => {
    const wholes = column(whole, year);
    return standardise(column(part, year).map((n, i) => n / wholes[i]!));
  };
  const terms = [
    share('unemployed-sgb2', 'working-age'),
    share('other-transfer', 'residents'),
    share('sgb2-children', 'children'),
  ];
  return standardise(terms[0]!.map((_, i) => terms.reduce((sum, term) => sum + term[i]!, 0)));
}

describe('the programme areas', () => {
  const editions = years.slice(2);
  const lowEditions = (key: string) => editions.filter((year) => statusIndex(year)[at(key)]! > 1);

  test('Gaswerkviertel, since 2004, was low and is ready to be phased out', () => {
    const { areas } = study.programmes.find((each) => each.id === 'gaswerkviertel')!;
    for (const key of areas) {
      expect(lowEditions(key), key).toContain(2016);
      expect(lowEditions(key), key).not.toContain(2022);
      expect(lowEditions(key), key).not.toContain(2023);
    }
  });

  test('Eichenkamp and Nordbahnhof are still in need', () => {
    for (const id of ['eichenkamp', 'nordbahnhof']) {
      for (const key of study.programmes.find((each) => each.id === id)!.areas)
        expect(lowEditions(key).length, key).toBe(editions.length);
    }
  });

  test('Wolfsgrund lies outside all of them and has been low throughout, with the role of an arrival area', () => {
    const funded = new Set(study.programmes.flatMap((each) => each.areas));
    for (const key of ['060201', '060202', '060203']) {
      expect(funded.has(key)).toBe(false);
      expect(lowEditions(key).length / editions.length).toBeGreaterThanOrEqual(0.75);
      expect(lowEditions(key)).toContain(2023);
      const quotients = years.map(
        (year) =>
          column('newcomers', year)[at(key)]! /
          column('residents', year)[at(key)]! /
          (total('newcomers', year) / total('residents', year)),
      );
      expect(quotients.filter((quotient) => quotient >= 1.25).length).toBeGreaterThan(years.length / 2);
    }
  });

  test('most districts are neither low nor high, as in any monitoring of this kind', () => {
    for (const year of editions) {
      const index = statusIndex(year).filter((z) => !Number.isNaN(z));
      const low = index.filter((z) => z > 1).length / index.length;
      expect(low).toBeGreaterThan(0.1);
      expect(low).toBeLessThan(0.25);
      expect(index.some((z) => z < -1)).toBe(true);
    }
  });
});
