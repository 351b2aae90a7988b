import type { InspectedTable } from '#import/inspect/inspection.ts';
import type { InstitutionPlan } from '#import/plan/plan.ts';
import { institutionKinds } from '#model/study.ts';
import { useSpeech } from '#state/useApp.ts';
import { PlainSelect } from '#ui/PlainSelect.tsx';
import { anchor } from '../anchor.ts';
import { changeInstitutions } from '../edits/institutionEdits.ts';
import { usePlanned } from '../wizard.ts';
import { columnOptions, noColumn } from './columnOptions.ts';
import { FormFields } from './FormFields.tsx';
import { InstitutionCounts } from './InstitutionCounts.tsx';
import { InstitutionSummary } from './InstitutionSummary.tsx';
import { PositionFields } from './PositionFields.tsx';
import { ProviderFields } from './ProviderFields.tsx';
import { WithinField } from './WithinField.tsx';

export interface InstitutionFieldsProps {
  readonly table: InspectedTable;
  readonly one: InstitutionPlan;
}

/** Which columns say what about schools or kitas. */
export function InstitutionFields({ table, one }: InstitutionFieldsProps) {
  const { t } = useSpeech();
  const { edit } = usePlanned();
  const set = (change: Partial<InstitutionPlan>) => edit((now) => changeInstitutions(now, table.id, change));
  const columns = columnOptions(table);
  const optional = [{ value: noColumn, label: t('importing.no-column') }, ...columns];
  return (
    <>
      <InstitutionSummary table={table.id} />
      <div class="ql-import-row">
        <PlainSelect
          label={t('importing.institution-kind')}
          value={one.kind}
          options={institutionKinds.map((kind) => ({ value: kind, label: t(`importing.kind-${kind}`) }))}
          onChange={(kind) => set({ kind })}
        />
        <PlainSelect
          id={anchor('table', table.id, 'id')}
          label={t('importing.institution-id')}
          value={one.id}
          placeholder={t('importing.choose')}
          options={columns}
          onChange={(id) => set({ id })}
        />
        <PlainSelect
          id={anchor('table', table.id, 'name')}
          label={t('importing.institution-name')}
          value={one.name}
          placeholder={t('importing.choose')}
          options={columns}
          onChange={(name) => set({ name })}
        />
      </div>
      <FormFields table={table} one={one} />
      <PositionFields table={table} one={one} />
      <WithinField table={table} one={one} />
      <ProviderFields table={table} one={one} />
      <InstitutionCounts table={table} one={one} />
      <div class="ql-import-row">
        <PlainSelect
          label={t('importing.institution-capacity')}
          value={one.capacity ?? noColumn}
          options={optional}
          onChange={(capacity) => set({ capacity: capacity === noColumn ? null : capacity })}
        />
        <PlainSelect
          label={t('importing.institution-address')}
          value={one.address ?? noColumn}
          options={optional}
          onChange={(address) => set({ address: address === noColumn ? null : address })}
        />
      </div>
    </>
  );
}
