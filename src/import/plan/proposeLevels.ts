import type { RawLayer } from '../formats/driver.ts';
import { propertyOf } from '../formats/feature.ts';
import type { InspectedLayer, InspectedTable, Inspection } from '../inspect/inspection.ts';
import { type AreaNames, areasOfLayer, areNames, propertyText } from '../join/areaKeys.ts';
import { type FamilyWord, familyIn } from './familyWords.ts';
import { Ids } from './ids.ts';
import type { ImportData } from './importData.ts';
import { keyCandidates, keyFit } from './keyCandidates.ts';
import type { LevelPlan } from './plan.ts';
import { yearIn } from './yearsIn.ts';

type FromLayer = Extract<LevelPlan['from'], { kind: 'layer' }>;

interface Draft {
  readonly layer: InspectedLayer;
  readonly raw: RawLayer;
  readonly from: FromLayer;
  readonly family: FamilyWord;
  readonly areas: AreaNames;
}

const nobody: ReadonlySet<number> = new Set();
const mostTablesTried = 12;

/**
 * A level for every layer of polygons, and coarser ones where the layer itself says that keys begin with theirs; beside
 * those that were there before.
 */
export function proposeLevels(
  inspection: Inspection,
  data: ImportData,
  kept: readonly LevelPlan[] = [],
): readonly LevelPlan[] {
  const drafts = inspection.layers.flatMap((layer): Draft[] => {
    const raw = data.layer(layer.id);
    if (!raw || (layer.geometry !== 'polygon' && layer.geometry !== 'mixed')) return [];
    const from = fromLayer(layer, raw, inspection.tables, data);
    const areas = areasOfLayer(raw, from.key, from.name, null);
    return [{ layer, raw, from, family: familyOf(layer, from), areas }];
  });
  const ids = new Ids(kept.map(({ id }) => id));
  const vintages = new Map<string, number>();
  for (const { family } of kept) vintages.set(family, (vintages.get(family) ?? 0) + 1);
  for (const { family } of drafts) vintages.set(family.id, (vintages.get(family.id) ?? 0) + 1);
  const layers = drafts.map((draft) => {
    const year = yearIn(fileName(draft.layer.file));
    const isOnly = vintages.get(draft.family.id) === 1;
    const level: LevelPlan = {
      id: ids.take(isOnly || year === null ? draft.family.id : `${draft.family.id}-${year}`, 'gebiet'),
      family: draft.family.id,
      familyName: draft.family.name.de,
      familyPlural: draft.family.plural.de,
      // Of several vintages a wrong one would put figures on the wrong areas: they are asked for.
      vintage: isOnly && year !== null ? String(year) : '',
      validFrom: null,
      validTo: null,
      parent: null,
      from: draft.from,
    };
    return { level, draft };
  });
  const finestFirst = [...layers].sort((a, b) => b.draft.areas.size - a.draft.areas.size);
  const levels: LevelPlan[] = [];
  for (const { level, draft } of finestFirst) {
    const above = nearestAbove(draft, finestFirst);
    levels.push(above ? { ...level, parent: { level: above.id, keyLength: above.keyLength } } : level);
    if (!above) levels.push(...coarserLevels(level, draft, ids));
  }
  return oldestFirst([...kept, ...levels]);
}

/** Key and name of a layer. Of several properties that could be the key, the one that tables join best. */
function fromLayer(
  layer: InspectedLayer,
  raw: RawLayer,
  tables: readonly InspectedTable[],
  data: ImportData,
): FromLayer {
  const properties = [...new Set([...layer.keys.map((key) => key.property), ...layer.names])];
  const read = properties.map((property) => ({
    property,
    areas: areasOfLayer(raw, property, property, null),
  }));
  // Names are keys only where there is nothing else.
  const codes = read.filter(({ areas }) => !areNames(areas));
  const candidates = codes.length > 0 ? codes : read;
  let best = candidates[0]?.property ?? '';
  let bestScore = 0;
  if (candidates.length > 1) {
    for (const { property, areas } of candidates.slice(0, 4)) {
      const score = bestFit(areas, tables, data);
      if (score <= bestScore) continue;
      best = property;
      bestScore = score;
    }
  }
  const isNamed = codes.length === 0;
  const name = isNamed ? best : (layer.names.find((property) => property !== best) ?? best);
  return {
    kind: 'layer',
    layer: layer.id,
    crs: layer.crs.crs ?? '',
    swapped: layer.crs.swapped,
    key: best,
    name,
    pad: null,
  };
}

