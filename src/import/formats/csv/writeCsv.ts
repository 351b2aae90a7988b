/** Rows as comma-separated UTF-8 text, quoted only where needed. */
export function writeCsv(rows: readonly (readonly (string | number)[])[]): Uint8Array {
  const lines = rows.map((row) => row.map((cell) => quoted(String(cell))).join(','));
  return new TextEncoder().encode(`${lines.join('\n')}\n`);
}

function quoted(cell: string): string {
  return /[",\r\n]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
