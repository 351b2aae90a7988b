import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { generate } from './generate.ts';

const folder = join(dirname(fileURLToPath(import.meta.url)), '..');
mkdirSync(folder, { recursive: true });
let total = 0;
for (const [name, content] of generate()) {
  writeFileSync(join(folder, name), content);
  const bytes = Buffer.byteLength(content);
  total += bytes;
  console.log(`${name.padEnd(22)} ${(bytes / 1024).toFixed(0).padStart(6)} KiB`);
}
console.log(`${'total'.padEnd(22)} ${(total / 1024).toFixed(0).padStart(6)} KiB`);
