import { readFileSync } from 'node:fs';
import { guardStudy } from '#disclosure/guard.ts';
import type { DisclosureProfile } from '#disclosure/profile.ts';
import { standard, strict } from '#disclosure/profiles.ts';
import type { LooseFile } from '#import/formats/containers/looseFile.ts';
import { ImportSession } from '#import/plan/importSession.ts';
import type { ImportPlan } from '#import/plan/plan.ts';
import { proposePlan } from '#import/plan/proposePlan.ts';
import { recipeOf } from '#import/plan/recipeOf.ts';
import { reviewPlan } from '#import/plan/reviewPlan.ts';
import { buildStudy } from '#import/recipe/buildPack.ts';
import { randomStream } from '#stats/numeric/random.ts';
import { realData } from '../../realData.ts';
import type { BenchCase, Work } from '../bench.ts';
import { berlinStudy } from '../berlin.ts';

const unhurried = { pause: async (): Promise<void> => {} };

/** What a person drops to see Berlin: outlines, the official workbook, a list of schools. */
const berlinFiles = [
  'berlin/geo/plr_2021.geojson',
  'berlin/ewr/SB_A01-16-00_2024h02_BE.xlsx',
  'berlin/schools/schulen_ndh_2020_21.csv',
] as const;

async function opened(files: readonly LooseFile[]) {
  const session = new ImportSession();
  await session.change(files, []);
  const inspection = await session.inspect(null, unhurried);
  return { session, inspection, plan: proposePlan(inspection, session) };
}

function realFiles(paths: readonly string[]): readonly LooseFile[] | null {
  const files: LooseFile[] = [];
  for (const path of paths) {
    const full = realData(path);
    if (!full) return null;
    files.push({ path: path.slice(path.lastIndexOf('/') + 1), bytes: new Uint8Array(readFileSync(full)) });
  }
  return files;
}

/** Separated text of a register: key, date, name, three counts with thousands, one share. */
function register(rows: number): LooseFile {
  const random = randomStream(5, rows);
  const whole = (below: number): number => Math.floor(random.uniform() * below);
  const lines = ['Schlüssel;Stichtag;Name;Einwohner;Ausländer;Haushalte;Anteil in %'];
  for (let row = 0; row < rows; row++) {
    const key = String(1_000_000 + (row % 5_000)).padStart(8, '0');
    const people = whole(9_000);
    const grouped =
      people >= 1_000 ? `${Math.floor(people / 1_000)}.${String(people % 1_000).padStart(3, '0')}` : people;
    lines.push(
      `${key};31.12.${2015 + (row % 10)};Gebiet ${row % 5_000} in der Straße;${grouped};${whole(900)};${whole(500)};${whole(100)},${whole(10)}`,
    );
  }
  return { path: 'register.csv', bytes: new TextEncoder().encode(`${lines.join('\n')}\n`) };
}

/** A table of so many figures for 542 areas. */
function wide(columns: number): LooseFile {
  const random = randomStream(6, columns);
  const lines = [`Schlüssel;${Array.from({ length: columns }, (_, c) => `Merkmal ${c}`).join(';')}`];
  for (let row = 0; row < 542; row++) {
    const cells = Array.from({ length: columns }, () => Math.floor(random.uniform() * 900));
    lines.push(`${String(row + 1_100_000).padStart(8, '0')};${cells.join(';')}`);
  }
  return { path: 'breit.csv', bytes: new TextEncoder().encode(lines.join('\n')) };
}

/** So many outlines of 130 corners each, 5 kB apiece. */
function outlines(count: number): LooseFile {
  const random = randomStream(7, count);
  const features = Array.from({ length: count }, (_, n) => {
    const [east, north] = [6 + (n % 250) * 0.03, 47.5 + Math.floor(n / 250) * 0.03];
    const corners = Array.from({ length: 130 }, (_, corner) => {
      const radius = 0.012 + random.uniform() * 0.002;
      const angle = (corner / 130) * 2 * Math.PI;
      return [east + radius * Math.cos(angle), north + radius * Math.sin(angle)];
    });
    const geometry = { type: 'Polygon', coordinates: [[...corners, corners[0]]] };
    return {
      type: 'Feature',
      properties: { key: String(n).padStart(8, '0'), name: `Gebiet ${n}` },
      geometry,
    };
  });
  const text = JSON.stringify({ type: 'FeatureCollection', features });
  return { path: 'umrisse.geojson', bytes: new TextEncoder().encode(text) };
}

function ofFile(task: string, make: () => LooseFile): BenchCase {
  return {
    task,
    sizes: [542],
    prepare() {
      const file = make();
      return async () => (await opened([file])).inspection.tables.length;
    },
  };
}

type Opened = Awaited<ReturnType<typeof opened>>;

function onBerlinFiles(task: string, work: (city: Opened, plan: ImportPlan) => Promise<number>): BenchCase {
  return {
    task,
    sizes: [542],
    async prepare(): Promise<Work | null> {
      const files = realFiles(berlinFiles);
      if (!files) return null;
      const city = await opened(files);
      const plan = {
        ...city.plan,
        title: 'Berlin',
        levels: city.plan.levels.map((level) => ({ ...level, vintage: level.vintage || '2021' })),
      };
      return () => work(city, plan);
    },
  };
}

function guarded(profile: DisclosureProfile): BenchCase {
  return {
    task: `import: guard of Berlin’s pack, ${profile.id}`,
    sizes: [542],
    async prepare() {
      const study = await berlinStudy();
      return study && (() => guardStudy(study, profile).report.cells);
    },
  };
}

export const importCases: readonly BenchCase[] = [
  ofFile('import: read, inspect, propose: 20 MB, 330,000 rows', () => register(330_000)),
  ofFile('import: read, inspect, propose: 542 rows × 2,000', () => wide(2_000)),
  ofFile('import: read, inspect, propose: GeoJSON of 40 MB, 8,000 outlines', () => outlines(8_000)),
  {
    task: 'import: read, inspect, propose: Berlin’s workbook',
    sizes: [542],
    prepare() {
      const files = realFiles([berlinFiles[1]]);
      return files && (async () => (await opened(files)).inspection.tables.length);
    },
  },
  onBerlinFiles('import: review of Berlin’s files', async ({ session, inspection }, plan) => {
    const review = await reviewPlan(plan, inspection, session, unhurried);
    return review.tables.length + review.institutions.length;
  }),
  onBerlinFiles('import: adopt Berlin’s files', async ({ session, inspection }, plan) => {
    const recipe = recipeOf(plan, inspection);
    if (!recipe.ok) throw new Error(`invalid plan: ${JSON.stringify(recipe.problems[0])}`);
    const built = await buildStudy(recipe.value, session.source());
    if (!built.ok) throw new Error(`invalid recipe: ${JSON.stringify(built.problems[0])}`);
    return built.value.study.institutions.length;
  }),
  guarded(standard),
  guarded(strict),
];
