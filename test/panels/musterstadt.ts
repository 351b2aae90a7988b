import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { openPack } from '#import/pack/openPack.ts';
import type { Study } from '#model/study.ts';

const folder = fileURLToPath(new URL('../../data/musterstadt/', import.meta.url));
let opened: Promise<Study> | null = null;

/** The embedded city, opened once. */
export function musterstadtStudy(): Promise<Study> {
  opened ??= openPack({
    name: 'musterstadt',
    read: async (path) => new Uint8Array(readFileSync(`${folder}${path}`)),
  }).then((result) => {
    if (!result.ok) throw new Error(`invalid pack: ${result.problems[0]?.code}`);
    return result.value;
  });
  return opened;
}
