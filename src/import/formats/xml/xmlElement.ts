import type { Element, DOMParser as Parser } from '@xmldom/xmldom';
import { BrokenXml, type XmlPiece } from './xmlPieces.ts';

export type XmlElement = Element;

/** Reads pieces as elements with their surroundings, so that prefixes of names are known. */
export async function loadXmlReader(): Promise<(piece: XmlPiece) => XmlElement> {
  const { DOMParser } = await import('@xmldom/xmldom');
  return (piece) => {
    const root = parse(new DOMParser({ onError: refuse }), `${piece.before}${piece.xml}${piece.after}`);
    let element = root;
    for (let depth = (piece.after.match(/<\//g) ?? []).length; depth > 0; depth--) {
      const inner = elementsOf(element)[0];
      if (!inner) throw new BrokenXml('tags do not match');
      element = inner;
    }
    return element;
  };
}

function parse(parser: Parser, text: string): XmlElement {
  try {
    const root = parser.parseFromString(text, 'text/xml').documentElement;
    if (root) return root;
  } catch {
    // What exactly is wrong helps nobody: the place is one within a piece.
  }
  throw new BrokenXml('not well-formed');
}

function refuse(level: 'warning' | 'error' | 'fatalError', message: string): void {
  if (level !== 'warning') throw new Error(message);
}

/** Child elements. */
export function elementsOf(parent: XmlElement): readonly XmlElement[] {
  const found: XmlElement[] = [];
  for (let child = parent.firstChild; child; child = child.nextSibling) {
    if (child.nodeType === 1) found.push(child as XmlElement);
  }
  return found;
}

/** Without prefix. */
export function nameOf(element: XmlElement): string {
  return element.localName ?? element.nodeName;
}

/** Value of an attribute by its name without prefix; null when there is none. */
export function attributeOf(element: XmlElement, name: string): string | null {
  for (let i = 0; i < element.attributes.length; i++) {
    const attribute = element.attributes.item(i);
    if (attribute && (attribute.localName ?? attribute.name) === name) return attribute.value;
  }
  return null;
}

export function textOf(element: XmlElement): string {
  return (element.textContent ?? '').trim();
}

/** Child elements of a name, whatever their prefix: every service has prefixes of its own. */
export function childrenOf(parent: XmlElement | null, name: string): readonly XmlElement[] {
  return parent ? elementsOf(parent).filter((child) => nameOf(child) === name) : [];
}

export function childOf(parent: XmlElement | null, name: string): XmlElement | null {
  return childrenOf(parent, name)[0] ?? null;
}

/** The text of the first child of a name on one line; empty when there is none. */
export function childText(parent: XmlElement | null, name: string): string {
  const child = childOf(parent, name);
  return child ? textOf(child).replace(/\s+/g, ' ') : '';
}
