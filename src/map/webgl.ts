/** The browser gives no WebGL 2: the app then shows the table without the map. */
export class WebGLUnavailableError extends Error {
  override readonly name = 'WebGLUnavailableError';
  constructor(options?: ErrorOptions) {
    super('no WebGL 2', options);
  }
}

/** Can a map be drawn here? Cheap enough to ask before the map's code is loaded. */
export function isWebGLAvailable(): boolean {
  try {
    const context = document.createElement('canvas').getContext('webgl2');
    // Browsers allow few contexts at a time; give this one back at once.
    context?.getExtension('WEBGL_lose_context')?.loseContext();
    return context !== null;
  } catch {
    return false;
  }
}
