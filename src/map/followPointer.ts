import type { Map as MapLibreMap } from 'maplibre-gl';
import type { AreasOnMap } from './areasOnMap.ts';
import type { CirclesOnMap } from './circlesOnMap.ts';
import type { MapEvents, MapPoint } from './mapOptions.ts';

/** Tells what lies under the pointer: a circle before the area beneath it. */
export function followPointer(
  map: MapLibreMap,
  areas: AreasOnMap,
  circles: CirclesOnMap,
  events: () => MapEvents,
): void {
  let pointed: 'area' | 'institution' | null = null;

  const leave = (point: MapPoint): void => {
    const before = pointed;
    pointed = null;
    if (before === 'institution') events().onHoverInstitution?.(null, point);
    if (before === 'area') events().onHover?.(null, point);
  };

  map.on('mousemove', ({ point: { x, y } }) => {
    const point = { x, y };
    const institution = circles.at(point);
    const area = institution === null ? areas.at(point) : null;
    if (pointed === 'institution' && institution === null) events().onHoverInstitution?.(null, point);
    if (pointed === 'area' && area === null) events().onHover?.(null, point);
    pointed = institution !== null ? 'institution' : area !== null ? 'area' : null;
    map.getCanvas().style.cursor = pointed ? 'pointer' : '';
    if (institution !== null) events().onHoverInstitution?.(institution, point);
    else if (area !== null) events().onHover?.(area, point);
  });
  map.on('mouseout', ({ point }) => leave(point));
  map.on('movestart', ({ originalEvent }) => {
    if (originalEvent) leave({ x: 0, y: 0 });
  });
  map.on('click', ({ point }) => {
    const institution = circles.at(point);
    if (institution !== null) events().onClickInstitution?.(institution);
    else events().onClick?.(areas.at(point));
  });
}
