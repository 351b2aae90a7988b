/** A start tag that is open. */
interface OpenTag {
  readonly name: string;
  readonly local: string;
  readonly text: string;
}

/** Elements of a document, each with the tags around it, so that it can be read on its own. */
export interface XmlPiece {
  readonly local: string;
  readonly xml: string;
  /** Start and end tags of the elements around it. */
  readonly before: string;
  readonly after: string;
  /** Where it ends in the whole text. */
  readonly end: number;
}

export class BrokenXml extends Error {}

const startTag = /<([^\s/>"'<=!?]+)(?:"[^"]*"|'[^']*'|[^>"'<])*>/y;

/**
 * Cuts the outermost elements that are wanted out of an XML text, one after the other. A document object of the whole
 * would take a hundred times the memory of the file; of a piece it costs nothing. Throws `BrokenXml` where tags do not
 * match, where the text ends too early and at document types.
 */
export function* xmlPieces(
  text: string,
  isWanted: (local: string, parent: string) => boolean,
): Generator<XmlPiece> {
  const open: OpenTag[] = [];
  /** Of the piece: how many tags were open before it, and where it starts. */
  let piece: { readonly depth: number; readonly start: number } | null = null;
  let hasRoot = false;
  for (let at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at)) {
    const next = text[at + 1];
    if (next === '!' || next === '?') {
      at = afterMarkup(text, at);
    } else if (next === '/') {
      const end = text.indexOf('>', at);
      const closed = open.pop();
      if (end < 0 || closed?.name !== text.slice(at + 2, end).trim())
        throw new BrokenXml('tags do not match');
      at = end + 1;
      if (piece && open.length === piece.depth) {
        yield pieceOf(text.slice(piece.start, at), closed.local, open, at);
        piece = null;
      }
    } else {
      startTag.lastIndex = at;
      const tag = startTag.exec(text);
      if (!tag || (open.length === 0 && hasRoot)) throw new BrokenXml('tags do not match');
      hasRoot = true;
      const [whole, name = ''] = tag;
      const local = name.slice(name.indexOf(':') + 1);
      const isPiece: boolean = piece === null && isWanted(local, open.at(-1)?.local ?? '');
      const start = at;
      at += whole.length;
      if (whole.endsWith('/>')) {
        if (isPiece) yield pieceOf(whole, local, open, at);
      } else {
        if (isPiece) piece = { depth: open.length, start };
        open.push({ name, local, text: whole });
        if (open.length > deepest) throw new BrokenXml('nested too deeply');
      }
    }
  }
  if (open.length > 0 || !hasRoot) throw new BrokenXml('ends too early');
}

/** Deeper than any schema of geodata. */
const deepest = 200;

/** Comments, instructions and character data contain no tags. */
function afterMarkup(text: string, at: number): number {
  const [start, end] = text.startsWith('<!--', at)
    ? ['<!--', '-->']
    : text.startsWith('<![CDATA[', at)
      ? ['<![CDATA[', ']]>']
      : ['<?', '?>'];
  if (!text.startsWith(start, at)) throw new BrokenXml('document types are refused');
  const found = text.indexOf(end, at + start.length);
  if (found < 0) throw new BrokenXml('ends too early');
  return found + end.length;
}

function pieceOf(xml: string, local: string, open: readonly OpenTag[], end: number): XmlPiece {
  return {
    local,
    xml,
    before: open.map((tag) => tag.text).join(''),
    after: open
      .map((tag) => `</${tag.name}>`)
      .reverse()
      .join(''),
    end,
  };
}

/** Local name of the outermost element; empty when there is none. */
export function rootOf(start: string): string {
  const name =
    /^\s*(?:<\?[^>]*>\s*|<!--[\s\S]*?-->\s*)*<([^\s/>]+)/.exec(start.replace(/^(\uFEFF|ï»¿)/, ''))?.[1] ?? '';
  return name.slice(name.indexOf(':') + 1);
}
