import { readFileSync } from 'node:fs';
import { firstPaintFiles, mapViewFiles, wholeMapFiles } from './scripts/chunks.ts';

const manifest = JSON.parse(readFileSync('dist/.vite/manifest.json', 'utf8'));
const inDist = (files) => files.map((file) => `dist/${file}`);

export default [
  {
    name: 'Erste Anzeige (Einstieg und was er sofort lädt)',
    path: inDist(firstPaintFiles(manifest)),
    limit: '120 kB',
    gzip: true,
  },
  {
    name: 'Kartenansicht (Karte, Legende, Diagramme und Felder aller Aufgaben, Worker)',
    path: inDist(mapViewFiles(manifest, 'dist')),
    limit: '800 kB',
    gzip: true,
  },
  {
    name: 'Kartenansicht und deck.gl, das mit den Kreisen der Einrichtungen kommt',
    path: inDist(wholeMapFiles(manifest, 'dist')),
    limit: '1000 kB',
    gzip: true,
  },
];
