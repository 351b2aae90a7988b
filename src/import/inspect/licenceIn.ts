import { usualLicences } from './licences.ts';

const [byTwo, zeroTwo, , , zeroOne, openDatabase, internal] = usualLicences;

const known: readonly (readonly [RegExp, (found: RegExpExecArray) => string])[] = [
  // The names of the licences, and those that catalogues (DCAT-AP.de, GDI-DE) give them.
  [/\bdl-(?:de[/-]by|by-de)[/-]2[-.]0\b|Datenlizenz Deutschland\W+Namensnennung/i, () => byTwo],
  [/\bdl-(?:de[/-]zero|zero-de)[/-]2[-.]0\b|Datenlizenz Deutschland\W+Zero/i, () => zeroTwo],
  [/\bCC0\b|\bcc-zero\b|creativecommons\.org\/publicdomain\/zero\b/i, () => zeroOne],
  [
    /creativecommons\.org\/licenses\/by((?:-(?:sa|nc|nd))*)\/(\d\.\d)(?:\/(de)\b)?/i,
    ([, kinds = '', version, land]) =>
      ['CC', `BY${kinds.toUpperCase()}`, version, land?.toUpperCase()].filter(Boolean).join(' '),
  ],
  [
    /\bCC[ -]BY((?:[ -](?:SA|NC|ND))*)(?:[ /-](\d\.\d))?(?:[ /-](DE)\b)?/i,
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
