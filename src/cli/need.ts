import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { wordsOf } from '#i18n/i18n.ts';
import { dash, numbersOf } from '#i18n/numbers.ts';
import { describeProblem } from '#i18n/problemText.ts';
import { levelById } from '#model/lookup.ts';
import { fail, type Problem, problem, type Result } from '#model/result.ts';
import type { Study } from '#model/study.ts';
import {
  type AreaNeed,
  doubts,
  type NeedAnswer,
  type NeedRequest,
  type Reason,
  recommendations,
  type StatusClass,
  verdicts,
} from '#monitoring/answer.ts';
import { dynamicsClasses, statusClasses } from '#monitoring/classes.ts';
import { editionsOf } from '#monitoring/editions.ts';
import { assessNeed } from '#monitoring/need.ts';
import { primaryExposure } from '#monitoring/primaryExposure.ts';
import { profileById, profiles, readProfile } from '#monitoring/profiles/catalog.ts';
import type { MethodProfile } from '#monitoring/profiles/profile.ts';
import { slugOf } from '#monitoring/reasons.ts';
import { assessStability, defaultStability } from '#monitoring/stability.ts';
import { type Command, type Io, UsageError } from './command.ts';
import { openShown } from './openShown.ts';

const words = wordsOf('de');
const numbers = numbersOf('de');

export const needCommand: Command = {
  name: 'need',
  summary: 'Status, Dynamik und langfristiger Unterstützungsbedarf nach einem Methodenprofil',
  help: `Aufruf: npm run -s quartierlupe -- need --pack ORDNER --profile ID|DATEI.json [--edition JAHR] [--json]

Berechnet für jedes Gebiet Status- und Dynamik-Index, die Klassen, die Dauer und den Befund.

  --pack ORDNER        Datenpaket (Ordner mit datapackage.json)
  --profile ID|DATEI   Methodenprofil: eine der unten genannten Kennungen oder eine eigene JSON-Datei
  --edition JAHR       Ausgabe des Monitorings; ohne Angabe die neueste, die mit diesem Profil erschienen ist,
                       sonst die neueste überhaupt
  --json               eine Liste mit einem Eintrag je Gebiet in voller Genauigkeit statt der lesbaren Übersicht
  --stability ZAHL     zusätzlich die Stabilität mit so vielen Ziehungen berechnen (z. B. 1000)
  --seed ZAHL          Startwert der Ziehungen (Voreinstellung ${defaultStability.seed})

Felder mit --json: area, name, residents, excluded (Grund oder null), z (je Indikator), statusIndex,
statusClass (hoch | mittel | niedrig | sehr niedrig | null), dynamicsIndex,
dynamicsClass (positiv | stabil | negativ | null), persistence, history, programme, verdict, reasons,
recommendation, stability. Nicht berechenbare Zahlen sind null.

Methodenprofile:
${profiles.map(profileLine).join('\n')}

Beispiel: npm run -s quartierlupe -- need --pack berlin --profile mss-2021 --edition 2021 --json`,
  run: async (args, io) => {
    const options = optionsOf(args);
    const profile = await profileFrom(options.profile);
    if (!profile.ok) return refuse(profile.problems, io);
    const pack = await openShown(options.pack);
    if (!pack.ok) return refuse(pack.problems, io);
    const { study, guarded } = pack.value;
    if (guarded) io.err(`Hinweis: ${guarded}`);
    const answer = answerOf(study, profile.value, options);
    if (!answer.ok) return refuse(answer.problems, io);
    for (const note of answer.notes) io.err(`Hinweis: ${describeProblem(words, note)}`);
    const other = publishedWith(study, answer.value);
    if (other) io.err(`Hinweis: ${other}`);
    io.out(options.json ? JSON.stringify(answer.value.areas.map(plainArea)) : overview(study, answer.value));
    return 0;
  },
};

interface Options {
  readonly pack: string;
  readonly profile: string;
  readonly edition: number | null;
  readonly json: boolean;
  readonly draws: number | null;
  readonly seed: number;
}

function optionsOf(args: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...args],
    options: {
      pack: { type: 'string' },
      profile: { type: 'string' },
      edition: { type: 'string' },
      json: { type: 'boolean', default: false },
      stability: { type: 'string' },
      seed: { type: 'string' },
    },
  });
  if (!values.pack) throw new UsageError('Es fehlt --pack ORDNER.');
  if (!values.profile) throw new UsageError('Es fehlt --profile ID oder DATEI.json.');
  return {
    pack: values.pack,
    profile: values.profile,
    edition: wholeNumber('--edition', values.edition),
    json: values.json,
    draws: wholeNumber('--stability', values.stability),
    seed: wholeNumber('--seed', values.seed) ?? defaultStability.seed,
  };
}

