// Every look of the map on one page, for the eye: `npx vite` and open /test/browser/map-demo.html.
import type { FeatureCollection, MultiPolygon, Polygon } from 'geojson';
import { circleRadius } from '#symbology/circleRadius.ts';
import { classBreaks, classesOf, divergingBreaks } from '#symbology/classes.ts';
import { blue, diverging, standing, steps, teal } from '#symbology/palettes.ts';
import { loadMap } from '../../src/map/load.ts';
import { outlineOf } from '../../src/map/outline.ts';
import { inventedCity } from '../map/inventedCity.ts';

interface City {
  readonly level: {
    readonly id: string;
    readonly keys: readonly string[];
    readonly geometries: readonly (Polygon | MultiPolygon | null)[];
  };
  readonly values: Float64Array;
  readonly signs: Uint8Array | null;
  readonly context: FeatureCollection | null;
  readonly schools: readonly {
    id: string;
    position: readonly [number, number];
    children: number;
    share: number;
  }[];
}

const container = document.querySelector<HTMLElement>('#map');
const output = document.querySelector('output');
if (!container || !output) throw new Error('no place for the map');
const say = (text: string): void => {
  output.textContent = text;
};

const { MapView } = await loadMap();
const map = await MapView.create(container, {
  label: 'Karte',
  padding: () => ({ top: 60 }),
  events: {
    onHover: (key) => {
      map.setHovered(key);
      say(key ?? '');
    },
    onClick: (key) => map.setSelected(key),
    onHoverInstitution: (id) => say(id ? `Einrichtung ${id}` : ''),
    onClickInstitution: (id) => map.setSelectedInstitution(id),
    onMoveEnd: (camera, byUser) => console.info('camera', JSON.stringify(camera), byUser),
  },
});
let city: City = inventedCity(25);

const looks = {
  explore(): void {
    const breaks = classBreaks(city.values, { method: 'quantile', count: 6, own: [] });
    map.setBackground('coloured');
    map.setColours({
      classes: classesOf(city.values, breaks),
      palette: steps(blue, 6),
      signs: city.signs,
    });
    map.setInstitutions(null);
    map.setProgrammes([]);
  },
  measure(): void {
    const mean = city.values.reduce((sum, value) => sum + (value || 0), 0) / city.values.length;
    const differences = city.values.map((value) => value - mean);
    const breaks = divergingBreaks(differences, { method: 'jenks', count: 7, own: [] });
    map.setBackground('coloured');
    map.setColours({
      classes: classesOf(differences, breaks),
      palette: steps(diverging, 7),
      signs: city.signs,
    });
    map.setInstitutions(null);
    map.setProgrammes([]);
  },
  institutions(): void {
    const colours = steps(teal, 5);
    const largest = Math.max(...city.schools.map(({ children }) => children));
    map.setProgrammes([]);
    map.setBackground('muted');
    map.setInstitutions(
      city.schools.map(({ id, position, children, share }) => ({
        id,
        position,
        radius: circleRadius(children, largest, 11),
        fill: colours[Math.min(4, Math.floor(share * 5))] ?? '#000000',
        line: '#0a4d45',
      })),
    );
  },
  need(): void {
    const classes = Uint8Array.from(city.values, (value) => (value > 0.5 ? 2 : value > 0.42 ? 1 : 0));
    map.setBackground('coloured');
    map.setColours({
      classes,
      palette: standing.slice(1),
      signs: city.signs,
    });
    map.setInstitutions(null);
    const inside = city.level.geometries.filter((_, i) => (city.values[i] ?? 0) > 0.56);
    map.setProgrammes([{ id: 'a', geometry: outlineOf(inside) }]);
  },
};

const actions: Record<string, () => void> = {
  ...looks,
  zoomIn: () => map.zoomIn(),
  zoomOut: () => map.zoomOut(),
  home: () => map.fitAll(),
  picture: () => void map.capture(2).then((canvas) => document.body.append(canvas)),
};
document.querySelector('nav')?.addEventListener('click', (event) => {
  if (event.target instanceof HTMLElement) actions[event.target.dataset.do ?? '']?.();
});

function show(next: City): void {
  city = next;
  map.setLevel(city.level);
  map.setContext(city.context);
  looks.explore();
}
show(city);
Object.assign(window, { demo: { map, show, looks, MapView } });
