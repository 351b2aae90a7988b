import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Words, wordsOf } from '#i18n/i18n.ts';
import { describeProblem } from '#i18n/problemText.ts';
import { openPack } from '#import/pack/openPack.ts';
import type { FileSource } from '#import/pack/source.ts';
import { fromFiles } from '#import/pack/sources/fromFiles.ts';
import { buildPack, readRecipe } from '#import/recipe/buildPack.ts';
import type { Recipe } from '#import/recipe/recipe.ts';
import type { Problem } from '#model/result.ts';
import type { Study } from '#model/study.ts';
import { type Command, type Io, UsageError } from './command.ts';
import { fromFolder } from './fromFolder.ts';
import { type RenewCall, renewFrom } from './packRenew.ts';
import { systemReason } from './readBytes.ts';

const words = wordsOf('de');

const help = `Aufruf: npm run pack -- REZEPT --source ORDNER --out ORDNER
        npm run pack -- REZEPT --renew ORDNER [--source ORDNER] [--write DATEI]

Baut aus den Dateien, wie sie die herausgebenden Stellen anbieten, ein Datenpaket,
das die Anwendung öffnet und das die Befehle measure und need lesen.

  REZEPT           Rezeptdatei, zum Beispiel data/berlin/recipe.json
  --source ORDNER  Ordner mit den Quelldateien (CSV, XLSX, ODS, GeoJSON, TopoJSON,
                   Shapefile, GeoPackage, FlatGeobuf, GeoParquet, KML, GML; auch in
                   ZIP-Archiven); welche es sind und wo es sie gibt, steht im Rezept
                   unter „files“. Mehrere Ordner: --source A --source B; eine Datei
                   wird im ersten gesucht, dann im nächsten
  --out ORDNER     Zielordner; wird angelegt, vorhandene Dateien gleichen Namens
                   werden ersetzt

Mit den Dateien eines neuen Jahres:

  --renew ORDNER   Ordner mit den neuen Dateien. Sie werden an Namen und Spalten
                   erkannt; was anders ist als bisher, wird aufgezählt. Mit --source
                   ORDNER (die bisherigen Dateien) werden auch Werte verglichen und
                   die bisherigen Jahre behalten
  --year JAHR      Jahr der neuen Dateien, wenn es aus keinem Namen hervorgeht
  --write DATEI    schreibt das neue Rezept in diese Datei
  --out ORDNER     baut gleich das Datenpaket nach dem neuen Rezept

Beispiele:
  npm run pack -- data/berlin/recipe.json --source ../quellen/berlin --out packs/berlin
  npm run pack -- rezept.json --source 2023 --renew 2024 --write rezept-2024.json

Was nicht stimmt, wird mit Datei, Zeile und Spalte genannt; dann wird nichts
geschrieben (Rückgabewert 1). Falscher Aufruf: Rückgabewert 2.`;

export const packCommand: Command = {
  name: 'pack',
  get summary() {
    return words.t('cli.pack-summary');
  },
  help,
  async run(args, io) {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        source: { type: 'string', multiple: true },
        out: { type: 'string' },
        renew: { type: 'string' },
        year: { type: 'string' },
        write: { type: 'string' },
      },
    });
    const [recipePath, ...surplus] = positionals;
    if (!recipePath || surplus.length > 0) throw new UsageError(words.t('cli.pack-needs-recipe'));
    const { source = [], out, renew, year, write } = values;
    if (renew === undefined) {
      if (year !== undefined || write !== undefined) throw new UsageError(words.t('cli.pack-needs-renew'));
      if (source.length === 0 || !out) throw new UsageError(words.t('cli.pack-needs-folders'));
    }
    if (year !== undefined && !/^(19|20)\d\d$/.test(year))
      throw new UsageError(words.t('cli.pack-year-invalid', { year }));
    const recipe = await recipeFrom(recipePath, io);
    if (!recipe) return 1;
    const folders = source.map(fromFolder);
    if (renew === undefined) return build(recipe, firstOf(folders), out ?? '', io);
    const call: RenewCall = {
      folder: renew,
      old: folders.length > 0 ? firstOf(folders) : null,
      year: year === undefined ? null : Number(year),
      write: write ?? null,
    };
    const renewed = await renewFrom(recipe, call, io);
    if (!renewed) return 1;
    return out === undefined ? 0 : build(renewed, firstOf([fromFolder(renew), ...folders]), out, io);
  },
};

