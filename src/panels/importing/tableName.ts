import type { InspectedTable } from '#import/inspect/inspection.ts';

/** What a table is called: its file, and its sheet where the file has several. */
export function tableName({ file, sheet }: Pick<InspectedTable, 'file' | 'sheet'>): string {
  const name = file.slice(file.lastIndexOf('/') + 1);
  return sheet ? `${name} · ${sheet}` : name;
}
