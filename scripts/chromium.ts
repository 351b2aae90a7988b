import { execFileSync, spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, isAbsolute, join } from 'node:path';
import { chromium as playwrightChromium } from 'playwright';

/** Draws WebGL in software and keeps the browser from calling home. */
export const chromiumArguments = [
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  // Only the map needs WebGL: the page around it is put together faster without.
  '--disable-gpu-compositing',
  '--no-sandbox',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

export const environmentNames = [
  'CHROMIUM_PATH',
  'PLAYWRIGHT_CHROMIUM',
  'PLAYWRIGHT_CHROMIUM_EXECUTABLE_PATH',
  'CHROME_PATH',
  'CHROME_BIN',
] as const;

const commandNames = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
];

const fixedPlaces = [
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/**
 * The Chromium to test with: named by the environment, else installed on the system, else Playwright's own.
 * Null when there is none.
 * @throws when the environment names a file that is not there: a wrong setting must not pass unnoticed.
 */
export function findChromium(environment: NodeJS.ProcessEnv = process.env): string | null {
  for (const name of environmentNames) {
    const named = environment[name];
    if (!named) continue;
    const path = isAbsolute(named) ? named : onPath(named, environment);
    if (!path || !isExecutable(path)) throw new Error(`${name} nennt kein ausführbares Programm: ${named}`);
    return path;
  }
  for (const name of commandNames) {
    const path = onPath(name, environment);
    if (path && starts(path)) return path;
  }
  const own = playwrightChromium.executablePath();
  return [...fixedPlaces, own].find((path) => path && existsSync(path)) ?? null;
}

/** As `findChromium`, but installs one when there is none. */
export function chromiumOrInstall(): string | null {
  const found = findChromium();
  if (found) return found;
  console.log('Kein Chromium gefunden – es wird eines installiert (npx playwright install chromium).');
  if (
    run('npx', ['playwright', 'install', '--with-deps', 'chromium']) ||
    run('npx', ['playwright', 'install', 'chromium'])
  ) {
    const own = findChromium();
    if (own && starts(own)) return own;
  }
  if (process.getuid?.() === 0 && onPath('apt-get', process.env)) {
    console.log('Playwright konnte keines installieren – nächster Versuch mit apt-get.');
    if (run('apt-get', ['update']) && run('apt-get', ['install', '-y', 'chromium'])) return findChromium();
  }
  return null;
}

export const chromiumAdvice = [
  'Für die Browsertests fehlt ein Chromium. Eines davon hilft:',
  '  npx playwright install --with-deps chromium',
  '  sudo apt-get install chromium        (Debian; unter Ubuntu: Google Chrome als .deb)',
  '  CHROMIUM_PATH=/pfad/zu/chromium npm test',
].join('\n');

function onPath(command: string, environment: NodeJS.ProcessEnv): string | null {
  for (const folder of (environment.PATH ?? '').split(delimiter)) {
    if (folder && isExecutable(join(folder, command))) return join(folder, command);
  }
  return null;
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Ubuntu's `chromium-browser` is a stub that only recommends the snap: ask before trusting a name. */
function starts(path: string): boolean {
  try {
    const answer = execFileSync(path, ['--version', '--no-sandbox'], {
      encoding: 'utf8',
      timeout: 20_000,
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    return /\d+\.\d+/.test(answer);
  } catch {
    return false;
  }
}

function run(command: string, args: readonly string[]): boolean {
  return spawnSync(command, args, { stdio: 'inherit' }).status === 0;
}
