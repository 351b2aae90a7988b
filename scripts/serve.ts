import { createReadStream } from 'node:fs';
import { realpath, stat } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, sep } from 'node:path';
import { pipeline } from 'node:stream';
import { createGzip } from 'node:zlib';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.topojson': 'application/json; charset=utf-8',
  '.geojson': 'application/geo+json; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.wasm': 'application/wasm',
  '.zip': 'application/zip',
};
const compressible = /^(text\/|application\/(json|geo\+json|wasm)|image\/svg)/;

export interface ServeOptions {
  /** Folder served at `base`. */
  readonly root: string;
  /** Address prefix with slashes at both ends. Default `/`. */
  readonly base?: string;
  /** Further folders by their prefix below `base` (`packs/berlin/`); they go before `root`. */
  readonly folders?: Readonly<Record<string, string>>;
  /** Texts by their path below `base`; they go before files. */
  readonly texts?: Readonly<Record<string, string>>;
  /** Wished port; 0 takes any free one. */
  readonly port: number;
  /** Take the next free port when the wished one is in use. */
  readonly orNext?: boolean;
}

export interface Served {
  readonly url: string;
  readonly port: number;
  close(): Promise<void>;
}

/** Serves static files on this machine only (localhost). Reads, never writes; paths cannot leave their folder. */
export async function serve(options: ServeOptions): Promise<Served> {
  const base = options.base ?? '/';
  if (!/^\/(.*\/)?$/.test(base)) throw new Error(`invalid base: ${base}`);
  const server = createServer((request, response) => {
    answer(request, response, options, base).catch(() => refuse(response, 500));
  });
  const port = await listen(server, options.port, options.orNext ?? false);
  return {
    url: `http://localhost:${port}${base}`,
    port,
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()));
        server.closeAllConnections();
      }),
  };
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  options: ServeOptions,
  base: string,
): Promise<void> {
  if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(response, 405);
  const path = pathOf(request.url ?? '/');
  if (path === null) return refuse(response, 400);
  if (!path.startsWith(base)) return refuse(response, 404);
  const inside = path.slice(base.length);
  const text = options.texts?.[inside];
  if (text !== undefined) {
    response.writeHead(200, headersFor(inside));
    response.end(request.method === 'HEAD' ? undefined : text);
    return;
  }
  const file = await fileFor(inside, options);
  if (file === null) return refuse(response, 404);
  const headers = headersFor(file);
  const zip =
    compressible.test(headers['content-type'] ?? '') &&
    /\bgzip\b/.test(request.headers['accept-encoding'] ?? '');
  if (zip) headers['content-encoding'] = 'gzip';
  response.writeHead(200, headers);
  if (request.method === 'HEAD') {
    response.end();
    return;
  }
  const done = () => {};
  if (zip) pipeline(createReadStream(file), createGzip({ level: 5 }), response, done);
  else pipeline(createReadStream(file), response, done);
}

/** The decoded path, or null when it tries to climb, hides a separator or is no valid encoding. */
function pathOf(url: string): string | null {
  let path: string;
  try {
    path = decodeURIComponent(url.split(/[?#]/, 1)[0] ?? '').replaceAll(/\/{2,}/g, '/');
  } catch {
    return null;
  }
  const isBad = path.includes('\0') || path.includes('\\') || path.split('/').includes('..');
  return isBad ? null : path;
}

async function fileFor(inside: string, options: ServeOptions): Promise<string | null> {
  for (const [prefix, folder] of Object.entries(options.folders ?? {})) {
    if (inside.startsWith(prefix)) return existing(folder, inside.slice(prefix.length));
  }
  return existing(options.root, inside === '' || inside.endsWith('/') ? `${inside}index.html` : inside);
}

/** A regular file really below `folder`: a symbolic link that leads out of it does not count. */
async function existing(folder: string, path: string): Promise<string | null> {
  try {
    const [root, file] = await Promise.all([realpath(folder), realpath(join(folder, path))]);
    return file.startsWith(root + sep) && (await stat(file)).isFile() ? file : null;
  } catch {
    return null;
  }
}

function headersFor(path: string): Record<string, string> {
  return {
    'content-type': types[extname(path)] ?? 'application/octet-stream',
    // Packs and builds change under the same name while one works on them.
    'cache-control': 'no-cache',
    'x-content-type-options': 'nosniff',
  };
}

function refuse(response: ServerResponse, status: number): void {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' });
  response.end(`${status}\n`);
}

/** Ports after the wished one that are tried. */
const attempts = 50;

async function listen(server: Server, wished: number, orNext: boolean): Promise<number> {
  for (let port = wished; ; port++) {
    try {
      await new Promise<void>((resolve, reject) => {
        server.once('error', reject);
        server.listen(port, 'localhost', () => {
          server.off('error', reject);
          resolve();
        });
      });
      return (server.address() as AddressInfo).port;
    } catch (error) {
      const isTaken = (error as NodeJS.ErrnoException).code === 'EADDRINUSE';
      if (!isTaken || !orNext || port - wished >= attempts) throw error;
    }
  }
}
