import type { InspectedTable } from '#import/inspect/inspection.ts';

/** Stands for no column in a list of them; no column is called so. */
export const noColumn = ' none';

/** The columns of a table to choose from, each with an example. */
export function columnOptions(table: InspectedTable | undefined): { value: string; label: string }[] {
  return (table?.columns ?? []).map(({ name, examples }) => ({
    value: name,
    label: examples[0] ? `${name} (${short(examples[0])})` : name,
  }));
}

function short(text: string): string {
  return text.length > 28 ? `${text.slice(0, 27)}…` : text;
}
