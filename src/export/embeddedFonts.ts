/** Weights that legends and charts use; the rest of a large family would only make the picture heavy. */
const wantedWeights = new Set(['normal', '400', '500', '600', 'bold', '700']);

const cache = new Map<string, Promise<string | null>>();

/** `@font-face` rules of the page for these families with the files written into them; empty if there is none. */
export async function embeddedFonts(families: Iterable<string>): Promise<string> {
  const wanted = new Set(families);
  const rules = fontFaces().filter(
    ({ rule }) =>
      wanted.has(plainFamily(rule)) &&
      rule.style.getPropertyValue('font-style') !== 'italic' &&
      wantedWeights.has(rule.style.getPropertyValue('font-weight') || 'normal'),
  );
  const written = await Promise.all(rules.map(({ rule, base }) => embedded(rule, base)));
  return written.filter((text) => text !== null).join('\n');
}

function fontFaces(): { readonly rule: CSSFontFaceRule; readonly base: string }[] {
  const found: { rule: CSSFontFaceRule; base: string }[] = [];
  const collect = (rules: CSSRuleList, base: string): void => {
    for (const rule of rules) {
      if (rule instanceof CSSFontFaceRule) found.push({ rule, base });
      else if (rule instanceof CSSGroupingRule) collect(rule.cssRules, base);
    }
  };
  for (const sheet of document.styleSheets) {
    try {
      collect(sheet.cssRules, sheet.href ?? document.baseURI);
    } catch {
      // A style sheet of another origin, e.g. from a browser extension, may not be read.
    }
  }
  return found;
}

function plainFamily(rule: CSSFontFaceRule): string {
  return rule.style.getPropertyValue('font-family').replace(/^["']|["']$/g, '');
}

async function embedded(rule: CSSFontFaceRule, base: string): Promise<string | null> {
  const path = /url\(["']?([^"')]+)["']?\)/.exec(rule.style.getPropertyValue('src'))?.[1];
  if (!path) return null;
  const address = new URL(path, base).href;
  const known = cache.get(address) ?? dataAddress(address);
  cache.set(address, known);
  const data = await known;
  if (data === null) return null;
  const weight = rule.style.getPropertyValue('font-weight') || 'normal';
  return `@font-face{font-family:"${plainFamily(rule)}";font-weight:${weight};src:url(${data})}`;
}

/** Null when the file cannot be had: the picture then falls back to the next family, as the page would. */
async function dataAddress(address: string): Promise<string | null> {
  try {
    const response = await fetch(address);
    if (!response.ok) return null;
    const blob = await response.blob();
    return await new Promise((resolve, reject) => {
      const reader = new FileReader();
      reader.onload = () => resolve(typeof reader.result === 'string' ? reader.result : null);
      reader.onerror = () => reject(reader.error);
      reader.readAsDataURL(blob);
    });
  } catch {
    return null;
  }
}
