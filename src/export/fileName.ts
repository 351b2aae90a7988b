/** A name that every system accepts, e.g. `berlin_kinderarmut-unter-15_2020.csv`. Empty parts are left out. */
export function fileName(parts: readonly (string | number | null)[], extension: string): string {
  const written = parts
    .map((part) => (part === null ? '' : plain(String(part))))
    .filter((part) => part !== '')
    .join('_');
  return `${written || 'quartierlupe'}.${extension}`;
}

function plain(text: string): string {
  return text
    .toLowerCase()
    .replaceAll('ä', 'ae')
    .replaceAll('ö', 'oe')
    .replaceAll('ü', 'ue')
    .replaceAll('ß', 'ss')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 60);
}
