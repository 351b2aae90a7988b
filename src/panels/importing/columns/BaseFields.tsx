import { useSpeech } from '#state/useApp.ts';
import { PlainSelect } from '#ui/PlainSelect.tsx';
import { changeBase } from '../edits/columnEdits.ts';
import { countsOf } from '../edits/variables.ts';
import { usePlanned } from '../wizard.ts';
import type { FigureRow } from './figureRows.ts';

const none = ' none';
/** Half a unit of the last digit given, in parts of one. */
const roundings = [
  ['0.005', 'importing.rounding-whole'],
  ['0.0005', 'importing.rounding-tenth'],
  ['0.00005', 'importing.rounding-hundredth'],
] as const;

export interface BaseFieldsProps {
  readonly table: string;
  readonly row: FigureRow;
}

/** Of shares: of which whole, so that counts can be estimated within what rounding leaves open. */
export function BaseFields({ table, row }: BaseFieldsProps) {
  const { t } = useSpeech();
  const { plan, edit, say } = usePlanned();
  const { id } = row;
  const { base, rounding } = row.plan;
  const wholes = countsOf(plan).filter((one) => one.id !== row.plan.variable);
  const nearest = roundings.find(([size]) => Number(size) === rounding)?.[0] ?? '0.005';
  return (
    <div class="ql-import-row">
      <PlainSelect
        label={t('importing.base')}
        value={base ?? none}
        options={[
          { value: none, label: t('importing.base-none') },
          ...wholes.map((one) => ({ value: one.id, label: say(one.name) })),
        ]}
        onChange={(chosen) =>
          edit((now) => changeBase(now, table, [id], chosen === none ? null : chosen, Number(nearest)))
        }
      />
      {base !== null && (
        <PlainSelect
          label={t('importing.rounding')}
          value={nearest}
          options={roundings.map(([value, key]) => ({ value, label: t(key) }))}
          onChange={(size) => edit((now) => changeBase(now, table, [id], base, Number(size)))}
        />
      )}
      <p class="ql-note">{t(base === null ? 'importing.base-note-none' : 'importing.base-note')}</p>
    </div>
  );
}
