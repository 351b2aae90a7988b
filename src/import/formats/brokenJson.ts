/** JSON that is none; `offset` counts bytes from the start of the file, null where the engine does not say it. */
export class BrokenJson extends Error {
  readonly offset: number | null;

  constructor(message: string, offset: number | null) {
    super(message);
    this.offset = offset;
  }
}

/** How engines tell the place: Chromium and Node by the character, Firefox by line and column. */
const byPosition = /(?: in JSON)? at position (\d+)(?: \(line \d+ column \d+\))?/;
const byLine = / at line (\d+) column (\d+) of the JSON data/;

/** What `JSON.parse` says about a text, its words and its place (in characters) apart; null where it names none. */
export function jsonFault(
  error: unknown,
  text: string,
): { readonly message: string; readonly offset: number | null } {
  const said = error instanceof Error ? error.message : String(error);
  const position = byPosition.exec(said);
  if (position) return { message: said.replace(byPosition, ''), offset: Number(position[1]) };
  const line = byLine.exec(said);
  if (line) {
    const message = said.replace(byLine, '');
    return { message, offset: lineStart(text, Number(line[1])) + Number(line[2]) - 1 };
  }
  return { message: said, offset: /\bend of\b/i.test(said) ? text.length : null };
}

function lineStart(text: string, line: number): number {
  let start = 0;
  for (let n = 1; n < line; n++) {
    const end = text.indexOf('\n', start);
    if (end < 0) break;
    start = end + 1;
  }
  return start;
}
