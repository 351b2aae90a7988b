import { isRecord } from '../feature.ts';

export interface Link {
  readonly href: string;
  readonly rel: string;
  readonly type: string;
  readonly title: string;
}

/** The links of a document of an OGC API, against its address. */
export function linksOf(value: Readonly<Record<string, unknown>>, base: string): readonly Link[] {
  const { links } = value;
  if (!Array.isArray(links)) return [];
  return links.filter(isRecord).flatMap((link) => {
    try {
      const { protocol, href } = new URL(textAt(link, 'href'), base);
      const isWeb = protocol === 'https:' || protocol === 'http:';
      const [rel, type, title] = [textAt(link, 'rel'), textAt(link, 'type'), textAt(link, 'title')];
      return isWeb ? [{ href, rel, type, title }] : [];
    } catch {
      return [];
    }
  });
}

export function textAt(value: Readonly<Record<string, unknown>>, name: string): string {
  const text = Object.hasOwn(value, name) ? value[name] : undefined;
  return typeof text === 'string' ? text.trim() : '';
}
