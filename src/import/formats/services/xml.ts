import type { Element } from '@xmldom/xmldom';

export type XmlElement = Element;

/** The root of an XML document; null when it is none. Document types are refused: they may swell without end. */
export async function readXml(bytes: Uint8Array): Promise<XmlElement | null> {
  const text = new TextDecoder(declaredEncoding(bytes)).decode(bytes);
  if (/<!DOCTYPE/i.test(text.slice(0, 2_000))) return null;
  const { DOMParser } = await import('@xmldom/xmldom');
  const refuse = (level: string, message: string): void => {
    if (level !== 'warning') throw new Error(message);
  };
  try {
    return new DOMParser({ onError: refuse }).parseFromString(text.trimStart(), 'text/xml').documentElement;
  } catch {
    return null;
  }
}

function declaredEncoding(bytes: Uint8Array): string {
  const head = String.fromCharCode(...bytes.subarray(0, 200));
  const declared = /^[^<]*<\?xml[^>]*encoding=["']([\w-]+)["']/.exec(head)?.[1] ?? 'utf-8';
  try {
    return new TextDecoder(declared).encoding;
  } catch {
    return 'utf-8';
  }
}

/** Children by local name: every service has prefixes of its own. */
export function childrenOf(parent: XmlElement | null, name: string): readonly XmlElement[] {
  const found: XmlElement[] = [];
  for (let child = parent?.firstChild ?? null; child; child = child.nextSibling) {
    if (child.nodeType === 1 && (child as XmlElement).localName === name) found.push(child as XmlElement);
  }
  return found;
}

export function childOf(parent: XmlElement | null, name: string): XmlElement | null {
  return childrenOf(parent, name)[0] ?? null;
}

export function textOf(parent: XmlElement | null, name: string): string {
  return (childOf(parent, name)?.textContent ?? '').trim().replace(/\s+/g, ' ');
}
