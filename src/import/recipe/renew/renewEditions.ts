import type { Recipe } from '../recipe.ts';

/** Editions of a monitoring go on where the published classes of another year are there. */
export function renewEditions(recipe: Recipe, tables: Recipe['tables']): Recipe['editions'] {
  const editions = [...recipe.editions];
  for (const edition of recipe.editions) {
    const { official, level, profile } = edition;
    if (!official) continue;
    const later = recipe.editions.some((one) => one.profile === profile && one.dataYear > edition.dataYear);
    if (later) continue;
    for (const table of tables.filter((candidate) => candidate.level === level)) {
      for (const { year, columns } of table.parts) {
        const has = (variable: string): boolean =>
          (Object.hasOwn(columns, variable) ? columns[variable] : table.columns[variable]) != null;
        if (year === undefined || year <= edition.dataYear) continue;
        if (!has(official.status) || !has(official.dynamics)) continue;
        if (editions.some((one) => one.profile === profile && one.dataYear === year)) continue;
        editions.push({
          ...edition,
          year: edition.year + year - edition.dataYear,
          dataYear: year,
          outliers: [],
        });
      }
    }
  }
  return editions;
}
