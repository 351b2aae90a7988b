import { fileURLToPath } from 'node:url';
import type { Alias } from 'vite';

/** What the build takes in place of a package; the browser tests take the same. */
export const aliases: readonly Alias[] = [
  {
    find: /^@luma\.gl\/gpgpu(\/webgpu)?$/,
    replacement: fileURLToPath(new URL('withoutWebGpu.ts', import.meta.url)),
  },
];
