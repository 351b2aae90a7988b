import type { AppState } from '#state/state.ts';
import { speechOf } from '#state/useApp.ts';
import { indexById } from '#stats/catalog.ts';
import { sourceText } from '../sourceText.ts';
import type { TableExport } from '../task.ts';
import { measuredOf, permutationOf } from './measured.ts';

/** All indices at full precision, with expected value, p, and the value of every year. */
export function measureTable(state: AppState): TableExport | null {
  const measured = measuredOf(state);
  if (!measured || measured.answer.refusal) return null;
  const { t, text, find } = speechOf(state.session.language);
  const { answer, study, group, reference, level } = measured;
  const p = permutationOf(state);
  return {
    name: `${state.view.city}-${group.id}-${answer.request.year}`,
    head: [
      `${text(study.title)}: ${text(group.name)} – ${text(reference ? reference.name : group.restName)}, ${answer.request.year}`,
      t('explore.vintage', { vintage: level.vintage }),
      t('measure.used', { used: answer.used, excluded: answer.excluded }),
      t('app.source', {
        source: sourceText(study, study.variables.find((one) => one.id === group.count)?.source ?? ''),
      }),
      ...(study.notice ? [text(study.notice)] : []),
    ],
    columns: [
      { head: t('measure.column-index') },
      { head: t('measure.column-dimension') },
      { head: t('measure.column-value') },
      { head: t('measure.column-chance-long') },
      { head: 'p' },
      ...answer.course.map(({ year }) => ({ head: String(year) })),
      { head: t('measure.column-citation') },
    ],
    rows: answer.indices.map((one) => {
      const spec = indexById(one.id);
      return [
        find('indices', `${one.id}.name`) ?? one.id,
        t(`measure.dimension-${spec.dimension}`),
        one.value,
        one.expected,
        one.id === 'moran' ? p : null,
        ...answer.course.map(({ values }) => values[one.id] ?? null),
        spec.citation,
      ];
    }),
  };
}

export function measureCaption(state: AppState) {
  const measured = measuredOf(state);
  const { t, text } = speechOf(state.session.language);
  if (!measured) return { title: '', subtitle: '', source: '' };
  const { answer, study, group, reference, level } = measured;
  const family = study.families.find((one) => one.id === level.family);
  return {
    title: `${text(group.name)}: ${t(`measure.map-${state.view.measureMap}`)}, ${answer.request.year}`,
    subtitle: `${text(study.title)} · ${t('measure.against', { reference: text(reference ? reference.name : group.restName) })} · ${family ? text(family.plural) : ''} (${level.vintage})`,
    source: sourceText(study, study.variables.find((one) => one.id === group.count)?.source ?? ''),
  };
}
