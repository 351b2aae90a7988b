/** Size in bytes of the largest single buffer asked for since `watch`. */
let largest = 0;

/**
 * Buffers are made through the global constructors: they are watched from here on. To be imported before what is watched,
 * since libraries take hold of the constructors when they are loaded.
 */
for (const name of [
  'ArrayBuffer',
  'Uint8Array',
  'Uint16Array',
  'Uint32Array',
  'Int32Array',
  'Float64Array',
] as const) {
  const original = globalThis[name] as unknown as new (...args: unknown[]) => object;
  const size = (original as unknown as { readonly BYTES_PER_ELEMENT?: number }).BYTES_PER_ELEMENT ?? 1;
  const watched: typeof original = new Proxy(original, {
    construct(target, args, made) {
      if (typeof args[0] === 'number') largest = Math.max(largest, args[0] * size);
      return Reflect.construct(target, args, made === watched ? target : made) as object;
    },
  });
  Object.defineProperty(original.prototype, 'constructor', {
    value: watched,
    configurable: true,
    writable: true,
  });
  Object.defineProperty(globalThis, name, { value: watched, configurable: true, writable: true });
}

/** The largest buffer that was asked for while it ran, whether it was granted or not. */
export async function largestBuffer(work: () => Promise<unknown>): Promise<number> {
  largest = 0;
  await work();
  return largest;
}
