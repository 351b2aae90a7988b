import type { Map as MapLibreMap } from 'maplibre-gl';
import type { CirclesOnMap } from './circlesOnMap.ts';

/** What the map shows, circles included, with `pixelRatio` pixels to the CSS pixel; the map keeps its size. */
export async function pictureOfMap(
  map: MapLibreMap,
  circles: CirclesOnMap,
  pixelRatio: number,
): Promise<HTMLCanvasElement> {
  const { clientWidth, clientHeight } = map.getContainer();
  const picture = document.createElement('canvas');
  picture.width = Math.round(clientWidth * pixelRatio);
  picture.height = Math.round(clientHeight * pixelRatio);
  const context = picture.getContext('2d');
  if (!context) throw new Error('no 2d context');
  const { overlay } = circles;
  map.setPixelRatio(pixelRatio);
  overlay?.setProps({ useDevicePixels: pixelRatio });
  try {
    await map.once('idle');
    await circles.sharpen(picture.width);
    // WebGL keeps its picture only until the browser has composed the page: draw and copy in one go.
    map.redraw();
    for (const canvas of [map.getCanvas(), overlay?.getCanvas()]) {
      if (canvas && canvas.width > 0) context.drawImage(canvas, 0, 0, picture.width, picture.height);
    }
  } finally {
    // Null ends the override, says its documentation; its type forgot.
    map.setPixelRatio(null as unknown as number);
    overlay?.setProps({ useDevicePixels: true });
  }
  return picture;
}
