/** A text that travels with the data, in both languages of the interface. */
export interface LocalText {
  readonly de: string;
  readonly en: string;
}

/** A proper name, the same in both languages, or a statement in each. */
export type Statement = string | LocalText;

export function statedIn(text: Statement, language: keyof LocalText): string {
  return typeof text === 'string' ? text : text[language];
}

/** Names one after the other, in each language. */
export function joinedTexts(texts: readonly Statement[], between: string): LocalText {
  const read = (language: keyof LocalText): string =>
    texts.map((text) => statedIn(text, language)).join(between);
  return { de: read('de'), en: read('en') };
}
