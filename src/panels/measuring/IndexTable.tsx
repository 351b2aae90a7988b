import type { ComponentChildren } from 'preact';
import { useId, useMemo, useState } from 'preact/hooks';
import type { ComparisonAnswer, IndexValue, UncertaintyAnswer } from '#measuring/answer.ts';
import { type Speech, useChange, useSelect, useSpeech } from '#state/useApp.ts';
import { indexById } from '#stats/catalog.ts';
import { Button } from '#ui/Button.tsx';
import { type Column, DataTable } from '#ui/DataTable.tsx';
import { SaveTableButton } from '../SaveTableButton.tsx';
import { comparedOf, uncertaintyOf } from './answers.ts';
import { CentreControl } from './CentreControl.tsx';
import { inOrder, type Sides, sidesOf } from './comparison.ts';
import { distanceText } from './distanceText.ts';
import { indexFigure } from './indexFigure.ts';
import type { Measured } from './measured.ts';
import { measureTable } from './measureTable.ts';
import { Pending } from './Pending.tsx';
import { SecretRangeNote } from './SecretRangeNote.tsx';
import { softHyphens } from './softHyphens.ts';

/** The ones most asked for; the others wait behind a button. */
const mainIndices: readonly string[] = ['D', 'G', 'H', 'xPx', 'xPy', 'moran', 'spatial_H'];
const idOf = (row: IndexValue) => row.id;

const isCentral = (id: string) => indexById(id).dimension === 'centralization';

/** Every index with interval, chance and change; or, while comparing, both sides and their difference. */
export function IndexTable({ measured }: { readonly measured: Measured }) {
  const speech = useSpeech();
  const { t, numbers } = speech;
  const index = useSelect((state) => state.view.index);
  const compare = useSelect((state) => state.view.compare);
  const other = useSelect((state) => state.other);
  const uncertainty = useSelect(uncertaintyOf);
  const isPending = useSelect((state) => state.answers.uncertainty?.status !== 'ready');
  const found = useSelect(comparedOf);
  const change = useChange();
  const [isOpen, setOpen] = useState(false);
  const region = useId();
  const { answer } = measured;
  const { radius } = answer.request;
  // A link may name an index of the rest: it must be seen.
  const showsAll = isOpen || !mainIndices.includes(index);
  const rows = useMemo(
    () => (showsAll ? answer.indices : answer.indices.filter((row) => mainIndices.includes(row.id))),
    [answer, showsAll],
  );
  const section = useMemo(
    () => (row: IndexValue) => {
      const { needs, dimension } = indexById(row.id);
      return needs.includes('radius')
        ? t('measure.dimension-surroundings', { radius: distanceText(radius, numbers) })
        : t(`measure.dimension-${dimension}`);
    },
    [t, numbers, radius],
  );
  const sides = useMemo(() => {
    if (!found || found.right.refusal) return null;
    const compared = inOrder(compare, found);
    return { compared, names: sidesOf(compare, compared, measured, other, speech) };
  }, [found, compare, measured, other, speech]);
  const columns = useMemo(
    () =>
      sides
        ? comparedColumns(sides.compared, sides.names, speech)
        : indexColumns(measured, uncertainty, isPending, speech),
    [measured, uncertainty, isPending, sides, speech],
  );
  const others = answer.indices.filter((row) => !mainIndices.includes(row.id)).length;
  return (
    <section class="ql-section">
      <div id={region} class="ql-index-table">
        <DataTable
          caption={t('measure.table')}
          hideCaption
          rows={rows}
          rowKey={idOf}
          sort={null}
          section={section}
          selected={index}
          onSelect={(id) => change.view({ index: id })}
          columns={columns}
        />
      </div>
      {others > 0 && mainIndices.includes(index) && (
        <div>
          <Button
            kind="quiet"
            small
            aria-expanded={showsAll}
            aria-controls={region}
            onClick={() => setOpen(!isOpen)}
          >
            {isOpen ? t('measure.fewer-indices') : t('measure.more-indices', { n: others })}
          </Button>
        </div>
      )}
      {!isCentral(index) && rows.some((row) => isCentral(row.id)) && <CentreControl measured={measured} />}
      {sides ? (
        <p class="ql-note">{t('measure.compared-note', { ...sides.names })}</p>
      ) : (
        <>
          {uncertainty && !isPending ? (
            <p class="ql-note ql-progress-place">
              {t('measure.uncertainty-note', {
                bootstraps: uncertainty.bootstraps,
                permutations: uncertainty.permutations,
              })}
            </p>
          ) : (
            <Pending name="uncertainty" label={t('measure.uncertainty-pending')} />
          )}
          <p class="ql-note">{t('measure.times-100')}</p>
        </>
      )}
      <SecretRangeNote measured={measured} />
      <Missing rows={rows} />
      <SaveTableButton label={t('measure.table-save')} table={measureTable} />
    </section>
  );
}