function wholeNumber(option: string, text: string | undefined): number | null {
  if (text === undefined) return null;
  if (!/^[1-9]\d{0,6}$/.test(text))
    throw new UsageError(`${option} braucht eine ganze Zahl, nicht „${text}“.`);
  return Number(text);
}

async function profileFrom(name: string): Promise<Result<MethodProfile>> {
  if (!name.endsWith('.json')) {
    const known = profileById(name);
    if (known) return { ok: true, value: known, notes: [] };
    const ids = profiles.map((profile) => profile.id).join(', ');
    throw new UsageError(`Das Methodenprofil „${name}“ gibt es nicht. Vorhanden: ${ids}.`);
  }
  let text: string;
  try {
    text = await readFile(name, 'utf8');
  } catch {
    return fail(problem('need-profile-file-missing', {}, { file: name }));
  }
  try {
    return readProfile(JSON.parse(text.replace(/^\uFEFF/, '')), name);
  } catch (error) {
    return fail(problem('need-profile-not-json', { detail: (error as Error).message }, { file: name }));
  }
}

function answerOf(study: Study, profile: MethodProfile, options: Options): Result<NeedAnswer> {
  const editions = editionsOf(study, profile);
  const own = editions.findLast((each) => each.profile === profile.id);
  const year = options.edition ?? (own ?? editions.at(-1))?.year ?? 0;
  const request: NeedRequest = {
    profile: profile.id,
    custom: profileById(profile.id) === profile ? null : profile,
    edition: year,
    thresholds: {},
  };
  const edition = editions.find((each) => each.year === year);
  const exposure = edition ? primaryExposure(study, edition.level, edition.dataYear) : null;
  if (options.draws === null) return assessNeed(study, request, { exposure });
  const settings = { ...defaultStability, draws: options.draws, seed: options.seed };
  const stability = assessStability(study, request, settings, exposure);
  return stability.ok ? assessNeed(study, request, { exposure, stability: stability.value }) : stability;
}

/** A method other than the one an edition appeared with gives classes that nobody has published. */
function publishedWith(study: Study, { profile, request }: NeedAnswer): string | null {
  const edition = editionsOf(study, profile).find((each) => each.year === request.edition);
  const official = edition && edition.profile !== profile.id ? profileById(edition.profile) : null;
  return official
    ? `Die Ausgabe ${request.edition} ist nach „${official.id}“ erschienen. Nach „${profile.id}“ gerechnet sind es nicht die veröffentlichten Klassen.`
    : null;
}

/** JSON has no NaN: what cannot be computed becomes null there. */
function plainArea(area: AreaNeed) {
  const { values: _, leading: __, exclusionText: ___, reasons, ...plain } = area;
  return { ...plain, reasons: reasons.map((reason) => ({ ...reason, text: reasonText(reason) })) };
}

function overview(study: Study, answer: NeedAnswer): string {
  const { profile, request, areas, rated, official } = answer;
  return [
    `${study.title.de} · ${profile.name.de} · Ausgabe ${request.edition} (Datenstand ${answer.dataYear})`,
    study.notice?.de ?? '',
    `Methode: ${words.find('need', `authority-${profile.authority}`)}`,
    `${rated} von ${areas.length} Gebieten bewertet`,
    official ? words.t('need.official-check', { ...official }) : '',
    '',
    areas.some((area) => area.dynamicsClass !== null) ? `${statusTable(answer)}\n` : '',
    'Befunde',
    ...verdicts.map((verdict) =>
      countLine(words.find('need', `verdict-${verdict}`), answer.verdictCounts[verdict]),
    ),
    '',
    ...comparisonLines(answer),
    '',
    'Gebiete mit erhöhtem Bedarf oder in einem Fördergebiet',
    ...areas
      .filter((area) => !['not-rated', 'no-need'].includes(area.verdict) || area.programme?.active)
      .sort(
        (a, b) => verdicts.indexOf(a.verdict) - verdicts.indexOf(b.verdict) || b.statusIndex - a.statusIndex,
      )
      .flatMap((area) => areaLines(study, area)),
    '',
    'Nicht bewertet',
    ...areas
      .filter((area) => area.excluded !== null)
      .map(
        (area) =>
          `  ${area.area} ${area.name}: ${area.exclusionText?.de ?? words.find('need', `excluded-${area.excluded}`)}`,
      ),
  ]
    .filter((line, i, all) => line !== '' || (i > 0 && all[i - 1] !== ''))
    .join('\n');
}

