import { distance } from 'fastest-levenshtein';
import type { Inspection } from '../inspect/inspection.ts';
import type { ImportData } from '../plan/importData.ts';
import type { ImportPlan } from '../plan/plan.ts';
import type { NameProposal } from '../plan/review.ts';
import { cellReader } from '../plan/tableColumns.ts';
import { type AreaNames, AreasOfPlan, areaFinder, areNames } from './areaKeys.ts';

const mostRows = 500;
const mostCandidates = 8;
const leastLikeness = 0.6;

/**
 * Areas whose names resemble those in rows that have no area. Only ever a proposal: `Schloßstraße` may exist twice, and
 * `Eimsbüttel` be a Stadtteil and a Bezirk.
 */
export function nameProposals(
  plan: ImportPlan,
  inspection: Inspection,
  data: ImportData,
  table: string,
): readonly NameProposal[] {
  const planned = plan.tables.find((one) => one.table === table);
  const inspected = inspection.tables.find(({ id }) => id === table);
  const rows = data.table(table);
  const cell = planned && rows && cellReader(rows, planned.key.columns);
  if (!planned || !inspected || !rows || !cell) return [];
  const areas = new AreasOfPlan(plan.levels, data).of(planned.level);
  // Whoever asks for names may have those that are the same.
  const find = areaFinder(areas, areNames(areas) ? { ...planned.key, by: 'name' } : planned.key);
  const named = inspected.columns.find(({ guess }) => guess.role === 'area-name');
  const nameCell = planned.key.by === 'key' && named ? cellReader(rows, [named.name]) : null;
  const without = new Set(planned.withoutRows);
  const seen = new Set<string>();
  const proposals: NameProposal[] = [];
  const index = nameIndex(areas);
  for (const row of rows.rows) {
    const text = cell(row);
    if (without.has(row.row) || text === '' || seen.has(text) || find(text) !== null) continue;
    seen.add(text);
    const candidates = candidatesFor(nameCell?.(row) || text, index);
    if (candidates.length > 0) proposals.push({ cell: text, row: row.row, candidates });
    if (proposals.length >= mostRows) break;
  }
  return proposals;
}

interface NamedArea {
  readonly key: string;
  readonly name: string;
  readonly plain: string;
}

function nameIndex(areas: AreaNames): readonly NamedArea[] {
  return [...areas].map(([key, name]) => ({ key, name, plain: plainName(name) }));
}

/** Best first. For a name made of several (`Moorburg und Altenwerder`) the areas of all its parts. */
function candidatesFor(name: string, areas: readonly NamedArea[]): NameProposal['candidates'] {
  const whole = likest(plainName(name), areas);
  const parts = partsOf(name);
  if (parts.length < 2 || (whole[0]?.likeness ?? 0) >= 0.95) return whole.slice(0, mostCandidates);
  const ofParts = parts.flatMap((part) =>
    likest(plainName(part), areas).filter(({ likeness }) => likeness > 0.9),
  );
  const listed = new Set(ofParts.map(({ key }) => key));
  return [...ofParts, ...whole.filter(({ key }) => !listed.has(key))].slice(0, mostCandidates);
}

function likest(plain: string, areas: readonly NamedArea[]): NameProposal['candidates'] {
  return areas
    .map(({ key, name, plain: other }) => ({ key, name, likeness: likeness(plain, other) }))
    .filter((candidate) => candidate.likeness >= leastLikeness)
    .sort((a, b) => b.likeness - a.likeness || (a.key < b.key ? -1 : 1));
}

function likeness(one: string, other: string): number {
  const longest = Math.max(one.length, other.length);
  if (longest === 0) return 0;
  const near = 1 - distance(one, other) / longest;
  // `Altstadt` for `Hamburg Altstadt`: whole words of the other.
  const shorter = one.length < other.length ? one : other;
  const longer = shorter === one ? other : one;
  const isPart = shorter.length >= 4 && ` ${longer} `.includes(` ${shorter} `);
  return Math.max(near, isPart ? 0.75 + 0.2 * (shorter.length / longest) : 0);
}

function partsOf(name: string): readonly string[] {
  return name
    .split(/\s+(?:und|u\.|mit|\+|&)\s+|\s*[/,;+&]\s*/)
    .map((part) => part.trim())
    .filter((part) => part.length > 2);
}

/** A name as far as spelling does not matter. */
export function plainName(name: string): string {
  return name
    .toLowerCase()
    .replace(/\([^)]*\)|\[[^\]]*\]/g, ' ')
    .replace(/ß/g, 'ss')
    .replace(/ä/g, 'ae')
    .replace(/ö/g, 'oe')
    .replace(/ü/g, 'ue')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/\bst\.|\bsankt\b/g, 'st ')
    .replace(/str\.(?=\s|$)/g, 'strasse')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}
