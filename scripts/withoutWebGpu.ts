/**
 * Stands in for `@luma.gl/gpgpu`, which deck.gl 9.4 imports to pack attributes on WebGPU devices only. The map draws
 * with WebGL, so these 45 kB gzip would be loaded and never run. Whoever opens a WebGPU device learns it at once.
 */
function missing(): never {
  throw new Error('invalid device: WebGPU is not part of this build (vite.config.ts)');
}

export const backendRegistry = { add: missing };
export const cleanEvaluateSync = missing;
export const interleave = missing;
export class GPUDataEvaluator {
  constructor() {
    missing();
  }
}
