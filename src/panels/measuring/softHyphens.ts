const compounds =
  /(?<=\p{L}{4})(?=(?:index|profil|verhältnis|koeffizient|korrigiert|hintergrund|berechtigt)\p{L}*)/giu;
/** A syllable's end: a vowel, as few consonants as leave a start that German words can have, and a vowel after it. */
const syllables =
  /([aeiouyäöü][b-df-hj-np-tv-xzß]*?)(?=(?:sch[lrmnw]?|ch|str?|sp[rl]?|ph|th|[bdgkpt]r|[bfgkp]l|[b-df-hj-np-tv-xzß])[aeiouyäöü]\p{L}{2})/giu;

/**
 * Says where long German words may break in a narrow column: browsers know how to hyphenate only where they have brought
 * a dictionary.
 */
/** @param shortest - letters from which a word may break */
export function softHyphens(text: string, shortest = 12): string {
  return text.replace(new RegExp(`\\p{L}{${shortest},}`, 'gu'), (word) =>
    word
      .replace(compounds, '\u00ad')
      .split('\u00ad')
      .map((part) => (part.length < Math.min(9, shortest) ? part : part.replace(syllables, '$1\u00ad')))
      .join('\u00ad'),
  );
}
