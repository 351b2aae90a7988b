import { wordsOf } from '#i18n/i18n.ts';
import { catalog } from '#stats/catalog.ts';
import type { IndexSpec, Need } from '#stats/spec.ts';

const words = wordsOf('de');

const needNames: Readonly<Record<Need, string>> = {
  weights: 'Nachbarn',
  borders: 'Grenzlängen',
  areas: 'Landflächen',
  centre: 'Zentrum',
  distances: 'Entfernungen',
  radius: 'Radius',
};

export function nameOf({ id }: IndexSpec): string {
  return words.find('indices', `${id}.name`) ?? id;
}

function dimensionOf({ dimension }: IndexSpec): string {
  return words.find('measure', `dimension-${dimension}`) ?? dimension;
}

/** Every index of the catalogue, one to a line. */
export function listOfIndices(): string {
  const width = Math.max(...catalog.map((spec) => spec.id.length));
  return catalog
    .map((spec) => {
      const needs = spec.needs.map((need) => needNames[need]).join(', ');
      const parts = [
        dimensionOf(spec),
        spec.groups === 'two' ? 'zwei Gruppen' : 'beliebig viele Gruppen',
        ...(spec.scope === 'local' ? ['je Einheit'] : []),
        ...(needs ? [`braucht ${needs}`] : []),
        `von ${limit(spec.range[0])} bis ${limit(spec.range[1])}`,
        spec.citation,
      ];
      return `${spec.id.padEnd(width)}  ${nameOf(spec)} (${parts.join('; ')})`;
    })
    .join('\n');
}

function limit(value: number): string {
  if (Number.isFinite(value)) return String(value).replace('.', ',');
  return value < 0 ? '−∞' : '∞';
}

/** The same as data; a limit that is none is null. */
export function plainList(): readonly unknown[] {
  return catalog.map((spec) => ({
    id: spec.id,
    name: nameOf(spec),
    dimension: spec.dimension,
    groups: spec.groups,
    scope: spec.scope,
    needs: spec.needs,
    range: spec.range.map((value) => (Number.isFinite(value) ? value : null)),
    direction: spec.direction,
    invariances: spec.invariances,
    ...(spec.scope === 'global' ? { chance: spec.chance ?? 'persons' } : {}),
    citation: spec.citation,
  }));
}
