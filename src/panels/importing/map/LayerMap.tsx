import { useMemo } from 'preact/hooks';
import { germany } from '#import/geometry/germany.ts';
import type { InspectedLayer } from '#import/inspect/inspection.ts';
import { useSpeech } from '#state/useApp.ts';
import { boxOf, frameOf } from './frame.ts';

export interface LayerMapProps {
  readonly layer: InspectedLayer;
  /** Places worth looking at, numbered as in a list beside. */
  readonly places?: readonly (readonly [number, number])[];
  readonly large?: boolean;
}

const countryWidth = 92;
const countryHeight = 122;

/** Where a layer lies in Germany, and what it looks like: enough to see a wrong system or swapped coordinates. */
export function LayerMap({ layer, places = [], large }: LayerMapProps) {
  const { t } = useSpeech();
  const width = large ? 420 : 240;
  const height = large ? 300 : 160;
  const { outlines, points, crs } = layer;
  const country = useMemo(() => {
    const box = boxOf(germany.coordinates.flat(2)) ?? [5, 47, 15, 55];
    const frame = frameOf(box, countryWidth, countryHeight, 3);
    return { frame, path: frame.path(germany) };
  }, []);
  const picture = useMemo(() => {
    if (!crs.bounds) return null;
    const frame = frameOf(crs.bounds, width, height);
    return { frame, path: outlines.map((one) => frame.path(one)).join('') };
  }, [crs, outlines, width, height]);
  if (!crs.bounds || !picture) return <p class="ql-note">{t('importing.map-none')}</p>;
  const [west, south, east, north] = crs.bounds;
  const [x, y] = country.frame.point([(west + east) / 2, (south + north) / 2]);
  const isInFrame = x >= 0 && x <= countryWidth && y >= 0 && y <= countryHeight;
  return (
    <figure class="ql-import-map">
      <svg
        viewBox={`0 0 ${countryWidth} ${countryHeight}`}
        width={countryWidth}
        height={countryHeight}
        role="img"
        aria-label={t(crs.inGermany ? 'importing.map-inside' : 'importing.map-outside', {
          lon: (west + east) / 2,
          lat: (south + north) / 2,
        })}
      >
        <path class="ql-import-country" d={country.path} />
        {isInFrame && <circle class="ql-import-spot" cx={x} cy={y} r={5} />}
      </svg>
      <svg
        viewBox={`0 0 ${width} ${height}`}
        width={width}
        height={height}
        role="img"
        aria-label={t('importing.map-outlines', { n: layer.features })}
      >
        <path class="ql-import-outlines" d={picture.path} />
        {points.map((point, i) => {
          const [px, py] = picture.frame.point(point);
          return <circle key={i} class="ql-import-point" cx={px} cy={py} r={1.6} />;
        })}
        {places.map((place, i) => {
          const [px, py] = picture.frame.point(place);
          return (
            <g key={i} class="ql-import-place">
              <circle cx={px} cy={py} r={7} />
              <text x={px} y={py}>
                {i + 1}
              </text>
            </g>
          );
        })}
      </svg>
    </figure>
  );
}
