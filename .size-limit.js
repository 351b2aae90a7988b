import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { firstPaintFiles, mapViewFiles, wholeMapFiles } from './scripts/chunks.ts';
import { distFolder } from './scripts/dist.ts';

const manifest = JSON.parse(readFileSync(join(distFolder, '.vite/manifest.json'), 'utf8'));
const inDist = (files) => files.map((file) => join(distFolder, file));

export default [
  {
    name: 'Erste Anzeige (Einstieg und was er sofort lädt)',
    path: inDist(firstPaintFiles(manifest)),
    limit: '120 kB',
    gzip: true,
  },
  {
    name: 'Kartenansicht (Karte, Legende, Diagramme und Felder aller Aufgaben, Worker)',
    path: inDist(mapViewFiles(manifest, distFolder)),
    limit: '800 kB',
    gzip: true,
  },
  {
    name: 'Kartenansicht und deck.gl, das mit den Kreisen der Einrichtungen kommt',
    path: inDist(wholeMapFiles(manifest, distFolder)),
    limit: '1000 kB',
    gzip: true,
  },
];
