import { useMemo, useState } from 'preact/hooks';
import { useSpeech } from '#state/useApp.ts';
import { Button } from '#ui/Button.tsx';
import { Chips } from '#ui/Chips.tsx';
import { TextField } from '#ui/TextField.tsx';
import { anchor } from '../anchor.ts';
import { usePlanned } from '../wizard.ts';
import { BulkBar } from './BulkBar.tsx';
import { FigureTable } from './FigureTable.tsx';
import { type FigureFilter, figureFilters, figureRows, fitsFilter } from './figureRows.ts';
import type { TableFieldsProps } from './KeyFields.tsx';

const atOnce = 40;

/** The columns of a table, those read first: filtered, searched, changed one by one or many at once. */
export function FigureSection({ table, one, isOpen }: TableFieldsProps & { readonly isOpen: boolean }) {
  const { t } = useSpeech();
  const { review } = usePlanned();
  const rows = useMemo(() => figureRows(table, one, review), [table, one, review]);
  const used = rows.filter(({ plan }) => plan.role !== 'ignore').length;
  const doubtful = rows.filter(({ isDoubtful }) => isDoubtful).length;
  const [open, setOpen] = useState(isOpen);
  const [filter, setFilter] = useState<FigureFilter>(used > 0 ? 'used' : 'all');
  const [search, setSearch] = useState('');
  const [room, setRoom] = useState(atOnce);
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const fitting = rows.filter((row) => fitsFilter(row, filter, search));
  const shown = fitting.slice(0, room);
  const counts = { used, doubtful, all: rows.length };
  return (
    <details
      class="ql-import-inner ql-import-figures"
      id={anchor('table', table.id, 'columns')}
      open={open}
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary>
        {t(one.pivot ? 'importing.figures-summary-long' : 'importing.figures-summary', {
          used,
          all: rows.length,
        })}
      </summary>
      {open && (
        <>
          <div class="ql-import-toolbar">
            <Chips
              label={t('importing.filter')}
              hideLabel
              value={filter}
              options={figureFilters.map((each) => ({
                value: each,
                label: t(`importing.filter-${each}`),
                count: String(counts[each]),
                disabled: each !== 'all' && counts[each] === 0,
              }))}
              onChange={(next) => {
                setFilter(next);
                setRoom(atOnce);
              }}
            />
            <TextField
              label={t('importing.search-columns')}
              hideLabel
              type="search"
              placeholder={t('importing.search-columns')}
              value={search}
              onChange={setSearch}
            />
          </div>
          <BulkBar table={table.id} chosen={chosen} onDone={() => setChosen([])} />
          <FigureTable
            table={table}
            one={one}
            rows={shown}
            chosen={chosen}
            onChoose={setChosen}
            all={fitting.map(({ id }) => id)}
          />
          {fitting.length > shown.length && (
            <Button kind="quiet" small onClick={() => setRoom(room + 100)}>
              {t('importing.show-more', { n: fitting.length - shown.length })}
            </Button>
          )}
        </>
      )}
    </details>
  );
}
