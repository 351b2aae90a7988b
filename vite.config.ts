import { defineConfig } from 'vite';
import { conditions } from './scripts/conditions.ts';
import { servePacks } from './scripts/packs.ts';
import { serveRecipes } from './scripts/recipes.ts';
import { sharedWorkers } from './scripts/sharedWorkers.ts';
import { withoutMapIcons } from './scripts/withoutMapIcons.ts';

export default defineConfig({
  // Relative addresses: `dist/` runs from any sub-path of any static host.
  base: './',
  plugins: [servePacks(), serveRecipes(), sharedWorkers(), withoutMapIcons()],
  resolve: { conditions: [...conditions] },
  worker: { format: 'es' },
  build: {
    target: 'es2022',
    // The size check reads it to tell what the first paint loads from what comes later.
    manifest: true,
    // Nothing is written into the style sheet as data: a typeface comes when a text needs it.
    assetsInlineLimit: 0,
    // The map and its WebGL layers are one chunk; `npm run size` keeps the limits that matter.
    chunkSizeWarningLimit: 2000,
    rolldownOptions: { checks: { bundlerTimings: false } },
  },
  preview: { host: 'localhost' },
});
