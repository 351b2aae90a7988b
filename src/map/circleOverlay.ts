import { ScatterplotLayer } from '@deck.gl/layers';
import { MapLibreOverlay } from '@deck.gl/maplibre';
import type { InstitutionCircle } from './circles.ts';
import { mapColours } from './style.ts';

export interface CircleLook {
  /** In drawing order. */
  readonly circles: readonly InstitutionCircle[];
  readonly selected: string | null;
  readonly scale: number;
}

/**
 * deck.gl's canvas over the map, overlaid (interleaved mode would change the base map's labels). `drawn` resolves with
 * its first picture: deck.gl gets its graphics context some frames after it is added to the map.
 */
export function circleOverlay(look: CircleLook): {
  readonly overlay: MapLibreOverlay;
  readonly drawn: Promise<void>;
} {
  const { promise, resolve, reject } = withResolvers();
  const overlay = new MapLibreOverlay({
    interleaved: false,
    layers: circleLayers(look),
    onAfterRender: () => {
      // A canvas of pictures only: the map below it has the keyboard, the list beside it the names.
      const canvas = overlay.getCanvas();
      canvas?.setAttribute('tabindex', '-1');
      canvas?.setAttribute('aria-hidden', 'true');
      resolve();
    },
    onError: (error) => reject(error),
  });
  return { overlay, drawn: promise };
}

export function circleLayers({
  circles,
  selected,
  scale,
}: CircleLook): ScatterplotLayer<InstitutionCircle>[] {
  const shared = {
    getPosition: ({ position }: InstitutionCircle): [number, number] => [position[0], position[1]],
    getRadius: ({ radius }: InstitutionCircle) => radius,
    radiusUnits: 'pixels' as const,
    radiusScale: scale,
    lineWidthUnits: 'pixels' as const,
    stroked: true,
  };
  const marked = circles.filter(({ id }) => id === selected);
  const ring = (id: string, width: number, colour: string): ScatterplotLayer<InstitutionCircle> =>
    new ScatterplotLayer<InstitutionCircle>({
      ...shared,
      id,
      data: marked,
      filled: false,
      getLineColor: rgba(colour, 255),
      getLineWidth: width,
    });
  return [
    new ScatterplotLayer<InstitutionCircle>({
      ...shared,
      id: 'institutions',
      data: circles,
      getFillColor: ({ fill }) => rgba(fill, 235),
      getLineColor: ({ line }) => rgba(line, 255),
      getLineWidth: 1,
    }),
    ring('institution-casing', 6, mapColours.casing),
    ring('institution-selected', 3, mapColours.selected),
  ];
}

function rgba(hex: string, alpha: number): [number, number, number, number] {
  const value = Number.parseInt(hex.slice(1), 16);
  return [(value >> 16) & 255, (value >> 8) & 255, value & 255, alpha];
}

/** `Promise.withResolvers` of browsers since 2024, for those before. */
function withResolvers() {
  let resolve: () => void = () => {};
  let reject: (error: unknown) => void = () => {};
  const promise = new Promise<void>((onDone, onFailed) => {
    resolve = onDone;
    reject = onFailed;
  });
  return { promise, resolve, reject };
}
