import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { findChromium } from '../../scripts/chromium.ts';

const folder = mkdtempSync(join(tmpdir(), 'chromium-'));
afterAll(() => rmSync(folder, { recursive: true }));

function program(name: string, body: string): string {
  const path = join(folder, name);
  writeFileSync(path, `#!/bin/sh\n${body}\n`);
  chmodSync(path, 0o755);
  return path;
}

describe.skipIf(process.platform === 'win32')('findChromium', () => {
  test('the environment comes first', () => {
    const named = program('mine', 'echo Chromium 150.0');
    expect(findChromium({ CHROMIUM_PATH: named, PATH: '' })).toBe(named);
  });

  test('a wrong setting is an error, not a reason to take another', () => {
    expect(() => findChromium({ CHROMIUM_PATH: join(folder, 'none'), PATH: '' })).toThrow(/CHROMIUM_PATH/);
  });

  test('a system name that does not start is passed over for the next one', () => {
    program('chromium', 'echo "requires the chromium snap" >&2; exit 1');
    const chrome = program('google-chrome', 'echo "Google Chrome 150.0.1"');
    expect(findChromium({ PATH: folder })).toBe(chrome);
  });
});
