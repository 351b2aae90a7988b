import type { Level } from '#model/study.ts';
import type { DescriptorInput } from '../pack/descriptor.ts';
import type { ProblemList } from '../pack/problemList.ts';
import { estimateCounts, estimatedVariables, type ReadTable } from './estimateCounts.ts';
import type { Table } from './numberCells.ts';
import { readTable } from './readTable.ts';
import type { Recipe } from './recipe.ts';
import type { RecipeFiles } from './recipeFiles.ts';
import { type BuiltTable, writeTable } from './writeTable.ts';

export interface BuiltTables {
  readonly tables: readonly BuiltTable[];
  /** Those of the recipe, the estimated ones marked. */
  readonly variables: DescriptorInput['quartierlupe']['variables'];
}

/** All tables of areas and years. Estimates come last: what they rest on may stand in any of them. */
export async function buildTables(
  recipe: Recipe,
  levels: readonly Level[],
  files: RecipeFiles,
  problems: ProblemList,
  notes: ProblemList,
): Promise<BuiltTables> {
  const variables = new Map(recipe.variables.map((variable) => [variable.id, variable]));
  const estimated = estimatedVariables(recipe, problems);
  const read: ReadTable[] = [];
  for (const table of recipe.tables) {
    const level = levels.find((candidate) => candidate.id === table.level);
    if (level) {
      read.push({ table, cells: await readTable(table, level, variables, files, problems, notes) });
    } else if (!recipe.levels.some((candidate) => candidate.id === table.level)) {
      problems.add(
        'reference-unknown',
        { id: table.level, kind: 'level', path: `tables.${table.id}` },
        { file: 'recipe.json' },
      );
    }
  }
  estimateCounts(read, problems);
  return {
    tables: read.map(({ table, cells }) => writeTable(table.id, variablesOf(table), cells)),
    variables: recipe.variables.map((variable) => {
      const mark = estimated.get(variable.id);
      return mark ? { ...variable, estimated: mark } : variable;
    }),
  };
}

function variablesOf(table: Table): readonly string[] {
  return [
    ...new Set([
      ...Object.keys(table.columns),
      ...Object.keys(table.pivot?.variables ?? {}),
      ...table.parts.flatMap((part) => Object.keys(part.columns)),
    ]),
  ];
}
