/** Last part of a path without its ending, digits replaced: what the files of a series have in common. */
export function namePattern(path: string): string {
  return stem(path).replace(/\d+/g, '#');
}

export function lastPart(path: string): string {
  return path
    .slice(path.lastIndexOf('/') + 1)
    .normalize('NFC')
    .toLowerCase();
}

/** The year a name says first, e.g. 2024 of `ewr_202412_plr.csv` and of `schulen_2024_25.csv`; null when none. */
export function yearInName(path: string): number | null {
  for (const [run] of stem(path).matchAll(/\d+/g)) {
    const year = yearOf(run);
    if (year !== null) return year;
  }
  return null;
}

/**
 * The year a file is about, told from that of the file before it: figures of the end of 2020 may stand in a file of
 * 2021, and those of 2022 then in that of 2023. Null when the names say nothing.
 */
export function yearAfter(before: string, now: string, year: number): number | null {
  const named = yearInName(before);
  const next = yearInName(now);
  if (next === null) return null;
  if (named === null) return next;
  const lag = year - named;
  return Math.abs(lag) <= 2 ? next + lag : null;
}

/** The same text for another year: `Einwohner 2023` → `Einwohner 2024`, `ewr-202312` → `ewr-202412`. */
export function withYear(text: string, before: number, now: number): string {
  return text.replace(/\d+/g, (run) =>
    run.startsWith(String(before)) ? String(now) + run.slice(String(before).length) : run,
  );
}

function stem(path: string): string {
  return lastPart(path).replace(/\.[a-z0-9]{1,10}$/, '');
}

function yearOf(run: string): number | null {
  if (run.length !== 4 && run.length !== 6 && run.length !== 8) return null;
  const year = Number(run.slice(0, 4));
  if (year < 1950 || year > 2100) return null;
  const month = run.length === 4 ? 1 : Number(run.slice(4, 6));
  return month >= 1 && month <= 12 ? year : null;
}