/** Why some have no value: every reason once, with the indices it holds for. */
function Missing({ rows }: { readonly rows: readonly IndexValue[] }) {
  const { t, find } = useSpeech();
  const byReason = new Map<NonNullable<IndexValue['reason']>, string[]>();
  for (const { id, reason } of rows) {
    if (!reason) continue;
    const names = byReason.get(reason) ?? [];
    names.push(find('indices', `${id}.name`) ?? id);
    byReason.set(reason, names);
  }
  if (byReason.size === 0) return null;
  return (
    <>
      {[...byReason].map(([reason, names]) => (
        <p key={reason} class="ql-note">
          – {names.join(', ')}: {t(`measure.reason-${reason}`)}
        </p>
      ))}
    </>
  );
}

function pair(first: ComponentChildren, second: ComponentChildren) {
  return (
    <span class="ql-pair">
      {first}
      <small>{second}</small>
    </span>
  );
}

function nameColumn({ t, find, numbers }: Speech): Column<IndexValue> {
  return {
    id: 'index',
    title: t('measure.column-index'),
    unit: '× 100',
    sortable: false,
    value: (row) => row.id,
    render: (row) => {
      const name = softHyphens(find('indices', `${row.id}.name`) ?? row.id);
      return indexFigure(numbers, row.id).scale === 1 ? pair(name, t('measure.not-times-100')) : name;
    },
  };
}

/** A value, or a dash that says why there is none. */
function valueCell(row: IndexValue | undefined, { t, numbers }: Speech) {
  if (!row?.reason) return row ? indexFigure(numbers, row.id).value(row.value) : '–';
  const why = t(`measure.reason-${row.reason}`);
  return (
    <abbr title={why}>
      –<span class="ql-unseen">{why}</span>
    </abbr>
  );
}

function intervalText(id: string, low: number, high: number, { numbers }: Speech): string {
  if (Number.isNaN(low) || Number.isNaN(high)) return '–';
  const figure = indexFigure(numbers, id);
  return `${figure.value(low)} – ${figure.value(high)}`;
}

