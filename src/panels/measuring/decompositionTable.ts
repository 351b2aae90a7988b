import type { CsvCell } from '#export/csv.ts';
import type { AppState } from '#state/state.ts';
import { speechOf } from '#state/useApp.ts';
import { indexById } from '#stats/catalog.ts';
import type { TableExport } from '../task.ts';
import { decompositionOf } from './answers.ts';
import { measuredOf } from './measured.ts';
import { tableHead } from './tableHead.ts';

/** All parts in one list: of what, which part, its value. */
export function decompositionTable(state: AppState): TableExport | null {
  const measured = measuredOf(state);
  const answer = decompositionOf(state);
  if (!measured || !answer || answer.refusal) return null;
  const speech = speechOf(state.session.language);
  const { t, text, find } = speech;
  const { study } = measured;
  const { request, nested, total, within, change, structure, many } = answer;
  const nameOf = (id: string) => {
    const family = study.families.find((one) => one.id === id);
    return family ? text(family.plural) : id;
  };
  const rows: CsvCell[][] = [];
  for (const id of ['M', 'H'] as const) {
    nested.forEach((step, i) => {
      const level = nameOf(step.family);
      const part = i === 0 ? level : t('measure.nested-within', { level });
      rows.push([t('measure.nested'), id, part, step[id]]);
    });
    rows.push([t('measure.nested'), id, t('measure.total'), total[id]]);
  }
  for (const one of within) {
    rows.push(
      [t('measure.within-one'), 'M', one.name, one.M],
      [t('measure.within-one'), 'H', one.name, one.H],
    );
    rows.push([t('measure.within-share-long'), '', one.name, one.share]);
    rows.push([t('measure.within-part-long'), 'M', one.name, one.part / total.M]);
  }
  if (structure) {
    rows.push(
      [t('measure.structure'), 'D', String(structure.from), structure.before],
      [t('measure.structure'), 'D', t('measure.structure-spatial'), structure.spatial],
      [t('measure.structure'), 'D', t('measure.structure-composition'), structure.composition],
      [t('measure.structure'), 'D', String(request.year), structure.after],
    );
  }
  if (change) {
    rows.push(
      [t('measure.change'), 'M', String(change.from), change.before],
      [t('measure.change'), 'M', t('measure.change-removals'), change.removals],
      [t('measure.change'), 'M', t('measure.change-additions'), change.additions],
      [t('measure.change'), 'M', t('measure.change-groupMarginal'), change.groupMarginal],
      [t('measure.change'), 'M', t('measure.change-unitMarginal'), change.unitMarginal],
      [t('measure.change'), 'M', t('measure.change-structural'), change.structural],
      [t('measure.change'), 'M', String(request.year), change.after],
    );
  }
  for (const one of many?.indices ?? []) {
    rows.push([t('measure.many'), one.id, find('indices', `${one.id}.name`) ?? one.id, one.value]);
  }
  return {
    name: `${state.view.city}-${request.group}-${request.year}-${t('measure.file-decomposition')}`,
    head: tableHead(
      measured,
      [
        t('measure.decomposition-definition'),
        `M: ${indexById('M').citation}`,
        `D: ${indexById('D').citation}`,
      ],
      speech,
    ),
    columns: [
      { head: t('measure.column-decomposition') },
      { head: t('measure.column-index') },
      { head: t('measure.column-part') },
      { head: t('measure.column-value') },
    ],
    rows,
  };
}
