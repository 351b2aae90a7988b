import { defaultClientConditions } from 'vite';

/**
 * Which build of a package is taken; the browser tests take the same. The map draws with WebGL, and deck.gl offers itself
 * without the shaders and the arithmetic that only WebGPU needs (52 kB gzip).
 */
export const conditions: readonly string[] = ['visgl:webgl-only', ...defaultClientConditions];
