/** Signs by which lists put several forms of one school into one cell; commas and slashes stand in plain names too. */
const between = /\s*[|;]\s*/;

/** Schools for everybody's children; the others are many kinds of few. */
const general =
  /^(?!.*(beruf|förder|ergänzung|waldorf))(grund|primar|haupt|real|mittel|ober|regel|werkreal|gesamt|gemeinschafts|stadtteil|integrierte|.*sekundar|gymnasi)/i;

export function isGeneralForm(word: string): boolean {
  return general.test(word);
}

/**
 * Schools of several forms in one cell, by what they are for everybody's children: `Grundschule|Vorschulklasse` is a
 * Grundschule, `Grundschule|Stadtteilschule` both, and a school without such a form what its cell begins with.
 *
 * @returns The name for each word that has another one than itself.
 */
export function severalForms(words: readonly string[]): Readonly<Record<string, string>> {
  const names = words.flatMap((word): readonly (readonly [string, string])[] => {
    const parts = word.split(between).filter((part) => part !== '');
    const main = parts.filter(isGeneralForm);
    const name = main.length > 0 ? main.join(' und ') : (parts[0] ?? word);
    return parts.length > 1 && name !== word ? [[word, name]] : [];
  });
  return Object.fromEntries(names);
}
