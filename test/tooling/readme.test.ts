import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { permalinkKeys } from '#state/permalink.ts';
import { importedPackages } from '../../scripts/importedPackages.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const readme = read('README.md');
const manifest = JSON.parse(read('package.json')) as {
  dependencies: Record<string, string>;
  scripts: Record<string, string>;
};

const section = (name: string): string => {
  const [, inside] = readme.split(new RegExp(`<!-- /?${name} -->`));
  if (inside === undefined) throw new Error(`no section ${name} in the README`);
  return inside;
};

describe('the README', () => {
  test('has a line for each runtime dependency, with the folders that really import it', () => {
    const rows = section('dependencies')
      .split('\n')
      .map((line) => line.split('|').map((cell) => cell.trim()))
      .filter((cells) => cells[1]?.startsWith('`'))
      .map(
        ([, name = '', , , folders = '']) => `${name.replaceAll('`', '')}: ${folders.replaceAll('`', '')}`,
      );
    const uses = new Map(importedPackages().map((use) => [use.name, use.folders.join(', ')]));
    expect(rows.sort()).toEqual(
      Object.keys(manifest.dependencies)
        .map((name) => `${name}: ${uses.get(name) ?? '–'}`)
        .sort(),
    );
  });

  test('says what every part of a permalink means', () => {
    const [, grammar = ''] = /## Permalink\n([\s\S]*?)\n## /.exec(readme) ?? [];
    for (const key of ['v', ...permalinkKeys]) expect(grammar).toContain(`\`${key}\``);
  });

  test('names every layer, and every layer has its own README', () => {
    const layers = readdirSync(join(root, 'src'), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map((entry) => entry.name);
    expect(layers.length).toBeGreaterThan(10);
    expect(layers.filter((layer) => !readme.includes(`\n| \`${layer}\` |`))).toEqual([]);
    expect(layers.filter((layer) => !existsSync(join(root, 'src', layer, 'README.md')))).toEqual([]);
  });

  test.each(['README.md', 'CONTRIBUTING.md'])('%s names only commands and files that are there', (file) => {
    const text = read(file);
    const commands = [...text.matchAll(/npm run (?:-s )?([\w:-]+)/g)].map(([, name = '']) => name);
    expect(commands.filter((name) => !Object.hasOwn(manifest.scripts, name))).toEqual([]);
    const paths = [...text.matchAll(/(?:\]\(|`)((?:src|test|data|scripts|docs)\/[\w./-]+)[)`]/g)].map(
      ([, path = '']) => path,
    );
    expect(paths.length).toBeGreaterThan(0);
    expect(paths.filter((path) => !existsSync(join(root, path)))).toEqual([]);
  });
});

test('every import that reaches npm is a declared dependency', () => {
  const undeclared = importedPackages().filter(({ name }) => !Object.hasOwn(manifest.dependencies, name));
  expect(undeclared.map(({ name, folders }) => `${name} (${folders.join(', ')})`)).toEqual([]);
});

test('the server of the project runs what the README says', () => {
  const run = read('.ci/run')
    .split('\n')
    .filter((line) => /^npm /.test(line))
    .join(' && ');
  expect(run).toBe('npm ci && npm test');
  expect(readme).toContain(run);
});
