import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { chromiumAdvice, chromiumOrInstall } from './chromium.ts';
import { countTests, type TestCount } from './testCount.ts';

const help = `Prüft alles und endet mit einer Zeile „N passed, N failed“.

  npm test
  npm test -- --only unit,types      nur diese Schritte
  npm test -- --bail                 nach dem ersten fehlgeschlagenen Schritt aufhören
`;

const root = fileURLToPath(new URL('..', import.meta.url));
/** Built into a folder of its own: `dist/` belongs to whoever works on the app meanwhile. */
const built = join(root, 'test-results', 'dist');

interface Step {
  readonly name: string;
  readonly says: string;
  readonly commands: readonly (readonly string[])[];
  /** Vitest projects whose tests are counted. */
  readonly projects?: readonly string[];
  readonly needs?: 'chromium' | 'chromium and build';
}

const steps: readonly Step[] = [
  {
    name: 'lint',
    says: 'Stil und Richtung der Schichten',
    commands: [
      ['biome', 'check', '--error-on-warnings', '.'],
      ['depcruise', 'src', '--config', '.dependency-cruiser.cjs'],
    ],
  },
  {
    name: 'types',
    says: 'Typen',
    commands: [
      ['tsc', '-p', 'tsconfig.json'],
      ['tsc', '-p', 'src/stats/tsconfig.json'],
      ['tsc', '-p', 'src/geo/tsconfig.json'],
    ],
  },
  { name: 'unit', says: 'Prüfungen ohne Browser', commands: [], projects: ['unit', 'unit-alone'] },
  {
    name: 'build',
    says: 'Bauen',
    commands: [['vite', 'build', '--logLevel', 'warn', '--outDir', built, '--emptyOutDir']],
  },
  { name: 'size', says: 'Größen', commands: [['tsx', 'node_modules/size-limit/bin.js']] },
  { name: 'browser', says: 'Prüfungen im Browser', commands: [], projects: ['browser'], needs: 'chromium' },
  {
    name: 'e2e',
    says: 'Wege durch die gebaute Anwendung',
    commands: [],
    projects: ['e2e'],
    needs: 'chromium and build',
  },
];

interface Outcome {
  readonly step: Step;
  readonly ok: boolean;
  readonly seconds: number;
  readonly count: TestCount | null;
  readonly note: string;
}

const environment: NodeJS.ProcessEnv = {
  ...process.env,
  QUARTIERLUPE_DIST: built,
  PATH: `${join(root, 'node_modules', '.bin')}${delimiter}${process.env.PATH ?? ''}`,
};
const reports = mkdtempSync(join(tmpdir(), 'quartierlupe-test-'));

function run([command = '', ...args]: readonly string[]): boolean {
  const isWindows = process.platform === 'win32';
  const { status, error } = spawnSync(command, args, {
    cwd: root,
    stdio: 'inherit',
    env: environment,
    shell: isWindows,
  });
  if (error) console.error(error.message);
  return status === 0;
}

/** Vitest's own verdict and its figures; a run that left no figures counts as one failure. */
function runProjects(name: string, projects: readonly string[]): { ok: boolean; count: TestCount } {
  const file = join(reports, `${name}.json`);
  const ok = run([
    'vitest',
    'run',
    ...projects.flatMap((project) => ['--project', project]),
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${file}`,
  ]);
  const report: unknown = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null;
  return { ok, count: countTests(report, ok) };
}

let chromium: string | null | undefined;
function hasChromium(): boolean {
  if (chromium === undefined) {
    chromium = chromiumOrInstall();
    if (chromium) {
      console.log(`Chromium: ${chromium}`);
      environment.CHROMIUM_PATH = chromium;
    }
  }
  return chromium !== null;
}

function perform(step: Step, done: readonly Outcome[]): Outcome {
  const start = performance.now();
  const outcome = (ok: boolean, count: TestCount | null, note = ''): Outcome => ({
    step,
    ok,
    count,
    note,
    seconds: (performance.now() - start) / 1000,
  });
  if (done.some((earlier) => earlier.step.name === 'build' && !earlier.ok) && step.name !== 'browser') {
    return outcome(false, null, 'nicht gelaufen, weil das Bauen fehlschlug');
  }
  if (step.needs === 'chromium and build' && !existsSync(join(built, 'index.html'))) {
    return outcome(false, null, 'nichts gebaut: --only build,e2e');
  }
  if (step.needs && !hasChromium()) {
    console.error(chromiumAdvice);
    return outcome(false, null, 'kein Chromium');
  }
  if (step.projects) {
    const { ok, count } = runProjects(step.name, step.projects);
    return outcome(ok, count);
  }
  // Every command runs, so that one call shows all that is wrong.
  return outcome(step.commands.map(run).every(Boolean), null);
}

function summary(outcomes: readonly Outcome[]): string {
  const lines = outcomes.map(({ step, ok, seconds, count, note }) => {
    const skipped = count && count.skipped > 0 ? `, ${count.skipped} übersprungen` : '';
    const figures = count ? `${count.passed} bestanden, ${count.failed} fehlgeschlagen${skipped}` : note;
    return `${ok ? '✓' : '✗'} ${step.name.padEnd(8)} ${step.says.padEnd(34)} ${seconds.toFixed(1).padStart(6)} s  ${figures}`;
  });
  const passed = outcomes.reduce((sum, { count }) => sum + (count?.passed ?? 0), 0);
  // A failed step without tests (lint, types, build, size) is a failure too: the last line must not look clean.
  const failed = outcomes.reduce((sum, { ok, count }) => sum + (count?.failed ?? (ok ? 0 : 1)), 0);
  return `\n${lines.join('\n')}\n\n${passed} passed, ${failed} failed`;
}

function readArguments(): { only: readonly Step[]; bail: boolean } {
  try {
    const { values } = parseArgs({
      options: {
        only: { type: 'string', multiple: true, default: [] },
        bail: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
    if (values.help) {
      console.log(help);
      process.exit(0);
    }
    const names = values.only.flatMap((list) => list.split(','));
    const unknown = names.find((name) => !steps.some((step) => step.name === name));
    if (unknown !== undefined) {
      throw new Error(
        `Unbekannter Schritt: ${unknown}. Es gibt ${steps.map((step) => step.name).join(', ')}.`,
      );
    }
    return {
      only: names.length > 0 ? steps.filter((step) => names.includes(step.name)) : steps,
      bail: values.bail,
    };
  } catch (error) {
    console.error(`${(error as Error).message}\n\n${help}`);
    process.exit(2);
  }
}

const { only, bail } = readArguments();
const outcomes: Outcome[] = [];
for (const step of only) {
  console.log(`\n── ${step.name}: ${step.says}`);
  outcomes.push(perform(step, outcomes));
  if (bail && !outcomes.at(-1)?.ok) break;
}
rmSync(reports, { recursive: true, force: true });
console.log(summary(outcomes));
process.exitCode = outcomes.every(({ ok }) => ok) ? 0 : 1;
