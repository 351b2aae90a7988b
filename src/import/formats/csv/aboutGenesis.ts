import type { FileAbout } from '../driver.ts';

/** Databases by the way they number their tables, each with who runs it. */
const databases: readonly {
  readonly table: RegExp;
  readonly name: string;
  readonly publisher: string;
}[] = [
  {
    table: /(?<!\d)\d{5}-\d{2}-\d{2}-\d(?:-B)?(?!\d)/,
    name: 'Regionaldatenbank Deutschland',
    publisher: 'Statistische Ämter des Bundes und der Länder',
  },
  {
    table: /(?<![\dA-Z])\d{4}[A-Z]-\d{4}(?!\d)/i,
    name: 'Zensusdatenbank',
    publisher: 'Statistische Ämter des Bundes und der Länder',
  },
  {
    table: /(?<!\d)\d{5}-\d{4}(?![\d-])/,
    name: 'GENESIS-Online',
    publisher: 'Statistisches Bundesamt (Destatis)',
  },
];

/** Whose table a GENESIS flat file is, by its number in the name of the file; its statistic is the title. */
export function aboutGenesis(
  head: readonly string[],
  first: readonly string[],
  path: string,
): FileAbout | null {
  const at = head.findIndex((name) => /^statisti(?:cs|k)_label$/i.test(name.trim()));
  const statistic = (first[at] ?? '').trim();
  const name = path.slice(path.lastIndexOf('/') + 1);
  for (const { table, name: database, publisher } of databases) {
    const number = table.exec(name)?.[0];
    if (number === undefined) continue;
    const title = [statistic, `${database}, Tabelle ${number}`].filter(Boolean).join(' – ');
    return { title, publisher, texts: [] };
  }
  return statistic === '' ? null : { title: statistic, texts: [] };
}
