import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const source = fileURLToPath(new URL('../../src/', import.meta.url));

/** What the program says about texts, read from its syntax tree. */
export interface TextUses {
  /** `namespace.key`, with a wild card where a template has an expression. */
  readonly keys: readonly RegExp[];
  /** First arguments of `t(…)` that are plain strings. */
  readonly asked: readonly { readonly key: string; readonly at: string }[];
  /** Namespaces looked up by a name that only the running program knows: `find('problems', code)`. */
  readonly open: ReadonlySet<string>;
  /** Codes of `problem('code', {…})`, with the names of the parameters where they stand there. */
  readonly problems: readonly {
    readonly code: string;
    readonly params: readonly string[] | null;
    readonly at: string;
  }[];
}

export function readTextUses(namespaces: readonly string[]): TextUses {
  const keys: RegExp[] = [];
  const asked: { key: string; at: string }[] = [];
  const open = new Set<string>();
  const problems: { code: string; params: readonly string[] | null; at: string }[] = [];

  for (const path of readdirSync(source, { recursive: true, encoding: 'utf8' })) {
    if (!/\.tsx?$/.test(path) || /^i18n[\\/](de|en)[\\/]/.test(path)) continue;
    const file = ts.createSourceFile(path, readFileSync(join(source, path), 'utf8'), ts.ScriptTarget.Latest);
    const visit = (node: ts.Node): void => {
      const pattern = textPattern(node);
      if (pattern !== null && namespaces.some((name) => pattern.startsWith(`${name}\\.`))) {
        keys.push(new RegExp(`^${pattern}$`));
      }
      if (ts.isCallExpression(node)) readCall(node, path);
      ts.forEachChild(node, visit);
    };
    const readCall = (call: ts.CallExpression, at: string): void => {
      const name = calledName(call);
      const [first, second] = call.arguments;
      if (!first) return;
      if (name === 't' && ts.isStringLiteralLike(first)) asked.push({ key: first.text, at });
      if (name === 'find' && ts.isStringLiteralLike(first) && namespaces.includes(first.text)) {
        const key = second && textPattern(second);
        if (key) keys.push(new RegExp(`^${first.text}\\.${key}$`));
        else open.add(first.text);
      }
      if (name === 'problem' && ts.isStringLiteralLike(first)) {
        problems.push({ code: first.text, params: parameterNames(second), at });
      }
    };
    visit(file);
  }
  return { keys, asked, open, problems };
}

/** The text of a literal as the source of a regular expression; null when the node is no literal. */
function textPattern(node: ts.Node): string | null {
  if (ts.isStringLiteralLike(node)) return escapePattern(node.text);
  if (!ts.isTemplateExpression(node)) return null;
  return node.templateSpans.reduce(
    (text, span) => `${text}.+${escapePattern(span.literal.text)}`,
    escapePattern(node.head.text),
  );
}

function calledName({ expression }: ts.CallExpression): string | null {
  if (ts.isIdentifier(expression)) return expression.text;
  return ts.isPropertyAccessExpression(expression) ? expression.name.text : null;
}

function parameterNames(node: ts.Expression | undefined): readonly string[] | null {
  if (!node) return [];
  if (!ts.isObjectLiteralExpression(node)) return null;
  const names: string[] = [];
  for (const property of node.properties) {
    const { name } = property;
    if (!name || !(ts.isIdentifier(name) || ts.isStringLiteral(name))) return null;
    names.push(name.text);
  }
  return names;
}

function escapePattern(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
