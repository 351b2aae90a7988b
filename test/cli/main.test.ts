import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { runCommandLine } from '#cli/main.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

test.each([
  [[], 2, ''],
  [['--help'], 0, 'measure'],
  [['messen'], 2, 'Unbekannter Befehl: messen'],
])('the call %j ends with %d', async (argv, expected, sentence) => {
  const said: string[] = [];
  const io = { out: (text: string) => said.push(text), err: (text: string) => said.push(text) };
  expect(await runCommandLine(argv, io)).toBe(expected);
  expect(said.join('\n')).toContain(sentence);
});

test('ends quietly when its reader stops reading', async () => {
  const call = ['need', '--pack', 'data/musterstadt', '--profile', 'mss-musterstadt', '--json'];
  const child = spawn(process.execPath, ['--import', 'tsx', 'src/cli/main.ts', ...call], { cwd: root });
  let said = '';
  child.stderr.on('data', (bytes: Buffer) => {
    said += bytes.toString();
  });
  child.stdout.once('data', () => child.stdout.destroy());
  const [code] = await once(child, 'close');
  expect(said).not.toContain('EPIPE');
  expect(code).toBe(0);
}, 30_000);
