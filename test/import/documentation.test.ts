import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { markLabels } from '#import/columns/parseNumber.ts';
import { quartierlupe } from '#import/pack/descriptor.ts';
import { openPack } from '#import/pack/openPack.ts';
import { fromFiles } from '#import/pack/sources/fromFiles.ts';
import { recipeSchema } from '#import/recipe/recipe.ts';
import { areaValues, indicatorValues } from '#model/aggregate.ts';
import { build } from './recipe/memorySource.ts';

const readme = readFileSync(fileURLToPath(new URL('../../data/README.md', import.meta.url)), 'utf8');
/** Files shown in the text: a bold path, then a fenced block. */
const shown = new Map(
  [...readme.matchAll(/\*\*`([^`]+)`\*\*\n\n```\w+\n([\s\S]*?)```/g)].map(([, path = '', text = '']) => [
    path,
    text,
  ]),
);
/** Names of all members anywhere in a schema. */
function membersOf(schema: unknown, found = new Set<string>()): ReadonlySet<string> {
  if (typeof schema !== 'object' || schema === null) return found;
  const { entries, item, wrapped, pipe, options, value } = schema as Record<string, unknown>;
  if (typeof entries === 'object' && entries !== null) {
    for (const [name, member] of Object.entries(entries)) {
      found.add(name);
      membersOf(member, found);
    }
  }
  for (const inner of [
    item,
    wrapped,
    value,
    ...[pipe, options].flatMap((list) => (Array.isArray(list) ? list : [])),
  ])
    membersOf(inner, found);
  return found;
}

const file = (path: string): string => {
  const text = shown.get(path);
  if (text === undefined) throw new Error(`not shown in data/README.md: ${path}`);
  return text;
};

describe('data/README.md', () => {
  test('shows a pack that opens, without notes', async () => {
    const paths = ['datapackage.json', 'areas.geojson', 'population.csv', 'schools.csv', 'pupils.csv'];
    const opened = await openPack(
      fromFiles(paths.map((path) => ({ path, bytes: new TextEncoder().encode(file(path)) }))),
    );
    if (!opened.ok) throw new Error(JSON.stringify(opened.problems));
    expect(opened.notes).toEqual([]);
    expect(indicatorValues(opened.value, 'bezirk', 'foreigners', 2022)?.city).toBe(310 / 2230);
    expect([...(areaValues(opened.value, 'bezirk', 'foreigners', 2023)?.signs ?? [])]).toEqual([0, 2]);
  });

  test('shows a recipe that builds', async () => {
    const built = await build(JSON.parse(file('recipe.json')), {
      'areas.geojson': file('areas.geojson'),
      'einwohner_2023.csv': Buffer.from(file('einwohner_2023.csv'), 'latin1'),
    });
    if (!built.ok) throw new Error(JSON.stringify(built.problems));
    const opened = await openPack(fromFiles(built.value));
    expect(opened.ok && [...(areaValues(opened.value, 'bezirk', 'residents', 2023)?.values ?? [])]).toEqual([
      1260, 2975,
    ]);
  });

  test('names every part of both schemas and every label', () => {
    const parts = [...Object.keys(quartierlupe.entries), ...Object.keys(recipeSchema.entries), ...markLabels];
    expect(parts.filter((part) => !readme.includes(`\`${part}\``))).toEqual([]);
  });

  test('mentions every member of both schemas', () => {
    const members = [...new Set([...membersOf(quartierlupe), ...membersOf(recipeSchema)])];
    expect(members.length).toBeGreaterThan(100);
    expect(members.filter((name) => !new RegExp(`\\b${name}\\b`).test(readme))).toEqual([]);
  });
});
