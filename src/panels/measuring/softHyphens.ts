const compounds =
  /(?<=\p{L}{4})(?=(?:index|verhältnis|koeffizient|korrigiert|hintergrund|berechtigt)\p{L}*)/giu;
/** A syllable's end: a vowel, as few consonants as leave a start that German words can have, and a vowel after it. */
const syllables =
  /([aeiouyäöü][b-df-hj-np-tv-xzß]*?)(?=(?:sch[lrmnw]?|ch|str?|sp[rl]?|ph|th|[bdgkpt]r|[bfgkp]l|[b-df-hj-np-tv-xzß])[aeiouyäöü]\p{L}{2})/giu;

/**
 * Says where long German words may break in a narrow column: browsers know how to hyphenate only where they have brought
 * a dictionary.
 */
export function softHyphens(text: string): string {
  return text.replace(/\p{L}{12,}/gu, (word) =>
    word
      .replace(compounds, '\u00ad')
      .split('\u00ad')
      .map((part) => (part.length < 9 ? part : part.replace(syllables, '$1\u00ad')))
      .join('\u00ad'),
  );
}
