import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';
import { importedPackages } from './importedPackages.ts';

/**
 * Weighs each runtime dependency: the part of it that our code imports, bundled alone, minified and zipped (kB gzip).
 * Shared foundations count with each package that brings them, so the sum is more than the whole. Prints the table of
 * the README; with `--write` puts it there and keeps the words of the second column.
 */
const root = fileURLToPath(new URL('..', import.meta.url));
const readmePath = join(root, 'README.md');
const readme = readFileSync(readmePath, 'utf8');
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  dependencies: Record<string, string>;
};
const uses = importedPackages();

const rows: string[] = [];
for (const name of Object.keys(manifest.dependencies)) {
  const use = uses.find((one) => one.name === name);
  const { license } = JSON.parse(readFileSync(join(root, 'node_modules', name, 'package.json'), 'utf8')) as {
    license?: string;
  };
  const bytes = use ? await zippedSize(use.entry) : 0;
  const size = !use ? '–' : bytes < 100 ? 'kein Code' : `${(bytes / 1000).toFixed(1)} kB`;
  const folders = use?.folders.map((folder) => `\`${folder}\``).join(', ') ?? '–';
  const purpose = readme.match(new RegExp(`^\\| \`${name}\` \\| ([^|]*) \\|`, 'm'))?.[1] ?? '?';
  rows.push(`| \`${name}\` | ${purpose} | ${size} | ${folders} | ${license ?? '?'} |`);
}
const table = rows.join('\n');
console.log(table);
if (process.argv.includes('--write')) {
  const before = /(<!-- dependencies -->\n.*\n.*\n)[\s\S]*?(\n<!-- \/dependencies -->)/;
  if (!before.test(readme)) throw new Error('no table of dependencies in the README');
  writeFileSync(
    readmePath,
    readme.replace(before, (_all, head: string, foot: string) => head + table + foot),
  );
}

async function zippedSize(entry: string): Promise<number> {
  // Inside node_modules, so that packages are found and no tool takes it for our own code.
  const folder = mkdtempSync(join(root, 'node_modules', '.dependency-size-'));
  try {
    const file = join(folder, 'entry.js');
    writeFileSync(file, entry);
    const results = await build({
      root: folder,
      configFile: false,
      logLevel: 'silent',
      build: {
        write: false,
        minify: true,
        assetsInlineLimit: 0,
        rolldownOptions: { input: file, preserveEntrySignatures: 'strict' },
      },
    });
    let size = 0;
    for (const result of Array.isArray(results) ? results : [results]) {
      if (!('output' in result)) continue;
      for (const part of result.output) {
        const isStyle = part.type === 'asset' && part.fileName.endsWith('.css');
        const isScript = part.type === 'chunk' || /\.m?js$/.test(part.fileName);
        if (isStyle || isScript) size += gzipSync(part.type === 'chunk' ? part.code : part.source).length;
      }
    }
    return size;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
