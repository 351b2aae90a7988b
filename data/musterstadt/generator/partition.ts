import { type Mosaic, metres } from './blocks.ts';
import { type Compass, type Fabric, stadtteile, villageCores } from './masterplan.ts';
import { distance, type Point } from './plane.ts';
import type { Random } from './random.ts';

/** A statistical district: its key, its place in the hierarchy and the blocks it is made of. */
export interface District {
  readonly key: string;
  readonly name: string;
  readonly stadtteil: string;
  readonly stadtbezirk: string;
  readonly fabric: Fabric;
  readonly hardship: readonly [number, number];
  readonly residents: number | null;
  readonly network: number;
  readonly blocks: readonly number[];
}

export interface CityPlan {
  readonly districts: readonly District[];
  /** District of each block; −1 outside the city. */
  readonly districtOf: Int32Array;
  /** Neighbouring municipality of each block outside, −1 for none. */
  readonly neighbourOf: Int32Array;
}

/** How much ground a district takes, relative to others of its Stadtteil. */
const appetite: Record<Fabric, number> = {
  altstadt: 0.7,
  gruenderzeit: 0.9,
  arbeiterviertel: 0.85,
  nachkrieg: 1,
  grosssiedlung: 0.75,
  einfamilien: 1.35,
  villen: 1.2,
  dorf: 1.6,
  neubau: 0.8,
  gewerbe: 1.6,
};

const compass: Record<Compass, Point> = {
  M: [0, 0],
  N: [0, 1],
  NO: [0.7, 0.7],
  O: [1, 0],
  SO: [0.7, -0.7],
  S: [0, -1],
  SW: [-0.7, -0.7],
  W: [-1, 0],
  NW: [-0.7, 0.7],
};

const penalties = { river: 1e7, railway: 420, brook: 120, road: 170 } as const;

export function buildPlan(mosaic: Mosaic, random: Random): CityPlan {
  const inCity = cityBlocks(mosaic, random);
  const home = growStadtteile(mosaic, inCity);
  const districts: District[] = [];
  const districtOf = new Int32Array(mosaic.sites.length).fill(-1);
  stadtteile.forEach((plan, s) => {
    const blocks = [...home.keys()].filter((block) => home[block] === s);
    const parts = divide(
      mosaic,
      blocks,
      plan.districts.map((part) => ({
        pull: compass[part.at],
        appetite: appetite[part.fabric],
      })),
    );
    plan.districts.forEach((part, k) => {
      const own = blocks.filter((_, i) => parts[i] === k);
      for (const block of own) districtOf[block] = districts.length;
      districts.push({
        key: `${plan.key}${String(k + 1).padStart(2, '0')}`,
        name: part.name,
        stadtteil: plan.key,
        stadtbezirk: plan.key.slice(0, 2),
        fabric: part.fabric,
        hardship: part.hardship ?? [0, 0],
        residents: part.residents ?? null,
        network: part.network ?? 0,
        blocks: own,
      });
    });
  });
  return { districts, districtOf, neighbourOf: neighbouringMunicipalities(mosaic, inCity, random) };
}

/** A slowly varying field in about −1…1: a sum of plane waves. */
export function field(random: Random, wavelength: number): (p: Point) => number {
  const waves = Array.from({ length: 7 }, () => {
    const angle = random.next() * Math.PI * 2;
    const k = ((0.6 + random.next() * 0.9) * 2 * Math.PI) / wavelength;
    return { kx: Math.cos(angle) * k, ky: Math.sin(angle) * k, phase: random.next() * Math.PI * 2 };
  });
  return ([x, y]) => waves.reduce((sum, w) => sum + Math.sin(w.kx * x + w.ky * y + w.phase), 0) / 2.6;
}

/** The city's ground: what lies near its Stadtteile and villages, with an irregular border, without holes or islands. */
function cityBlocks(mosaic: Mosaic, random: Random): boolean[] {
  const wobble = field(random, 3800);
  const fine = field(random, 1300);
  const cores = [...metres(stadtteile.map((plan) => plan.centre)), ...metres(villageCores)];
  const inside = mosaic.sites.map((site) => {
    const nearest = Math.min(...cores.map((core) => distance(core, site)));
    const out = Math.sqrt(site[0] * site[0] + site[1] * site[1]);
    const limit = 1720 + 330 * wobble(site) + 330 * fine(site);
    return out < 6150 + 350 * fine(site) || nearest < limit;
  });
  // A tongue one block wide reads as an error: take what is nearly enclosed, drop what barely hangs on.
  for (let pass = 0; pass < 6; pass++) {
    mosaic.sites.forEach((_, block) => {
      let own = 0;
      let whole = 0;
      for (const { block: other, edge } of mosaic.neighbours[block]!) {
        const { length } = mosaic.edges[edge]!;
        if (length > 3000) continue;
        whole += length;
        if (inside[other]) own += length;
      }
      if (!inside[block] && own > 0.62 * whole) inside[block] = true;
      if (inside[block] && own < 0.36 * whole) inside[block] = false;
    });
  }
  const body = largestComponent(mosaic, inside);
  const rest = largestComponent(
    mosaic,
    body.map((own) => !own),
  );
  return rest.map((own) => !own);
}

