import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const help = `Bewirft den Import mit beschädigten Dateien, Plänen, Rezepten und Projekten.

  npm run fuzz                       zwanzigmal so viele Versuche wie in npm test
  npm run fuzz -- --times 100        hundertmal so viele
  npm run fuzz -- --seed 7           andere Versuche; dieselbe Zahl ergibt immer dieselben
  npm run fuzz -- --keep ORDNER      legt vor jedem Versuch dessen Dateien ab: Was nach einem Absturz dort liegt, war es
  npm run fuzz -- drivers -t xlsx    nur eine Datei und einen Test (wie bei vitest)
`;

const root = fileURLToPath(new URL('..', import.meta.url));
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    times: { type: 'string', default: '20' },
    seed: { type: 'string' },
    keep: { type: 'string' },
    testNamePattern: { type: 'string', short: 't' },
    help: { type: 'boolean', short: 'h', default: false },
  },
});
if (values.help) {
  console.log(help);
  process.exit(0);
}
const files = positionals.length > 0 ? positionals.map((name) => `fuzz/${name}`) : ['test/import/fuzz'];
const name = values.testNamePattern === undefined ? [] : ['-t', values.testNamePattern];
const { status } = spawnSync(
  process.execPath,
  [join(root, 'node_modules/vitest/vitest.mjs'), 'run', '--project', 'unit-alone', ...files, ...name],
  {
    cwd: root,
    stdio: 'inherit',
    env: {
      ...process.env,
      FUZZ_RUNS: values.times,
      ...(values.seed === undefined ? {} : { FUZZ_SEED: values.seed }),
      ...(values.keep === undefined ? {} : { FUZZ_KEEP: values.keep }),
    },
  },
);
process.exitCode = status ?? 1;
