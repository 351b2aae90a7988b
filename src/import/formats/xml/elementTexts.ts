const longest = 400;
const most = 8;

/** Texts of the elements of that name, whatever their prefix; what stands inside them loses its tags. Long ones are left out. */
export function elementTexts(xml: string, name: string): readonly string[] {
  const texts: string[] = [];
  const open = new RegExp(`<(?:[\\w-]+:)?${name}(?:\\s[^>]*)?>`, 'g');
  const close = new RegExp(`</(?:[\\w-]+:)?${name}>`);
  for (let found = open.exec(xml); found && texts.length < most; found = open.exec(xml)) {
    if (found[0].endsWith('/>')) continue;
    const inside = xml.slice(open.lastIndex, open.lastIndex + 4_000);
    const end = close.exec(inside);
    const text = end ? plainText(inside.slice(0, end.index)) : '';
    if (text !== '' && text.length <= longest) texts.push(text);
  }
  return [...new Set(texts)];
}

function plainText(markup: string): string {
  return markup
    .replace(/<!\[CDATA\[([\s\S]*?)\]\]>/g, '$1')
    .replace(/<[^>]*>/g, ' ')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}