/** The largest number of areas that any column of any table names. */
function bestFit(areas: AreaNames, tables: readonly InspectedTable[], data: ImportData): number {
  let best = 0;
  for (const table of tables.filter(({ layer }) => layer === null).slice(0, mostTablesTried)) {
    const rows = data.table(table.id);
    if (!rows) continue;
    for (const columns of keyCandidates(table)) {
      best = Math.max(best, keyFit(columns, rows, areas, nobody).areas);
    }
  }
  return best;
}

function familyOf(layer: InspectedLayer, from: FromLayer): FamilyWord {
  return familyIn([layer.layer, fileName(layer.file), from.key, from.name].filter((name) => name !== ''));
}

function fileName(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return name.replace(/\.[^.]*$/, '');
}

/** The layer with the longest keys that are the first characters of all keys of this one. */
function nearestAbove(
  draft: Draft,
  others: readonly { readonly level: LevelPlan; readonly draft: Draft }[],
): { readonly id: string; readonly keyLength: number } | null {
  let nearest: { id: string; keyLength: number } | null = null;
  for (const other of others) {
    const { areas } = other.draft;
    if (other.draft === draft || areas.size >= draft.areas.size || areas.size < 2) continue;
    const keyLength = onlyLength(areas);
    if (keyLength === null || keyLength <= (nearest?.keyLength ?? 0)) continue;
    const isAbove = [...draft.areas.keys()].every(
      (key) => key.length > keyLength && areas.has(key.slice(0, keyLength)),
    );
    if (isAbove) nearest = { id: other.level.id, keyLength };
  }
  return nearest;
}

function onlyLength(areas: AreaNames): number | null {
  const lengths = new Set([...areas.keys()].map((key) => key.length));
  const [length] = lengths;
  return lengths.size === 1 && length !== undefined ? length : null;
}

/** Levels that a property of the layer gives away: in every feature its text is how the key begins. */
function coarserLevels(level: LevelPlan, draft: Draft, ids: Ids): readonly LevelPlan[] {
  const { from, raw, areas } = draft;
  const first = raw.features[0];
  if (!first || onlyLength(areas) === null) return [];
  const found: { readonly keyLength: number; readonly property: string }[] = [];
  for (const property of Object.keys(first.properties)) {
    const keyLength = propertyText(propertyOf(first, property)).length;
    if (keyLength === 0 || found.some((one) => one.keyLength === keyLength)) continue;
    const begins = raw.features.every((feature) => {
      const key = propertyText(propertyOf(feature, from.key));
      const front = propertyText(propertyOf(feature, property));
      return key.length > keyLength && front.length === keyLength && key.startsWith(front);
    });
    const distinct = new Set([...areas.keys()].map((key) => key.slice(0, keyLength))).size;
    if (begins && distinct > 1 && distinct < areas.size) found.push({ keyLength, property });
  }
  return found
    .sort((a, b) => b.keyLength - a.keyLength)
    .map(({ keyLength, property }) => {
      const family = familyIn([property]);
      return {
        ...level,
        id: ids.take(family.id, 'gebiet'),
        family: family.id === level.family ? `${family.id}-${keyLength}` : family.id,
        familyName: family.name.de,
        familyPlural: family.plural.de,
        parent: null,
        from: {
          kind: 'prefix',
          level: level.id,
          keyLength,
          names: namesAbove(raw, from.key, keyLength, property),
        },
      };
    });
}

/** Names of coarser areas: the property that has one text for each and another for every other. */
function namesAbove(
  raw: RawLayer,
  key: string,
  keyLength: number,
  without: string,
): Readonly<Record<string, string>> {
  for (const property of Object.keys(raw.features[0]?.properties ?? {})) {
    if (property === key || property === without) continue;
    const names = new Map<string, string>();
    const fits = raw.features.every((feature) => {
      const above = propertyText(propertyOf(feature, key)).slice(0, keyLength);
      const name = propertyText(propertyOf(feature, property));
      const known = names.get(above);
      names.set(above, name);
      return /\p{L}{2}/u.test(name) && (known === undefined || known === name);
    });
    if (fits && new Set(names.values()).size === names.size) return Object.fromEntries(names);
  }
  return {};
}

/** Finest family first, and of one family the older vintages first, as far as file names tell. */
function oldestFirst(levels: readonly LevelPlan[]): readonly LevelPlan[] {
  const families = [...new Set(levels.map((level) => level.family))];
  const yearOf = ({ from }: LevelPlan): number => {
    if (from.kind !== 'layer') return 0;
    const name = fileName(from.layer.replace(/#.*$/, ''));
    const year = yearIn(name) ?? 0;
    return /until|bis|before|vor|pre/i.test(name) ? year - 0.5 : year;
  };
  return families.flatMap((family) =>
    levels.filter((level) => level.family === family).sort((a, b) => yearOf(a) - yearOf(b)),
  );
}
