import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';
import { importedPackages } from './importedPackages.ts';

/**
 * Prints what each runtime dependency costs: the part of it that our code imports, bundled alone, minified and zipped
 * (kB gzip). Shared foundations count with each package that brings them, so the sum is more than the whole.
 */
const root = fileURLToPath(new URL('..', import.meta.url));
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  dependencies: Record<string, string>;
};
const uses = importedPackages();

for (const name of Object.keys(manifest.dependencies)) {
  const use = uses.find((one) => one.name === name);
  const { license } = JSON.parse(readFileSync(join(root, 'node_modules', name, 'package.json'), 'utf8')) as {
    license?: string;
  };
  const size = use ? `${((await zippedSize(use.entry)) / 1000).toFixed(1)} kB` : '–';
  console.log(
    `| \`${name}\` | ${size} | ${use?.folders.map((folder) => `\`${folder}\``).join(', ') ?? 'niemand'} | ${license ?? '?'} |`,
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
