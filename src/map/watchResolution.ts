import type { Map as MapLibreMap } from 'maplibre-gl';

/** MapLibre watches its container, not the screen: a move to a projector changes the pixels, not the size. */
export function watchResolution(map: MapLibreMap, signal: AbortSignal): void {
  addEventListener('resize', () => map.resize(), { signal });
  const watch = (): void => {
    if (signal.aborted) return;
    matchMedia(`(resolution: ${devicePixelRatio}dppx)`).addEventListener(
      'change',
      () => {
        map.resize();
        watch();
      },
      { once: true, signal },
    );
  };
  watch();
}
