import type { InstitutionPlan } from '#import/plan/plan.ts';
import { useSpeech } from '#state/useApp.ts';
import { PlainSelect } from '#ui/PlainSelect.tsx';
import { changeInstitutions } from '../edits/institutionEdits.ts';
import { positionKinds, positionOf } from '../edits/positionOf.ts';
import { crsName, knownSystems } from '../map/crsName.ts';
import { tableName } from '../tableName.ts';
import { usePlanned } from '../wizard.ts';
import { columnOptions } from './columnOptions.ts';
import type { InstitutionFieldsProps } from './InstitutionFields.tsx';

type Position = InstitutionPlan['position'];
type Field = 'x' | 'y' | 'crs' | 'table' | 'on' | 'key' | 'level' | 'column';

/** Where institutions stand: by coordinates, by those of another table, by the area they are in, or unknown. */
export function PositionFields({ table, one }: InstitutionFieldsProps) {
  const { t } = useSpeech();
  const { plan, inspection, edit, sayAreas } = usePlanned();
  const { position } = one;
  const set = (next: Position) => edit((now) => changeInstitutions(now, table.id, { position: next }));
  const other =
    position.kind === 'table' ? inspection.tables.find((each) => each.id === position.table) : undefined;
  const own = columnOptions(table);
  const theirs = columnOptions(other);
  const systems = knownSystems.map((crs) => ({ value: crs as string, label: crsName(crs) }));
  const fields: readonly (readonly [Field, readonly { value: string; label: string }[]])[] =
    position.kind === 'coordinates'
      ? [
          ['x', own],
          ['y', own],
          ['crs', systems],
        ]
      : position.kind === 'table'
        ? [
            [
              'table',
              inspection.tables
                .filter((each) => each.id !== table.id)
                .map((each) => ({ value: each.id, label: tableName(each) })),
            ],
            ['on', own],
            ['key', theirs],
            ['x', theirs],
            ['y', theirs],
            ['crs', systems],
          ]
        : position.kind === 'area'
          ? [
              [
                'level',
                plan.levels.map(({ id, familyPlural }) => ({ value: id, label: sayAreas(familyPlural) })),
              ],
              ['column', own],
            ]
          : [];
  const values = position as Readonly<Partial<Record<Field, string>>>;
  return (
    <div class="ql-import-row">
      <PlainSelect
        label={t('importing.position')}
        value={position.kind}
        options={positionKinds.map((kind) => ({
          value: kind,
          label: t(`importing.position-${kind}`),
          disabled: kind === 'table' && inspection.tables.length < 2,
        }))}
        onChange={(kind) => set(positionOf(kind, table, inspection, plan))}
      />
      {fields.map(([field, options]) => (
        <PlainSelect
          key={field}
          label={t(`importing.position-field-${field}`)}
          value={values[field] ?? ''}
          placeholder={t('importing.choose')}
          options={options}
          onChange={(value) => set({ ...position, [field]: value } as Position)}
        />
      ))}
    </div>
  );
}