function statusTable({ table }: NeedAnswer): string {
  const names = dynamicsClasses.map((each) => words.find('need', `dynamics-${each}`) ?? each);
  const head = ['Status × Dynamik', ...names].map(pad).join('');
  const rows = table.map((row, status) =>
    [statusName(statusClasses[status] ?? null), ...row.map((cell) => numbers.integer(cell.areas))]
      .map(pad)
      .join(''),
  );
  return [head, ...rows].join('\n');
}

function pad(text: string, column: number): string {
  return column === 0 ? text.padEnd(18) : text.padStart(10);
}

function comparisonLines({ comparison }: NeedAnswer): readonly string[] {
  if (!comparison) return [words.t('need.no-programmes')];
  return [
    'Verglichen mit den Fördergebieten',
    ...recommendations.map((each) =>
      countLine(words.find('need', `recommendation-${each}`), comparison[each]),
    ),
  ];
}

function countLine(
  name: string | null,
  { areas, residents }: { readonly areas: number; readonly residents: number },
): string {
  return `  ${(name ?? '').padEnd(38)}${numbers.integer(areas).padStart(5)} Gebiete ${numbers.integer(residents).padStart(12)} Einw.`;
}

function areaLines(study: Study, area: AreaNeed): readonly string[] {
  const recommendation = area.recommendation && words.find('need', `recommendation-${area.recommendation}`);
  return [
    `  ${area.area} ${area.name} (${numbers.integer(area.residents)} Einw.): ${words.find('need', `verdict-${area.verdict}`)}${recommendation ? ` – ${recommendation}` : ''}`,
    `      Status ${statusName(area.statusClass)} (${numbers.signed(area.statusIndex, 2)}), niedrig in ${area.persistence.low} von ${area.persistence.editions} Ausgaben`,
    ...area.reasons
      .filter(
        (reason) => reason.met && reason.decisive && !/^(status|always|often|never|few)-/.test(reason.code),
      )
      .map((reason) => `      ${reasonText(reason)}${figureText(reason)}${originText(study, reason)}`),
    ...(area.stability ? [stabilityText(area)] : []),
  ];
}

function statusName(status: StatusClass | null): string {
  return status === null ? dash : (words.find('need', `status-${slugOf(status)}`) ?? status);
}

/** How often the status class stays, by source of doubt. */
function stabilityText(area: AreaNeed): string {
  const parts = doubts.flatMap((doubt) => {
    const share = area.stability?.status[doubt];
    return share === undefined
      ? []
      : [`${words.find('need', `doubt-${doubt}`)} ${numbers.percent(share, 0)}`];
  });
  return `      Statusklasse bleibt: ${parts.join(', ')}`;
}

function reasonText(reason: Reason): string {
  return words.find('need', `reason-${reason.code}`, reason.params) ?? reason.code;
}

function figureText({ figure }: Reason): string {
  if (!figure) return '';
  switch (figure.as) {
    case 'sd':
      return `: ${numbers.signed(figure.value, 2)} SD`;
    case 'ratio':
      return `: ${numbers.decimal(figure.value, 1)}-fach`;
    case 'share':
      return `: ${numbers.percent(figure.value, 0)}`;
    case 'points':
      return `: ${numbers.points(figure.value)}`;
    case 'count':
      return figure.of === undefined
        ? `: ${numbers.integer(figure.value)}`
        : `: ${figure.value} von ${figure.of}`;
    case 'years':
      return `, ${words.t('need.years', { n: figure.value })}`;
  }
}

/** Said only where the figure is not the area's own. */
function originText(study: Study, { origin }: Reason): string {
  if (!origin || origin.kind === 'own') return '';
  const level = levelById(study, origin.level);
  const family = study.families.find((each) => each.id === level.family);
  const name = `${family?.name.de ?? level.family} ${level.vintage}`;
  return ` (${words.find('need', `origin-${origin.kind}`, { level: name, year: String(origin.year) })})`;
}

function profileLine(profile: MethodProfile): string {
  return `  ${profile.id.padEnd(26)}${profile.name.de} (${words.find('need', `authority-${profile.authority}`)})`;
}

function refuse(problems: readonly Problem[], io: Io): number {
  for (const each of problems) io.err(describeProblem(words, each));
  return 1;
}
