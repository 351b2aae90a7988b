import { existsSync, readFileSync, statSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { distFolder } from './dist.ts';
import { type PackEntry, packIndex, packIndexPath, packTitle } from './packs.ts';
import { serve } from './serve.ts';

const help = `Baut Quartierlupe und öffnet sie unter einer Adresse auf diesem Rechner.

  npm start
  npm start -- --pack ORDNER [--pack ORDNER …] [--port N] [--no-build]

  --pack ORDNER  zeigt das gebaute Stadtpaket in ORDNER (mit datapackage.json) zuerst
  --port N       Port, ab dem ein freier gesucht wird (Standard 4173)
  --no-build     nimmt den vorhandenen Stand in dist/
`;

const root = fileURLToPath(new URL('..', import.meta.url));

/** Fails with one German line. Exit code 1: it cannot be done; 2: the call is wrong. */
function stop(message: string, code: 1 | 2): never {
  console.error(message);
  process.exit(code);
}

function readArguments() {
  try {
    const { values } = parseArgs({
      options: {
        pack: { type: 'string', multiple: true, default: [] },
        port: { type: 'string', default: '4173' },
        'no-build': { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
    return values;
  } catch (error) {
    return stop(`${(error as Error).message}\n\n${help}`, 2);
  }
}

/** A pack folder of the user, known to the app by the `name` of its descriptor. */
function openPack(folder: string): { entry: PackEntry; folder: string } {
  const full = resolve(process.env.INIT_CWD ?? process.cwd(), folder);
  if (!existsSync(full) || !statSync(full).isDirectory()) stop(`Kein Ordner: ${folder}`, 1);
  const descriptor = join(full, 'datapackage.json');
  if (!existsSync(descriptor)) {
    stop(`In ${folder} liegt keine datapackage.json – das ist kein gebautes Stadtpaket (npm run pack).`, 1);
  }
  let name: unknown;
  try {
    name = (JSON.parse(readFileSync(descriptor, 'utf8')) as { name?: unknown }).name;
  } catch (error) {
    stop(`${join(folder, 'datapackage.json')} ist kein gültiges JSON: ${(error as Error).message}`, 1);
  }
  const id = typeof name === 'string' && /^[a-z0-9][a-z0-9_-]*$/i.test(name) ? name : basename(full);
  return { entry: { id, path: `packs/${encodeURIComponent(id)}/`, title: packTitle(full) }, folder: full };
}

const options = readArguments();
if (options.help) {
  console.log(help);
  process.exit(0);
}
const port = Number(options.port);
if (!Number.isInteger(port) || port < 0 || port > 65535) stop(`Kein Port: ${options.port}\n\n${help}`, 2);
const opened = options.pack.map(openPack);
const twice = opened.find(({ entry }, i) => opened.findIndex((other) => other.entry.id === entry.id) < i);
if (twice) stop(`Zwei Stadtpakete heißen ${twice.entry.id}; der Name steht in datapackage.json.`, 1);

if (!options['no-build']) {
  const { build } = await import('vite');
  await build({ root, logLevel: 'warn', build: { outDir: distFolder, emptyOutDir: true } });
}
if (!existsSync(join(distFolder, 'index.html'))) stop('dist/ fehlt: bitte ohne --no-build starten.', 1);

const listed = JSON.parse(readFileSync(join(distFolder, packIndexPath), 'utf8')) as { packs: PackEntry[] };
const own = new Set(opened.map(({ entry }) => entry.id));
const packs = [...opened.map(({ entry }) => entry), ...listed.packs.filter((entry) => !own.has(entry.id))];
const served = await serve({
  root: distFolder,
  port,
  orNext: true,
  texts: { [packIndexPath]: packIndex(packs) },
  folders: Object.fromEntries(opened.map(({ entry, folder }) => [decodeURIComponent(entry.path), folder])),
});
console.log(`Quartierlupe läuft unter ${served.url} (Strg+C beendet).`);
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => void served.close().then(() => process.exit(0)));
}