function indexColumns(
  { answer }: Measured,
  uncertainty: UncertaintyAnswer | null,
  isPending: boolean,
  speech: Speech,
): readonly Column<IndexValue>[] {
  const { t, numbers } = speech;
  const first = answer.course.find((one) => one.year < answer.request.year);
  const since = (row: IndexValue) => row.value - (first?.values[row.id] ?? NaN);
  const doubt = (row: IndexValue) => uncertainty?.indices[row.id];
  /** The simulation's where it is there, the closed form's before and where nothing was drawn. */
  const best = (drawn: number | undefined, closed: number) =>
    drawn === undefined || Number.isNaN(drawn) ? closed : drawn;
  // What is freed of chance has its zero there: the mean of its own draws would only confuse.
  const expected = (row: IndexValue) =>
    indexById(row.id).freeOfChance ? NaN : best(doubt(row)?.expected, row.expected);
  /** Of the share of one's own group among those met, a part "beyond chance" is evenness, not contact. */
  const isCorrected = ({ id }: IndexValue) => ['evenness', 'diversity'].includes(indexById(id).dimension);
  return [
    nameColumn(speech),
    {
      id: 'value',
      title: String(answer.request.year),
      align: 'end',
      weight: 'strong',
      sortable: false,
      width: '44px',
      value: (row) => row.value,
      render: (row) => valueCell(row, speech),
    },
    {
      id: 'interval',
      title: t('measure.column-interval'),
      hint: t('measure.column-interval-long'),
      align: 'end',
      sortable: false,
      width: '82px',
      value: (row) => doubt(row)?.low ?? NaN,
      render: (row) => {
        const drawn = doubt(row);
        const corrected = isCorrected(row) ? best(drawn?.corrected, row.corrected) : NaN;
        return pair(
          drawn ? intervalText(row.id, drawn.low, drawn.high, speech) : '…',
          Number.isNaN(corrected)
            ? ''
            : t('measure.corrected', { value: indexFigure(numbers, row.id).value(corrected) }),
        );
      },
    },
    {
      id: 'expected',
      title: t('measure.column-chance'),
      hint: t('measure.column-chance-long'),
      align: 'end',
      weight: 'muted',
      sortable: false,
      width: '68px',
      value: expected,
      render: (row) => {
        // p of the first draws is coarse and would fall while one looks at it.
        const p = isPending ? NaN : (doubt(row)?.p ?? NaN);
        return pair(
          indexFigure(numbers, row.id).value(expected(row)),
          Number.isNaN(p) ? '' : t('measure.p', { p: numbers.decimal(p, 3) }),
        );
      },
    },
    ...(first
      ? [
          {
            id: 'change',
            title: t('explore.column-change', { year: String(first.year) }),
            hint: t('explore.column-change-long', { year: String(first.year) }),
            align: 'end' as const,
            sortable: false,
            width: '52px',
            value: since,
            render: (row: IndexValue) => indexFigure(numbers, row.id).change(since(row)),
          },
        ]
      : []),
  ];
}

function comparedColumns(
  { left, right, differences }: ComparisonAnswer,
  sides: Sides,
  speech: Speech,
): readonly Column<IndexValue>[] {
  const { t, numbers } = speech;
  const of = (side: typeof left) => {
    const byId = new Map(side.indices.map((one) => [one.id, one]));
    return (row: IndexValue) => byId.get(row.id);
  };
  const [onLeft, onRight] = [of(left), of(right)];
  const difference = (row: IndexValue) => (onRight(row)?.value ?? NaN) - (onLeft(row)?.value ?? NaN);
  const side = (id: string, title: string, value: typeof onLeft): Column<IndexValue> => ({
    id,
    title: softHyphens(title, 8),
    hint: title,
    align: 'end',
    weight: 'strong',
    sortable: false,
    width: '84px',
    value: (row) => value(row)?.value ?? NaN,
    render: (row) => valueCell(value(row), speech),
  });
  return [
    nameColumn(speech),
    side('left', sides.left, onLeft),
    side('right', sides.right, onRight),
    {
      id: 'difference',
      title: t('measure.column-difference'),
      hint: t('measure.column-difference-long', { ...sides }),
      align: 'end',
      sortable: false,
      width: '88px',
      value: difference,
      render: (row) => {
        const figure = indexFigure(numbers, row.id);
        const known = differences[row.id];
        const details = known
          ? [
              ...(Number.isNaN(known.low)
                ? []
                : [`${figure.change(known.low)} – ${figure.change(known.high)}`]),
              ...(Number.isNaN(known.p) ? [] : [t('measure.p', { p: numbers.decimal(known.p, 3) })]),
            ]
          : [];
        return pair(
          figure.change(difference(row)),
          details.map((each) => (
            <span key={each} class="ql-pair">
              {each}
            </span>
          )),
        );
      },
    },
  ];
}
