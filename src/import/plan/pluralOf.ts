/** How the last word of a form of institution ends, alone and of several. */
const endings: readonly (readonly [RegExp, string])[] = [
  [/(schule|stätte|gruppe|klasse)$/i, '$1n'],
  [/(einrichtung)$/i, '$1en'],
  [/(gymnasi|zentr)um$/i, '$1en'],
  [/(kolleg|kita)$/i, '$1s'],
  [/(seminar|hort|internat)$/i, '$1e'],
  [/garten$/, 'gärten'],
  [/laden$/, 'läden'],
];

/** "Grundschule" → "Grundschulen", each of several joined by "und"; words of other endings stay as they are, as those that are plural already do. */
export function pluralOf(name: string): string {
  const several = (word: string): string => {
    // "Förderschule Realschule" is a Förderschule of that kind.
    const [, head, kind] = /^(\S*schule) (\S.*)$/.exec(word) ?? [];
    if (head !== undefined) return `${head}n ${kind}`;
    const found = endings.find(([ending]) => ending.test(word));
    return found ? word.replace(...found) : word;
  };
  return name.split(' und ').map(several).join(' und ');
}
