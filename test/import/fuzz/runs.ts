import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * How often properties are tried. The test command tries a short number; `npm run fuzz` multiplies it by `FUZZ_RUNS`,
 * and `FUZZ_SEED` takes other examples than those of every day.
 */
const times = numberOf('FUZZ_RUNS', 1);
const seed = numberOf('FUZZ_SEED', 20260104);

export function runs(short: number): { readonly seed: number; readonly numRuns: number } {
  return { seed, numRuns: short * times };
}

/** Long enough for a machine that does other things as well; a single case never gets near it. */
export const patience = times > 1 ? 3_600_000 : 120_000;

function numberOf(name: string, otherwise: number): number {
  const value = Number(process.env[name] ?? otherwise);
  if (!Number.isInteger(value) || value < 1) throw new Error(`invalid ${name}: ${process.env[name]}`);
  return value;
}

const kept = process.env.FUZZ_KEEP;

/** Puts the files of the case under way into the folder `FUZZ_KEEP`: what is left there after a crash or a hang did it. */
export function keep(files: readonly { readonly path: string; readonly bytes: Uint8Array }[]): void {
  if (kept === undefined) return;
  mkdirSync(kept, { recursive: true });
  for (const { path, bytes } of files) writeFileSync(join(kept, path.replaceAll(/[^\w.-]/g, '_')), bytes);
}
