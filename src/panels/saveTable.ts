import type { DisclosureProfile } from '#disclosure/profile.ts';
import { type CsvFormat, tableToCsv } from '#export/csv.ts';
import { csvKey } from '#export/csvKey.ts';
import { download } from '#export/download.ts';
import { fileName } from '#export/fileName.ts';
import type { Speech } from '#state/useApp.ts';
import { disclosureLine } from './disclosure/disclosureLine.ts';
import type { TableExport } from './task.ts';

/** Writes a table into a file and returns its name. `disclosure`: the profile its figures are under. */
export function saveTable(
  table: TableExport,
  format: CsvFormat,
  speech: Speech,
  disclosure?: DisclosureProfile | null,
): string {
  const { t } = speech;
  const csv = tableToCsv(table.columns, table.rows, {
    format,
    head: [...table.head, ...disclosureLine(disclosure, speech), ...csvKey(table.rows, t), t('app.name')],
    precision: 'full',
  });
  const file = fileName([table.name], 'csv');
  download(new Blob([csv], { type: 'text/csv;charset=utf-8' }), file);
  return file;
}
