import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

/** How our own code imports one npm package. */
export interface PackageUse {
  readonly name: string;
  /** Folders of `src` (or `data`, `scripts`) that import it, sorted. */
  readonly folders: readonly string[];
  /** Code that imports the same things: what the package costs us when bundled. */
  readonly entry: string;
}

const root = fileURLToPath(new URL('..', import.meta.url));

/** The npm packages that files below `src` and `data` import for more than their types. */
export function importedPackages(): PackageUse[] {
  const folders = new Map<string, Set<string>>();
  const lines = new Map<string, Set<string>>();
  const note = (specifier: string, folder: string, line: string): void => {
    if (/^[.#]|^node:|^virtual:/.test(specifier)) return;
    const name = specifier
      .split('/')
      .slice(0, specifier.startsWith('@') ? 2 : 1)
      .join('/');
    folders.set(name, (folders.get(name) ?? new Set()).add(folder));
    lines.set(name, (lines.get(name) ?? new Set()).add(line));
  };
  for (const top of ['src', 'data']) {
    for (const path of readdirSync(join(root, top), { recursive: true, encoding: 'utf8' })) {
      if (!/\.(tsx?|css)$/.test(path)) continue;
      const folder = top === 'src' ? (path.split(/[\\/]/, 1)[0] ?? '') : top;
      const code = readFileSync(join(root, top, path), 'utf8');
      if (path.endsWith('.css')) {
        for (const [, specifier = ''] of code.matchAll(/@import\s+(?:url\()?["']([^"']+)["']/g)) {
          note(specifier, folder, `import '${specifier}';`);
        }
        // Typefaces and pictures: no code, so they add nothing to the entry.
        for (const [, specifier = ''] of code.matchAll(
          /(?<!@import\s+)url\(["']?(@?[a-z][\w@./-]*)["']?\)/g,
        )) {
          note(specifier, folder, '');
        }
      } else {
        readImports(path, code, (specifier, line) => note(specifier, folder, line));
      }
    }
  }
  return [...folders]
    .map(([name, set]) => ({
      name,
      folders: [...set].sort(),
      entry: [...(lines.get(name) ?? [])]
        .sort()
        .map((line, i) => line.replaceAll('$', String(i)))
        .join('\n'),
    }))
    .sort((a, b) => a.name.localeCompare(b.name));
}

/** `$` stands for a number that keeps the exported names apart. */
function readImports(path: string, code: string, found: (specifier: string, line: string) => void): void {
  const file = ts.createSourceFile(path, code, ts.ScriptTarget.Latest, false);
  const visit = (node: ts.Node): void => {
    if (
      (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) &&
      node.moduleSpecifier &&
      ts.isStringLiteral(node.moduleSpecifier)
    ) {
      const specifier = node.moduleSpecifier.text;
      if (ts.isExportDeclaration(node)) {
        if (!node.isTypeOnly) found(specifier, `export * as all$ from '${specifier}';`);
      } else readClause(node.importClause, specifier, found);
    }
    if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      const [argument] = node.arguments;
      if (argument && ts.isStringLiteral(argument)) {
        found(argument.text, `export * as all$ from '${argument.text}';`);
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
}

function readClause(
  clause: ts.ImportClause | undefined,
  specifier: string,
  found: (specifier: string, line: string) => void,
): void {
  if (!clause) {
    found(specifier, `import '${specifier}';`);
    return;
  }
  if (clause.phaseModifier === ts.SyntaxKind.TypeKeyword) return;
  if (clause.name) found(specifier, `export { default as own$ } from '${specifier}';`);
  const bindings = clause.namedBindings;
  if (!bindings) return;
  if (ts.isNamespaceImport(bindings)) {
    found(specifier, `export * as all$ from '${specifier}';`);
    return;
  }
  for (const element of bindings.elements) {
    if (element.isTypeOnly) continue;
    const name = (element.propertyName ?? element.name).text;
    found(specifier, `export { ${name} as ${name}$ } from '${specifier}';`);
  }
}
