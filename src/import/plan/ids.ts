const longest = 60;

/** Columns of the tables of a pack; a figure of that name would be one column twice. */
const columnsOfPacks = [
  'id',
  'name',
  'area',
  'year',
  'form',
  'provider',
  'lon',
  'lat',
  'capacity',
  'address',
  'flags',
  'institution',
  'class_kind',
  'total',
  'from',
  'to',
  'weight',
];

const spelled: Readonly<Record<string, string>> = {
  ä: 'ae',
  ö: 'oe',
  ü: 'ue',
  ß: 'ss',
  '€': 'euro',
  '%': '',
};

/** A name as an id of recipes: `Ausländer (insg.)` becomes `auslaender-insg`. Empty when nothing of it is left. */
export function slugOf(name: string): string {
  return name
    .toLowerCase()
    .replace(/[äöüß€%]/g, (letter) => spelled[letter] ?? '')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, longest)
    .replace(/-+$/, '');
}

/** Ids that are not taken yet, and no member of JavaScript's objects nor a column of a pack. */
export class Ids {
  readonly #taken: Set<string>;

  constructor(taken: Iterable<string> = []) {
    this.#taken = new Set([...columnsOfPacks, ...taken]);
  }

  has(id: string): boolean {
    return this.#taken.has(id) || id in {};
  }

  /** The id of a name: itself, or with the first number that is free. */
  take(name: string, otherwise: string): string {
    const wanted = slugOf(name) || otherwise;
    let id = wanted;
    for (let n = 2; this.has(id); n++) id = `${wanted}-${n}`;
    this.#taken.add(id);
    return id;
  }
}
