import { padKey } from '../columns/padKey.ts';
import type { RawLayer } from '../formats/driver.ts';
import { propertyOf } from '../formats/feature.ts';
import type { ImportData } from '../plan/importData.ts';
import type { KeyPlan, LevelPlan } from '../plan/plan.ts';

/** The areas a level of a plan will have: key → name. */
export type AreaNames = ReadonlyMap<string, string>;

const none: AreaNames = new Map();

/** The areas of every level of a plan, each read once. */
export class AreasOfPlan {
  readonly #levels: ReadonlyMap<string, LevelPlan>;
  readonly #data: ImportData;
  readonly #known = new Map<string, AreaNames>();

  constructor(levels: readonly LevelPlan[], data: ImportData) {
    this.#levels = new Map(levels.map((level) => [level.id, level]));
    this.#data = data;
  }

  /** Empty for levels that are not there, and for those that are above themselves. */
  of(id: string): AreaNames {
    const known = this.#known.get(id);
    if (known) return known;
    this.#known.set(id, none);
    const level = this.#levels.get(id);
    const areas = level ? this.#read(level) : none;
    this.#known.set(id, areas);
    return areas;
  }

  #read({ from }: LevelPlan): AreaNames {
    if (from.kind === 'layer') {
      const layer = this.#data.layer(from.layer);
      return layer ? areasOfLayer(layer, from.key, from.name, from.pad) : none;
    }
    const areas = new Map<string, string>();
    for (const key of this.of(from.level).keys()) {
      const above = key.slice(0, from.keyLength);
      if (!areas.has(above)) areas.set(above, ownName(from.names, above) ?? above);
    }
    return areas;
  }
}

function ownName(names: Readonly<Record<string, string>>, key: string): string | undefined {
  return Object.hasOwn(names, key) ? names[key] : undefined;
}

/** Keys of a layer with the name of each, under any two of its properties. */
export function areasOfLayer(layer: RawLayer, key: string, name: string, pad: number | null): AreaNames {
  const areas = new Map<string, string>();
  for (const feature of layer.features) {
    const value = padKey(propertyText(propertyOf(feature, key)), pad);
    if (value === '' || areas.has(value)) continue;
    areas.set(value, propertyText(propertyOf(feature, name)) || value);
  }
  return areas;
}

export function propertyText(value: unknown): string {
  return typeof value === 'string' ? value.trim() : typeof value === 'number' ? String(value) : '';
}

/** Have the areas no keys but their names? Joining by those has to be allowed first. */
export function areNames(areas: AreaNames): boolean {
  let named = 0;
  for (const key of areas.keys()) if (/\p{L}{3}/u.test(key) && !/\d/.test(key)) named++;
  return named > areas.size / 2;
}

/**
 * How the cells of a table become keys of areas: what was joined by hand, then keys, or names where that was allowed. A
 * name that several areas have leads to none of them.
 */
export function areaFinder(areas: AreaNames, key: KeyPlan): (cell: string) => string | null {
  const map = new Map(Object.entries(key.map));
  const byName = key.by === 'name' ? keysByName(areas) : null;
  const isAllowed = byName !== null || !areNames(areas);
  return (cell) => {
    const mapped = map.get(cell);
    if (mapped !== undefined) return areas.has(mapped) ? mapped : null;
    if (byName) {
      const keys = byName.get(cell);
      return keys?.length === 1 ? (keys[0] ?? null) : null;
    }
    const padded = padKey(cell, key.pad);
    return isAllowed && areas.has(padded) ? padded : null;
  };
}

/** Areas by name. A name that several have leads to all of them. */
export function keysByName(areas: AreaNames): ReadonlyMap<string, readonly string[]> {
  const keys = new Map<string, string[]>();
  for (const [key, name] of areas) {
    const same = keys.get(name);
    if (same) same.push(key);
    else keys.set(name, [key]);
  }
  return keys;
}
