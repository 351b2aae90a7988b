import type { RefObject } from 'preact';
import { useMemo } from 'preact/hooks';
import type { Institution } from '#model/study.ts';
import { useChange, useSelect, useSpeech } from '#state/useApp.ts';
import { Button } from '#ui/Button.tsx';
import { DataTable } from '#ui/DataTable.tsx';
import type { Assessed } from './assessed.ts';
import { sidesOf, standingMarks, standingText } from './standingText.ts';

export interface InstitutionListProps {
  readonly assessed: Assessed;
  readonly detail: RefObject<HTMLElement | null>;
  /** Set before a choice made here, so that the answer does not scroll away under the reader. */
  readonly chosenInList: { current: boolean };
}

/** Every institution of the selection: the accessible twin of map and funnel. */
export function InstitutionList({ assessed, detail, chosenInList }: InstitutionListProps) {
  const speech = useSpeech();
  const { t, numbers } = speech;
  const selected = useSelect((state) => state.view.institution);
  const hovered = useSelect((state) => state.session.hoveredInstitution);
  const change = useChange();
  const { answer, rows, selection, institutions, children } = assessed;
  const { threshold } = answer.request;
  const hasFigures = answer.rows.length > 0;
  const columns = useMemo(() => {
    const knowsChildren = hasFigures || children.size > 0;
    const sizeOf = ({ id, capacity }: Institution) =>
      (knowsChildren ? (rows.get(id)?.total ?? children.get(id)) : capacity) ?? NaN;
    return [
      { id: 'name', title: t('institutions.column-name'), value: (one: Institution) => one.name },
      // A mere register of schools says nothing of either.
      ...(selection.some((one) => !Number.isNaN(sizeOf(one)))
        ? [
            {
              id: 'children',
              title: knowsChildren ? t('institutions.children') : t('institutions.places'),
              align: 'end' as const,
              width: '60px',
              value: sizeOf,
              render: (one: Institution) => numbers.integer(sizeOf(one)),
            },
          ]
        : []),
      ...(hasFigures
        ? [
            {
              id: 'share',
              title: t('institutions.column-share'),
              unit: '%',
              align: 'end' as const,
              weight: 'strong' as const,
              width: '68px',
              value: (one: Institution) => rows.get(one.id)?.share ?? NaN,
              render: (one: Institution) => numbers.percentValue(rows.get(one.id)?.share ?? NaN),
            },
            {
              id: 'deviation',
              title: t('institutions.column-deviation'),
              hint: t('institutions.column-deviation-long'),
              align: 'end' as const,
              width: '84px',
              value: (one: Institution) => rows.get(one.id)?.deviation ?? NaN,
              render: (one: Institution) => {
                const row = rows.get(one.id);
                if (!row) return '–';
                return (
                  <>
                    {numbers.points(row.deviation)}
                    <span aria-hidden="true"> {standingMarks[row.standing]}</span>
                    <span class="ql-unseen"> {standingText(speech, threshold, row.standing)}</span>
                  </>
                );
              },
            },
          ]
        : []),
    ];
  }, [rows, children, selection, hasFigures, threshold, speech, t, numbers]);
  const chosen = selected === null ? undefined : institutions.get(selected);
  const marked = Object.fromEntries(
    sidesOf(threshold.method).map((side) => [side, standingText(speech, threshold, side)]),
  );
  return (
    <section class="ql-section">
      <h2 class="ql-heading">{t('institutions.list')}</h2>
      <DataTable
        caption={t('institutions.list')}
        hideCaption
        height="min(460px, 50vh)"
        rows={selection}
        rowKey={idOf}
        columns={columns}
        initialSort={hasFigures ? byShare : byName}
        selected={selected}
        hovered={hovered}
        onSelect={(id) => {
          chosenInList.current = true;
          change.view({ institution: id === selected ? null : id });
        }}
        onHover={(id) => change.session({ hoveredInstitution: id })}
        isMuted={(one) => !rows.has(one.id)}
      />
      {chosen && (
        <div>
          <Button
            kind="quiet"
            small
            onClick={() => {
              detail.current?.scrollIntoView({ block: 'start' });
              detail.current?.focus({ preventScroll: true });
            }}
          >
            {t('institutions.show-detail', { name: chosen.name })}
          </Button>
        </div>
      )}
      {hasFigures && (
        <p class="ql-note">{t(marked.below ? 'institutions.marks' : 'institutions.marks-above', marked)}</p>
      )}
    </section>
  );
}

const idOf = (one: Institution) => one.id;
const byShare = { column: 'share', direction: 'descending' } as const;
const byName = { column: 'name', direction: 'ascending' } as const;
