import type { AppState } from '#state/state.ts';
import { speechOf } from '#state/useApp.ts';
import type { TableExport } from '../task.ts';
import { assessedOf } from './assessed.ts';

/** Every institution of the selection, with figures or not. */
export function institutionTable(state: AppState): TableExport | null {
  const assessed = assessedOf(state);
  if (!assessed) return null;
  const { t, text } = speechOf(state.session.language);
  const { answer, study, selection, rows, group } = assessed;
  const forms = new Map(study.forms.map((form) => [form.id, text(form.name)]));
  const providers = new Map(study.providers.map((provider) => [provider.id, text(provider.name)]));
  return {
    name: `${state.view.city}-${answer.request.form}-${Number.isNaN(answer.year) ? '' : answer.year}`,
    head: [
      `${text(study.title)}: ${group ? text(group.name) : ''}`,
      t('institutions.coverage', {
        all: selection.length,
        figures: rows.size,
        located: rows.size - answer.withoutPosition.length,
      }),
      t('app.source', {
        source: study.sources
          .map((source) => source.publisher)
          .filter(isFirst)
          .join('; '),
      }),
      ...(study.notice ? [text(study.notice)] : []),
    ],
    columns: [
      { head: t('explore.column-key') },
      { head: t('institutions.column-name') },
      { head: t('institutions.form') },
      { head: t('institutions.provider') },
      { head: t('institutions.places') },
      { head: t('institutions.children') },
      { head: group ? text(group.name) : '' },
      { head: `${t('institutions.column-share')} (%)`, decimals: 1 },
      { head: t('institutions.column-deviation-long'), decimals: 1 },
      { head: t('institutions.column-standing') },
    ],
    rows: selection.map((one) => {
      const row = rows.get(one.id);
      return [
        one.id,
        one.name,
        forms.get(one.form) ?? one.form,
        providers.get(one.provider) ?? one.provider,
        one.capacity,
        row?.total ?? null,
        row?.count ?? null,
        row ? row.share * 100 : null,
        row ? row.deviation * 100 : null,
        row ? t(`institutions.standing-${row.standing}`) : t('institutions.detail-none'),
      ];
    }),
  };
}

export function institutionCaption(state: AppState) {
  const assessed = assessedOf(state);
  const { t, text } = speechOf(state.session.language);
  if (!assessed) return { title: '', subtitle: '', source: '' };
  const { answer, study, group } = assessed;
  const form = study.forms.find((one) => one.id === answer.request.form);
  const year = Number.isNaN(answer.year)
    ? ''
    : t('institutions.year', {
        from: String(answer.year),
        to: String((answer.year + 1) % 100).padStart(2, '0'),
      });
  return {
    title: `${form ? text(form.plural) : t('institutions.all-schools')}: ${group && answer.rows.length > 0 ? text(group.name) : t('institutions.places')}`,
    subtitle: [text(study.title), year].filter(Boolean).join(' · '),
    source: study.sources
      .map((source) => source.publisher)
      .filter(isFirst)
      .join('; '),
  };
}

const isFirst = <T>(value: T, position: number, all: readonly T[]) => all.indexOf(value) === position;
