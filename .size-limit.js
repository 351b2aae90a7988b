import { readFileSync } from 'node:fs';
import { firstPaintFiles, mapViewFiles } from './scripts/chunks.ts';

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
    name: 'Kartenansicht (alles außer Import, Export und Englisch)',
    path: inDist(mapViewFiles(manifest, 'dist')),
    limit: '800 kB',
    gzip: true,
  },
];