/** A file is looked for in one folder after the other. */
function firstOf(folders: readonly FileSource[]): FileSource {
  return {
    name: folders.map(({ name }) => name).join(', '),
    async read(path) {
      for (const folder of folders) {
        const bytes = await folder.read(path);
        if (bytes) return bytes;
      }
      return null;
    },
  };
}

/** Null, said on `err`, when it cannot be read or is none. */
async function recipeFrom(recipePath: string, io: Io): Promise<Recipe | null> {
  let text: string;
  try {
    text = await readFile(recipePath, 'utf8');
  } catch {
    io.err(words.t('cli.pack-no-recipe', { path: recipePath }));
    return null;
  }
  let json: unknown;
  try {
    json = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    refuse([{ code: 'json-invalid', params: { reason }, where: { file: recipePath } }], io);
    return null;
  }
  const recipe = readRecipe(json, recipePath);
  if (recipe.ok) return recipe.value;
  refuse(recipe.problems, io);
  return null;
}

async function build(recipe: Recipe, source: FileSource, out: string, io: Io): Promise<number> {
  const built = await buildPack(recipe, source);
  if (!built.ok) return refuse(built.problems, io);
  try {
    for (const { path, bytes } of built.value) {
      await mkdir(dirname(join(out, path)), { recursive: true });
      await writeFile(join(out, path), bytes);
    }
  } catch (error) {
    io.err(words.t('cli.pack-not-written', { path: out, reason: systemReason(error) }));
    return 1;
  }
  const opened = await openPack(fromFiles(built.value, out));
  if (!opened.ok) return refuse(opened.problems, io);
  const bytes = built.value.reduce((sum, file) => sum + file.bytes.length, 0);
  io.err(words.t('cli.pack-written', { path: out, n: built.value.length, megabytes: bytes / 1_048_576 }));
  for (const line of summary(opened.value, words)) io.err(`  ${line}`);
  if (built.notes.length > 0) {
    io.err(words.t('cli.pack-notes'));
    for (const note of built.notes) io.err(`  ${describeProblem(words, note)}`);
  }
  return 0;
}

function refuse(problems: readonly Problem[], io: Io): number {
  io.err(words.t('cli.pack-refused', { n: problems.length }));
  for (const problem of problems) io.err(`  ${describeProblem(words, problem)}`);
  return 1;
}

/** What is in the pack, counted: areas and years per level, institutions per form. */
function summary(study: Study, { t }: Words): readonly string[] {
  const levels = study.levels.map((level) => {
    const years = study.observations.find((observations) => observations.level === level.id)?.years ?? [];
    const first = years[0];
    const params = { level: level.id, n: level.keys.length };
    return first === undefined
      ? t('cli.pack-level', params)
      : t('cli.pack-level-years', { ...params, first: String(first), last: String(years.at(-1)) });
  });
  const composed = new Set(study.compositions.map((composition) => composition.institution));
  const forms = study.forms.map((form) => {
    const all = study.institutions.filter((institution) => institution.form === form.id);
    const figured = all.filter((institution) => composed.has(institution.id));
    return t('cli.pack-form', {
      form: form.plural.de,
      n: all.length,
      figures: figured.length,
      placed: figured.filter((institution) => institution.position).length,
      positions: all.filter((institution) => institution.position).length,
    });
  });
  const rest = t('cli.pack-contents', {
    indicators: study.indicators.length,
    groups: study.groups.length,
    catchments: study.catchments.length,
    programmes: study.programmes.length,
    editions: study.editions.length,
  });
  return [...levels, ...forms, rest];
}