function largestComponent(mosaic: Mosaic, member: readonly boolean[]): boolean[] {
  const component = new Int32Array(member.length).fill(-1);
  const sizes: number[] = [];
  member.forEach((own, start) => {
    if (!own || component[start]! >= 0) return;
    const id = sizes.length;
    const queue = [start];
    component[start] = id;
    for (const block of queue) {
      for (const { block: other } of mosaic.neighbours[block]!) {
        if (!member[other] || component[other]! >= 0) continue;
        component[other] = id;
        queue.push(other);
      }
    }
    sizes.push(queue.length);
  });
  const largest = sizes.indexOf(Math.max(...sizes));
  return member.map((_, block) => component[block] === largest);
}

/** Every block joins the Stadtteil it reaches first; river, railway and main roads hold growth up. */
function growStadtteile(mosaic: Mosaic, inCity: readonly boolean[]): Int32Array {
  const cost = new Float64Array(mosaic.sites.length).fill(Number.POSITIVE_INFINITY);
  const home = new Int32Array(mosaic.sites.length).fill(-1);
  const open = new Set<number>();
  stadtteile.forEach((plan, s) => {
    const centre = metres([plan.centre])[0]!;
    let start = -1;
    mosaic.sites.forEach((site, block) => {
      if (inCity[block] && (start < 0 || distance(site, centre) < distance(mosaic.sites[start]!, centre)))
        start = block;
    });
    cost[start] = -plan.reach * 1000;
    home[start] = s;
    open.add(start);
  });
  while (open.size > 0) {
    let next = -1;
    for (const block of open) if (next < 0 || cost[block]! < cost[next]!) next = block;
    open.delete(next);
    for (const { block, edge } of mosaic.neighbours[next]!) {
      if (!inCity[block]) continue;
      const { barrier, length } = mosaic.edges[edge]!;
      const narrow = length < 0.25 * mosaic.size[block]! ? 120 : 0;
      const step =
        distance(mosaic.sites[next]!, mosaic.sites[block]!) + (barrier ? penalties[barrier] : 0) + narrow;
      if (cost[next]! + step >= cost[block]!) continue;
      cost[block] = cost[next]! + step;
      home[block] = home[next]!;
      open.add(block);
    }
  }
  return home;
}

/**
 * Divides blocks into compact parts of given relative area, each on the side of the whole its plan asks for: a power
 * diagram whose weights are turned until the areas fit, then mended so that no part falls to pieces.
 */
function divide(
  mosaic: Mosaic,
  blocks: readonly number[],
  parts: readonly { readonly pull: Point; readonly appetite: number }[],
): Int32Array {
  const area = blocks.map((block) => mosaic.size[block]! * mosaic.size[block]!);
  const total = area.reduce((sum, a) => sum + a, 0);
  const mean = (axis: 0 | 1) =>
    blocks.reduce((sum, block, i) => sum + mosaic.sites[block]![axis] * area[i]!, 0) / total;
  const middle: Point = [mean(0), mean(1)];
  const spread = (axis: 0 | 1) =>
    Math.sqrt(
      blocks.reduce((sum, block, i) => sum + (mosaic.sites[block]![axis] - middle[axis]) ** 2 * area[i]!, 0) /
        total,
    );
  const seeds: Point[] = parts.map(({ pull }) => [
    middle[0] + pull[0] * 1.25 * spread(0),
    middle[1] + pull[1] * 1.25 * spread(1),
  ]);
  const wanted = parts.reduce((sum, part) => sum + part.appetite, 0);
  const target = parts.map((part) => (part.appetite / wanted) * total);
  const weight = new Float64Array(parts.length);
  const part = new Int32Array(blocks.length);
  for (let round = 0; round < 160; round++) {
    const taken = new Float64Array(parts.length);
    const sums = parts.map(() => [0, 0] as [number, number]);
    blocks.forEach((block, i) => {
      const [x, y] = mosaic.sites[block]!;
      let best = 0;
      let least = Number.POSITIVE_INFINITY;
      seeds.forEach((seed, k) => {
        const off = (x - seed[0]) ** 2 + (y - seed[1]) ** 2 - weight[k]!;
        if (off < least) {
          least = off;
          best = k;
        }
      });
      part[i] = best;
      taken[best]! += area[i]!;
      sums[best]![0] += x * area[i]!;
      sums[best]![1] += y * area[i]!;
    });
    seeds.forEach((seed, k) => {
      weight[k]! += 0.12 * (target[k]! - taken[k]!);
      if (taken[k]! > 0 && round < 110) {
        const pace = 0.15;
        seeds[k] = [
          seed[0] + pace * (sums[k]![0] / taken[k]! - seed[0]),
          seed[1] + pace * (sums[k]![1] / taken[k]! - seed[1]),
        ];
      }
    });
  }
  soften(mosaic, blocks, part, area, target);
  mend(mosaic, blocks, part);
  return part;
}

