import type { Database, SqlJsStatic } from 'sql.js';

let loaded: Promise<SqlJsStatic> | null = null;

/** SQLite, compiled to WebAssembly. The program is fetched with the first database; null when it cannot be had. */
export async function openDatabase(bytes: Uint8Array): Promise<Database | null> {
  loaded ??= load();
  let sqlite: SqlJsStatic;
  try {
    sqlite = await loaded;
  } catch {
    // A download that failed may work the next time.
    loaded = null;
    return null;
  }
  return new sqlite.Database(bytes);
}

async function load(): Promise<SqlJsStatic> {
  const { default: initSqlJs } = await import('sql.js');
  // Vite turns the address into that of the file it publishes. Node finds the program beside the library by itself.
  const program = new URL('sql.js/dist/sql-wasm-browser.wasm', import.meta.url);
  if (program.protocol === 'file:') return initSqlJs();
  // Fetched here, because the library remembers a failure for ever.
  const response = await fetch(program);
  if (!response.ok) throw new Error(`invalid program: ${response.status}`);
  return initSqlJs({ wasmBinary: await response.arrayBuffer() });
}
