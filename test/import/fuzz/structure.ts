import fc from 'fast-check';
import { type Edit, edit, edited, type Keeping } from './jsonMutations.ts';
import { type Mutation, mutation } from './mutations.ts';

interface XmlNode {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (XmlNode | string)[];
}

const xmlKeeping: Keeping = { types: true, closed: {}, records: ['attributes'] };
const isName = (name: string): boolean => /^[\p{L}_][\p{L}\d_.-]*(:[\p{L}_][\p{L}\d_.-]*)?$/u.test(name);

/** The elements of a sound file; what stands before the first one is left out. */
function parseXml(text: string): XmlNode | null {
  const top: (XmlNode | string)[] = [];
  const open: { name: string; children: (XmlNode | string)[] }[] = [{ name: '', children: top }];
  for (const [token, close, name, attributes = '', self] of text.matchAll(
    /<!\[CDATA\[[\s\S]*?\]\]>|<[!?][^>]*>|<(\/?)([^\s/>]+)((?:"[^"]*"|'[^']*'|[^>"'])*?)(\/?)>|[^<]+/g,
  )) {
    const inside = open.at(-1);
    if (!inside) return null;
    if (name === undefined) {
      if (!/^<[!?]/.test(token) && token.trim() !== '') inside.children.push(unescaped(token));
    } else if (close) open.pop();
    else {
      const pairs = [...attributes.matchAll(/([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)];
      const node = {
        name,
        attributes: Object.fromEntries(pairs.map(([, key = '', a, b]) => [key, unescaped(a ?? b ?? '')])),
        children: [] as (XmlNode | string)[],
      };
      inside.children.push(node);
      if (!self) open.push(node);
    }
  }
  return top.find((one) => typeof one !== 'string') ?? null;
}

function unescaped(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** Well formed whatever the elements are called: what is no name becomes one. */
function xmlText(node: XmlNode | string): string {
  if (typeof node === 'string') return escaped(node);
  const name = isName(node.name) ? node.name : 'a';
  const attributes = Object.entries(node.attributes)
    .filter(([key]) => isName(key))
    .map(([key, value]) => ` ${key}="${escaped(value)}"`);
  return `<${name}${attributes.join('')}>${node.children.map(xmlText).join('')}</${name}>`;
}

function editedText(text: string, edits: readonly Edit[]): string | null {
  const start = text.trimStart()[0];
  if (start === '<') {
    const root = parseXml(text.trimStart());
    return root && xmlText(edited(root, edits, xmlKeeping));
  }
  if (start !== '{' && start !== '[') return null;
  try {
    return JSON.stringify(edited(JSON.parse(text) as unknown, edits));
  } catch {
    // Documents one below the other: one of them is changed.
    const lines = text.split('\n').filter((line) => line.trim() !== '');
    const at = (edits[0]?.pick ?? 0) % lines.length;
    const line = JSON.parse(lines[at] ?? '') as unknown;
    return lines.map((other, i) => (i === at ? JSON.stringify(edited(line, edits)) : other)).join('\n');
  }
}

/**
 * Changes what is said instead of how it is written: JSON stays JSON, XML stays well formed, so that more than the first
 * check of a reader is tried. Anything else has its bytes changed.
 */
export const structuralChange: fc.Arbitrary<Mutation> = fc
  .tuple(fc.array(edit, { minLength: 1, maxLength: 4 }), mutation)
  .map(
    ([edits, otherwise]): Mutation =>
      (bytes) => {
        try {
          const text = editedText(new TextDecoder('utf-8', { fatal: true }).decode(bytes), edits);
          return text === null ? otherwise(bytes) : new TextEncoder().encode(text);
        } catch {
          return otherwise(bytes);
        }
      },
  );
