/** Separators seen in German office exports. */
const candidates = [';', ',', '\t', '|'] as const;
export type Delimiter = (typeof candidates)[number];

/**
 * The separator that cuts most lines into the same number of cells. Counted outside quotes over the first lines, since
 * a decimal comma makes `,` frequent but irregular. A first line `sep=;` decides at once.
 */
export function scoreDelimiter(text: string): Delimiter {
  const declared = /^\uFEFF?sep=(.)\r?\n/i.exec(text)?.[1];
  const known = candidates.find((candidate) => candidate === declared);
  if (known) return known;
  const lines = firstLines(text, 200);
  let best: Delimiter = ',';
  let bestScore = 0;
  for (const candidate of candidates) {
    const counts = lines.map((line) => countOutsideQuotes(line, candidate));
    const header = counts[0] ?? 0;
    if (header === 0) continue;
    const same = counts.filter((count) => count === header).length / counts.length;
    const score = same * same * Math.log2(header + 1);
    if (score > bestScore) {
      bestScore = score;
      best = candidate;
    }
  }
  return best;
}

function firstLines(text: string, most: number): string[] {
  const lines: string[] = [];
  let start = 0;
  while (lines.length < most && start < text.length) {
    const end = text.indexOf('\n', start);
    const line = text.slice(start, end < 0 ? undefined : end);
    if (line.trim() !== '') lines.push(line);
    if (end < 0) break;
    start = end + 1;
  }
  return lines;
}

function countOutsideQuotes(line: string, delimiter: string): number {
  let count = 0;
  let quoted = false;
  for (const char of line) {
    if (char === '"') quoted = !quoted;
    else if (char === delimiter && !quoted) count++;
  }
  return count;
}
