import type { LocalText } from '#model/text.ts';
import type { AppState } from '#state/state.ts';
import { type Speech, speechOf } from '#state/useApp.ts';
import { indicatorSources } from '../figureSources.ts';
import type { TableExport } from '../task.ts';
import { type Assessed, needOf } from './assessed.ts';
import { reasonFigure, reasonText, slugOf } from './words.ts';

/** What stands above every table of this task in a file: city, method, coverage, source. */
export function needHead(assessed: Assessed, { t, text }: Speech): readonly string[] {
  const { answer, study } = assessed;
  return [
    `${text(study.title)}: ${withYear(text(answer.profile.name), answer.request.edition)}`,
    t('need.used', { rated: answer.rated, excluded: answer.areas.length - answer.rated }),
    t('app.source', { source: profileSources(assessed) }),
    ...(study.notice ? [text(study.notice)] : []),
  ];
}

/** Every area with values, z values, indices, classes, course, verdict and reasons. */
export function needTable(state: AppState): TableExport | null {
  const assessed = needOf(state);
  if (!assessed) return null;
  const speech = speechOf(state.session.language);
  const { t, text, find } = speech;
  const { answer } = assessed;
  const { indicators } = answer.profile;
  const status = (name: string | null) => (name ? (find('need', `status-${slugOf(name)}`) ?? name) : '');
  return {
    name: `${state.view.city}-${answer.profile.id}-${answer.request.edition}`,
    head: needHead(assessed, speech),
    columns: [
      { head: t('explore.column-key') },
      { head: t('explore.column-area') },
      { head: t('need.residents') },
      ...indicators.map((one) => ({ head: `${text(one.name)} (%)`, decimals: 2 })),
      ...indicators.map((one) => ({ head: `z ${text(one.name)}`, decimals: 3 })),
      { head: t('need.status-long'), decimals: 3 },
      { head: t('need.status') },
      { head: t('need.dynamics-long'), decimals: 3 },
      { head: t('need.dynamics') },
      { head: t('need.persistence-long'), decimals: 2 },
      ...answer.areas[0]!.history.map((one) => ({ head: `${t('need.status')} ${one.edition}` })),
      { head: t('need.verdict') },
      { head: t('need.recommendation') },
      { head: t('need.why') },
    ],
    rows: answer.areas.map((area) => [
      area.area,
      area.name,
      area.residents,
      ...indicators.map((one) => (area.values[one.id] ?? NaN) * 100),
      ...indicators.map((one) => area.z[one.id] ?? null),
      area.statusIndex,
      status(area.statusClass) || (area.excluded ? (find('need', `excluded-${area.excluded}`) ?? '') : ''),
      area.dynamicsIndex,
      area.dynamicsClass ? t(`need.dynamics-${area.dynamicsClass}`) : '',
      area.persistence.share,
      ...area.history.map((one) => status(one.statusClass)),
      t(`need.verdict-${area.verdict}`),
      area.recommendation ? t(`need.recommendation-${area.recommendation}`) : '',
      area.reasons
        .filter((reason) => reason.known && reason.met)
        .map((reason) => [reasonText(reason, speech), reasonFigure(reason, speech)].filter(Boolean).join(' '))
        .join('; '),
    ]),
  };
}

export function needCaption(state: AppState) {
  const assessed = needOf(state);
  const { t, text } = speechOf(state.session.language);
  if (!assessed) return { title: '', subtitle: '', source: '' };
  const { answer, study, level } = assessed;
  const family = study.families.find((one) => one.id === level.family);
  return {
    title: `${t(`need.map-${state.view.needMap}`)}, ${withYear(text(answer.profile.name), answer.request.edition)}`,
    subtitle: `${text(study.title)} · ${family ? text(family.plural) : ''} (${level.vintage})`,
    source: text(profileSources(assessed)),
  };
}

/** Where all indicators of the profile come from. */
export function profileSources({ answer, study, level }: Assessed): LocalText {
  const indicators = answer.profile.indicators.map(({ id }) => study.indicators.find((one) => one.id === id));
  return indicatorSources(study, indicators, level);
}

/** Profiles of one edition bear its year in their name already. */
function withYear(name: string, edition: number): string {
  return name.includes(String(edition)) ? name : `${name} ${edition}`;
}
