import type { CsvCell } from '#export/csv.ts';
import type { AppState } from '#state/state.ts';
import { speechOf } from '#state/useApp.ts';
import { indexById } from '#stats/catalog.ts';
import { groupSources } from '../figureSources.ts';
import type { TableExport } from '../task.ts';
import { comparedOf, uncertaintyOf } from './answers.ts';
import { sidesOf } from './comparison.ts';
import { measuredOf } from './measured.ts';
import { nextDoorName } from './nextDoor.ts';
import { rangeEndText } from './rangeEndText.ts';
import { localDraws } from './requests.ts';
import { tableHead } from './tableHead.ts';

/** All indices at full precision with their doubt, the side compared with, and the value of every year. */
export function measureTable(state: AppState): TableExport | null {
  const measured = measuredOf(state);
  if (!measured || measured.answer.refusal) return null;
  const speech = speechOf(state.session.language);
  const { t, find } = speech;
  const { answer, group } = measured;
  const { range } = answer;
  const uncertainty = uncertaintyOf(state);
  const found = comparedOf(state);
  const compared = found && !found.right.refusal ? found : null;
  const sides = compared && sidesOf(state.view.compare, compared, measured, state.other, speech);
  const onRight = new Map(compared?.right.indices.map((one) => [one.id, one.value]));
  return {
    name: `${state.view.city}-${group.id}-${answer.request.year}`,
    head: tableHead(
      measured,
      [
        t('measure.table-definition'),
        ...(uncertainty
          ? [
              t('measure.uncertainty-note', {
                bootstraps: uncertainty.bootstraps,
                permutations: uncertainty.permutations,
              }),
            ]
          : []),
        ...(range ? [t('measure.head-range', { n: range.cells })] : []),
        ...(sides ? [t('measure.head-compared', { left: sides.left, right: sides.right })] : []),
      ],
      speech,
    ),
    columns: [
      { head: t('measure.column-index') },
      { head: t('measure.column-id') },
      { head: t('measure.column-dimension') },
      { head: t('measure.column-value') },
      { head: t('measure.column-low') },
      { head: t('measure.column-high') },
      { head: t('measure.column-chance-long') },
      { head: t('measure.column-corrected') },
      { head: 'p' },
      { head: t('measure.column-chance-kind') },
      { head: t('measure.column-used') },
      { head: t('measure.column-excluded') },
      ...(range
        ? [
            { head: t('measure.column-range-low') },
            { head: t('measure.column-range-high') },
            { head: t('measure.column-range-kind') },
          ]
        : []),
      ...(sides
        ? [
            { head: `${t('measure.column-value')}: ${sides.right}` },
            { head: t('measure.column-difference-long', { ...sides }) },
            { head: `${t('measure.column-difference')}: ${t('measure.column-low')}` },
            { head: `${t('measure.column-difference')}: ${t('measure.column-high')}` },
            { head: `${t('measure.column-difference')}: p` },
          ]
        : []),
      ...answer.course.map(({ year }) => ({ head: String(year) })),
      { head: t('measure.column-reason') },
      { head: t('measure.column-explanation') },
      { head: t('measure.column-citation') },
    ],
    rows: answer.indices.map((one): CsvCell[] => {
      const spec = indexById(one.id);
      const doubt = uncertainty?.indices[one.id];
      const ends = range?.ends[one.id];
      const difference = compared?.differences[one.id];
      const other = onRight.get(one.id) ?? NaN;
      const best = (drawn: number | undefined, closed: number) =>
        drawn === undefined || Number.isNaN(drawn) ? closed : drawn;
      return [
        find('indices', `${one.id}.name`) ?? one.id,
        one.id,
        t(`measure.dimension-${spec.dimension}`),
        one.value,
        doubt?.low ?? null,
        doubt?.high ?? null,
        best(doubt?.expected, one.expected),
        best(doubt?.corrected, one.corrected),
        doubt?.p ?? null,
        doubt ? t(`measure.chance-${doubt.chance}`) : '',
        answer.used,
        answer.excluded,
        ...(range ? [ends?.low ?? null, ends?.high ?? null, ends ? rangeEndText(ends, t) : ''] : []),
        ...(sides
          ? [
              other,
              other - one.value,
              difference?.low ?? null,
              difference?.high ?? null,
              difference?.p ?? null,
            ]
          : []),
        ...answer.course.map(({ values }) => values[one.id] ?? null),
        one.reason ? t(`measure.reason-${one.reason}`) : '',
        find('indices', `${one.id}.explanation`) ?? '',
        spec.citation,
      ];
    }),
  };
}

export function measureCaption(state: AppState) {
  const measured = measuredOf(state);
  const speech = speechOf(state.session.language);
  const { t, text, numbers } = speech;
  if (!measured) return { title: '', subtitle: '', source: '' };
  const { answer, study, group, reference, level } = measured;
  const family = study.families.find((one) => one.id === level.family);
  const { measureMap } = state.view;
  const second = measureMap === 'cluster' ? nextDoorName(state, speech) : null;
  const shown = `${t(`measure.map-${measureMap}`)}${second ? ` (${t('measure.map-cluster-unit-second', { second })})` : ''}`;
  const test =
    measureMap === 'cluster' || measureMap === 'hotspot'
      ? ` · ${t('measure.caption-test', {
          level: t(`measure.caption-level-${measureMap}`),
          n: numbers.integer(localDraws.permutations),
          correction: t(state.view.discovery ? 'measure.caption-test-on' : 'measure.caption-test-off'),
          used: numbers.integer(answer.used),
          excluded: numbers.integer(answer.excluded),
        })}`
      : '';
  return {
    title: `${text(group.name)}: ${shown}, ${answer.request.year}`,
    subtitle: `${text(study.title)} · ${t('measure.against', { reference: text(reference ? reference.name : group.restName) })} · ${family ? text(family.plural) : ''} (${level.vintage})${test}`,
    source: speech.text(groupSources(study, group, level)),
  };
}
