import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
const house = mkdtempSync(join(tmpdir(), 'house-'));

/** A small house that breaks each rule once, beside crossings that are allowed. */
const planted: Readonly<Record<string, string>> = {
  'src/stats/mean.ts': "export const mean = 1;\nimport { max } from 'd3';\nexport const top = max;\n",
  'src/stats/clock.ts': "import { cpus } from 'node:os';\nexport const clock = cpus;\n",
  'src/stats/upward.ts': "import { study } from '#model/study.ts';\nexport const upward = study;\n",
  'src/geo/relative.ts': "import { study } from '../model/study.ts';\nexport const relative = study;\n",
  'src/model/study.ts': "import { fine } from '#stats/fine.ts';\nexport const study = fine;\n",
  'src/stats/fine.ts': 'export const fine = 1;\n',
  'src/charts/store.tsx': "import { store } from '#state/store.ts';\nexport const chart = store;\n",
  'src/state/store.ts': "import { study } from '#model/study.ts';\nexport const store = study;\n",
  'src/map/later.ts': "export const later = () => import('#panels/panel.tsx');\n",
  'src/panels/panel.tsx': "import { store } from '#state/store.ts';\nexport const panel = store;\n",
  'src/monitoring/typed.ts': "import type { Store } from '#worker/host.ts';\nexport type Typed = Store;\n",
  'src/worker/host.ts': 'export type Store = number;\n',
  'src/ui/one.ts': "import { two } from './two.ts';\nexport const one = (): unknown => two;\n",
  'src/ui/two.ts': "import { one } from './one.ts';\nexport const two = one;\n",
  'src/ui/front.ts':
    "import { back } from './back.ts';\nexport type Front = number;\nexport const front = back;\n",
  'src/ui/back.ts': "import type { Front } from './front.ts';\nexport const back: Front = 1;\n",
  'src/app/lost.ts': "import { nothing } from '#model/nothing.ts';\nexport const lost = nothing;\n",
};

interface Violation {
  readonly rule: { readonly name: string };
  readonly from: string;
  readonly to: string;
}
let violations: string[] = [];

beforeAll(() => {
  for (const file of ['package.json', 'tsconfig.json', '.dependency-cruiser.cjs']) {
    copyFileSync(join(root, file), join(house, file));
  }
  symlinkSync(join(root, 'node_modules'), join(house, 'node_modules'), 'junction');
  for (const [path, code] of Object.entries(planted)) {
    mkdirSync(dirname(join(house, path)), { recursive: true });
    writeFileSync(join(house, path), code);
  }
  const cruiser = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
  const report = execFileSync(
    process.execPath,
    [cruiser, 'src', '--config', '.dependency-cruiser.cjs', '--output-type', 'json'],
    { cwd: house, encoding: 'utf8', maxBuffer: 1 << 26 },
  );
  const { summary } = JSON.parse(report) as { summary: { violations: Violation[] } };
  violations = summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`).sort();
}, 60_000);
afterAll(() => rmSync(house, { recursive: true, force: true }));

describe('the lint rules of the house', () => {
  test.each([
    'stats-and-geo-stand-alone: src/stats/clock.ts → os',
    'direction-stats: src/stats/upward.ts → src/model/study.ts',
    'direction-geo: src/geo/relative.ts → src/model/study.ts',
    'direction-charts: src/charts/store.tsx → src/state/store.ts',
    'direction-map: src/map/later.ts → src/panels/panel.tsx',
    'direction-monitoring: src/monitoring/typed.ts → src/worker/host.ts',
    'not-resolvable: src/app/lost.ts → #model/nothing.ts',
  ])('%s', (violation) => {
    expect(violations).toContain(violation);
  });

  test('an npm package in stats is found', () => {
    expect(violations.filter((violation) => violation.includes('src/stats/mean.ts'))).toEqual([
      expect.stringMatching(/^stats-and-geo-stand-alone: src\/stats\/mean\.ts → .*d3/),
    ]);
  });

  test('a cycle is found from either side', () => {
    const cycles = violations.filter((violation) => violation.startsWith('no-cycles'));
    expect(cycles.join()).toMatch(/src\/ui\/(one|two)\.ts/);
  });

  test('a type that points back is no cycle, and allowed crossings stay silent', () => {
    const mentioned = violations.join();
    for (const path of ['src/ui/front.ts', 'src/ui/back.ts', 'src/state/', 'src/panels/panel.tsx →']) {
      expect(mentioned).not.toContain(`: ${path}`);
    }
    expect(mentioned).not.toContain('src/stats/fine.ts');
  });
});
