import type { CsvCell } from '#export/csv.ts';
import type { InstitutionRow } from '#institutions/answer.ts';
import type { Institution, Study } from '#model/study.ts';
import { type LocalText, statedIn } from '#model/text.ts';
import type { AppState } from '#state/state.ts';
import { type Speech, speechOf } from '#state/useApp.ts';
import { sourceText } from '../sourceText.ts';
import type { TableExport } from '../task.ts';
import { type Assessed, assessedOf } from './assessed.ts';
import { flagText } from './flagText.ts';
import { formWords } from './formWords.ts';
import { schoolYear } from './schoolYear.ts';
import { sidesOf, standingText } from './standingText.ts';

/** Every institution of the selection, with figures or not. */
export function institutionTable(state: AppState): TableExport | null {
  const assessed = assessedOf(state);
  if (!assessed) return null;
  const speech = speechOf(state.session.language);
  const { t, text, numbers } = speech;
  const { answer, study, selection, rows, group, children } = assessed;
  const { request, preparatory } = answer;
  const forms = new Map(study.forms.map((form) => [form.id, text(form.name)]));
  const providers = new Map(study.providers.map((provider) => [provider.id, text(provider.name)]));
  const groupName = group ? text(group.name) : '';
  const hasFigures = rows.size > 0;
  const located = hasFigures
    ? rows.size - answer.withoutPosition.length
    : selection.filter((one) => one.position).length;
  const withheld = new Set(answer.withheld);
  const silent = ({ id }: Institution): CsvCell => (withheld.has(id) ? { sign: 'secret' } : null);
  const columns: readonly TableColumn[] = [
    { head: t('explore.column-key'), cell: (one) => one.id },
    { head: t('institutions.column-name'), cell: (one) => one.name },
    { head: t('institutions.column-form'), cell: (one) => forms.get(one.form) ?? one.form },
    { head: t('institutions.provider'), cell: (one) => providers.get(one.provider) ?? one.provider },
    ...(selection.some((one) => one.flags.length > 0)
      ? [
          {
            head: t('institutions.column-flags'),
            cell: (one: Institution) => one.flags.map((flag) => flagText(speech, flag)).join(', '),
          },
        ]
      : []),
    ...(selection.some((one) => one.capacity !== null)
      ? [{ head: t('institutions.places'), cell: (one: Institution) => one.capacity }]
      : []),
    ...(children.size > 0
      ? [{ head: t('institutions.children'), cell: ({ id }: Institution) => children.get(id) ?? null }]
      : []),
    ...(hasFigures
      ? [
          {
            head: t('institutions.children'),
            cell: (one: Institution, row?: InstitutionRow) => row?.total ?? silent(one),
          },
          { head: groupName, cell: (one: Institution, row?: InstitutionRow) => row?.count ?? silent(one) },
          {
            head: `${t('institutions.column-share')} (%)`,
            decimals: 1,
            cell: (one: Institution, row?: InstitutionRow) => (row ? row.share * 100 : silent(one)),
          },
          {
            head: t('institutions.column-deviation-long'),
            decimals: 1,
            cell: (one: Institution, row?: InstitutionRow) => (row ? row.deviation * 100 : silent(one)),
          },
          {
            head: t('institutions.column-standing'),
            cell: (_: Institution, row?: InstitutionRow) =>
              row ? standingText(speech, request.threshold, row.standing) : t('institutions.detail-none'),
          },
        ]
      : []),
    ...(preparatory !== null
      ? [
          {
            head: t('institutions.column-preparatory'),
            cell: (_: Institution, row?: InstitutionRow) => row?.preparatory ?? null,
          },
          {
            head: t('institutions.column-preparatory-group', { group: groupName }),
            cell: (_: Institution, row?: InstitutionRow) => row?.preparatoryCount ?? null,
          },
        ]
      : []),
  ];
  return {
    name: [
      state.view.city,
      request.form === 'all' ? request.kind : request.form,
      ...(hasFigures ? [request.group, String(answer.year)] : []),
    ].join('-'),
    head: [
      [text(study.title), formsTitle(assessed, speech), ...(hasFigures ? [groupName] : [])].join(': '),
      ...(hasFigures
        ? [
            t('institutions.basis', {
              share: numbers.percent(answer.share),
              children: numbers.integer(answer.children),
              n: numbers.integer(rows.size),
              forms: formWords(speech, study, request.form, rows.size),
              year: schoolYear(answer.year),
            }),
            `${t('institutions.threshold')}: ${sidesOf(request.threshold.method)
              .map((side) => standingText(speech, request.threshold, side))
              .join(' · ')}`,
          ]
        : []),
      t(hasFigures ? 'institutions.coverage' : 'institutions.coverage-none', {
        all: numbers.integer(selection.length),
        figures: numbers.integer(rows.size),
        located: numbers.integer(located),
      }),
      t('app.source', { source: institutionSources(study) }),
      ...(study.notice ? [text(study.notice)] : []),
    ],
    columns: columns.map(({ head, decimals }) => (decimals === undefined ? { head } : { head, decimals })),
    rows: selection.map((one) => columns.map(({ cell }) => cell(one, rows.get(one.id)))),
  };
}

interface TableColumn {
  readonly head: string;
  readonly decimals?: number;
  readonly cell: (one: Institution, row?: InstitutionRow) => CsvCell;
}

export function institutionCaption(state: AppState) {
  const assessed = assessedOf(state);
  if (!assessed) return { title: '', subtitle: '', source: '' };
  const speech = speechOf(state.session.language);
  const { t, text } = speech;
  const { answer, study, group } = assessed;
  const hasFigures = answer.rows.length > 0;
  return {
    title: `${formsTitle(assessed, speech)}: ${group && hasFigures ? text(group.name) : t('institutions.places')}`,
    subtitle: [
      text(study.title),
      ...(hasFigures ? [t('institutions.year', { year: schoolYear(answer.year) }).replace(/\.$/, '')] : []),
    ].join(' · '),
    source: speech.text(institutionSources(study)),
  };
}

function formsTitle({ study, answer }: Assessed, { t, text }: Speech): string {
  const form = study.forms.find((one) => one.id === answer.request.form);
  return form ? text(form.plural) : t('institutions.schools', { n: 2 });
}

/** Where a pack does not say which source the institutions come from: all publishers, each once. */
const institutionSources = (study: Study): LocalText =>
  study.institutionSources
    ? sourceText(study, study.institutionSources)
    : { de: publishersIn(study, 'de'), en: publishersIn(study, 'en') };

const publishersIn = ({ sources }: Study, language: keyof LocalText): string =>
  [...new Set(sources.flatMap(({ publisher }) => statedIn(publisher, language).split('; ')))].join('; ');