/** Lets borders slide onto main roads and railways where these run close by. */
function soften(
  mosaic: Mosaic,
  blocks: readonly number[],
  part: Int32Array,
  area: readonly number[],
  target: readonly number[],
): void {
  const position = new Map(blocks.map((block, i) => [block, i]));
  const taken = new Float64Array(target.length);
  part.forEach((k, i) => {
    taken[k]! += area[i]!;
  });
  for (let pass = 0; pass < 8; pass++) {
    blocks.forEach((block, i) => {
      const bond = new Float64Array(target.length);
      for (const { block: other, edge } of mosaic.neighbours[block]!) {
        const j = position.get(other);
        if (j === undefined) continue;
        const { length, barrier } = mosaic.edges[edge]!;
        bond[part[j]!]! += length * (barrier === null ? 1 : barrier === 'road' ? 0.25 : 0.05);
      }
      const own = part[i]!;
      let best = own;
      for (let k = 0; k < bond.length; k++) {
        const room = taken[k]! < 1.25 * target[k]! && taken[own]! > 0.75 * target[own]!;
        if (k !== own && room && bond[k]! > 1.15 * bond[best]!) best = k;
      }
      if (best === own) return;
      taken[own]! -= area[i]!;
      taken[best]! += area[i]!;
      part[i] = best;
    });
  }
}

/** Gives fragments cut off from their part to the neighbour with which they share the longest border. */
function mend(mosaic: Mosaic, blocks: readonly number[], part: Int32Array): void {
  const position = new Map(blocks.map((block, i) => [block, i]));
  for (let pass = 0; pass < 10; pass++) {
    const component = new Int32Array(blocks.length).fill(-1);
    const members: number[][] = [];
    for (let start = 0; start < blocks.length; start++) {
      if (component[start]! >= 0) continue;
      const queue = [start];
      component[start] = members.length;
      for (const i of queue) {
        for (const { block: other, edge } of mosaic.neighbours[blocks[i]!]!) {
          const j = position.get(other);
          if (j === undefined || component[j]! >= 0 || part[j] !== part[i]) continue;
          if (mosaic.edges[edge]!.length < 5) continue;
          component[j] = members.length;
          queue.push(j);
        }
      }
      members.push(queue);
    }
    const largest = new Map<number, number>();
    members.forEach((queue, c) => {
      const k = part[queue[0]!]!;
      const held = largest.get(k);
      if (held === undefined || queue.length > members[held]!.length) largest.set(k, c);
    });
    let moved = false;
    members.forEach((queue, c) => {
      if (largest.get(part[queue[0]!]!) === c) return;
      const bond = new Map<number, number>();
      for (const i of queue) {
        for (const { block: other, edge } of mosaic.neighbours[blocks[i]!]!) {
          const j = position.get(other);
          if (j === undefined || component[j] === c) continue;
          bond.set(part[j]!, (bond.get(part[j]!) ?? 0) + mosaic.edges[edge]!.length);
        }
      }
      const best = [...bond].sort((p, q) => q[1] - p[1])[0];
      if (!best) return;
      for (const i of queue) part[i] = best[0];
      moved = true;
    });
    if (!moved) return;
  }
}

/** Eight neighbouring municipalities around the city, as ground under the map. */
function neighbouringMunicipalities(mosaic: Mosaic, inCity: readonly boolean[], random: Random): Int32Array {
  const wobble = field(random, 5200);
  const turnBy = random.next();
  const neighbourOf = new Int32Array(mosaic.sites.length).fill(-1);
  mosaic.sites.forEach((site, block) => {
    if (inCity[block]) return;
    const out = Math.sqrt(site[0] * site[0] + site[1] * site[1]);
    if (out > 12600 + 800 * wobble(site)) return;
    const angle = Math.atan2(site[1], site[0]) / (2 * Math.PI) + 0.5 + turnBy + 0.018 * wobble(site);
    neighbourOf[block] = Math.floor(angle * 8) % 8;
  });
  return neighbourOf;
}
