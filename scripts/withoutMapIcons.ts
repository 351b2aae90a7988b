import type { Plugin } from 'vite';

const icon = /background(-image)?:url\("data:[^"]*"\)[^;}]*;?/g;

/**
 * Leaves the icons out of MapLibre's style sheet: of its own buttons, logo and compass, none of which the map has. They
 * stand there as data and were 7 kB gzip of the map view. Whoever adds such a button (`map.addControl`) sees it empty at
 * once and takes this plugin out.
 */
export function withoutMapIcons(): Plugin {
  return {
    name: 'quartierlupe:without-map-icons',
    enforce: 'pre',
    transform(code, id) {
      return id.endsWith('/maplibre-gl/dist/maplibre-gl.css')
        ? { code: code.replace(icon, ''), map: null }
        : null;
    },
  };
}
