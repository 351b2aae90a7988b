/** What a service says about a request it did not like: OWS exceptions, JSON of OGC APIs and of ArcGIS. */
export function refusalIn(text: string): string | null {
  const exception =
    /<(?:[\w-]+:)?(?:ExceptionText|ServiceException)\b[^>]*>\s*(?:<!\[CDATA\[)?([\s\S]*?)(?:\]\]>)?\s*<\//.exec(
      text,
    )?.[1];
  const said = exception?.replace(/\s+/g, ' ').trim();
  if (said) return unescaped(said).slice(0, 300);
  const report = /<(?:[\w-]+:)?(?:ExceptionReport|ServiceExceptionReport)\b/.exec(text);
  if (report) return /exceptionCode="([^"]+)"/.exec(text)?.[1] ?? 'ExceptionReport';
  if (!text.trimStart().startsWith('{')) return null;
  try {
    return saidIn(JSON.parse(text) as Record<string, unknown>);
  } catch {
    return null;
  }
}

function saidIn({ description, detail, title, error, type }: Record<string, unknown>): string | null {
  // ArcGIS refuses with the status of success.
  if (typeof error === 'object' && error !== null) {
    const { message, details } = error as Record<string, unknown>;
    const all = [message, ...(Array.isArray(details) ? details : [])].filter(
      (one) => typeof one === 'string' && one !== '',
    );
    return all.length > 0 ? all.join(' ').slice(0, 300) : null;
  }
  if (type === 'FeatureCollection') return null;
  const said = [description, detail, title].find((one) => typeof one === 'string');
  return typeof said === 'string' ? said.slice(0, 300) : null;
}

function unescaped(text: string): string {
  return text
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&apos;|&#39;/g, "'")
    .replace(/&amp;/g, '&');
}
