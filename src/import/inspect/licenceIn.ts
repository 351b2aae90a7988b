import { usualLicences } from './licences.ts';

const [byTwo, zeroTwo, , , zeroOne, openDatabase, internal] = usualLicences;

const known: readonly (readonly [RegExp, (found: RegExpExecArray) => string])[] = [
  [/\bdl-de[/-]by-2[-.]0\b|Datenlizenz Deutschland\W+Namensnennung/i, () => byTwo],
  [/\bdl-de[/-]zero-2[-.]0\b|Datenlizenz Deutschland\W+Zero/i, () => zeroTwo],
  [/\bCC0\b/i, () => zeroOne],
  [
    /\bCC[ -]BY((?:[ -](?:SA|NC|ND))*)(?:[ -](\d\.\d))?(?:[ -](DE)\b)?/i,
    ([, kinds = '', version, land]) =>
      ['CC', `BY${kinds.toUpperCase().replaceAll(' ', '-')}`, version, land?.toUpperCase()]
        .filter(Boolean)
        .join(' '),
  ],
  [/\bODbL\b|Open Database License/i, () => openDatabase],
  [/\bnur (?:für den )?(?:internen? (?:Gebrauch|Dienstgebrauch)|Dienstgebrauch|intern)\b/i, () => internal],
  [/Vervielfältigung und Verbreitung, auch auszugsweise, mit Quellenangabe gestattet/i, ([text]) => text],
];

/** The licence or condition a line names, as it is written in full; null where it names none. */
export function licenceIn(line: string): string | null {
  for (const [pattern, nameOf] of known) {
    const found = pattern.exec(line);
    if (found) return nameOf(found);
  }
  return null;
}
