import { useSpeech } from '#state/useApp.ts';
import { PlainSelect } from '#ui/PlainSelect.tsx';
import type { PlanVariable } from '../edits/variables.ts';
import { usePlanned } from '../wizard.ts';

export interface SumFieldProps {
  readonly label: string;
  readonly ids: readonly string[];
  readonly counts: readonly PlanVariable[];
  readonly onChange: (ids: readonly string[]) => void;
}

const none = ' none';

/** One figure, or the sum of several: a further list appears below the last one. */
export function SumField({ label, ids, counts, onChange }: SumFieldProps) {
  const { t } = useSpeech();
  const { say } = usePlanned();
  const options = counts.map(({ id, name }) => ({ value: id, label: say(name) }));
  return (
    <div class="ql-import-sum">
      {ids.map((id, i) => (
        <PlainSelect
          key={i}
          label={i === 0 ? label : t('importing.plus')}
          value={id}
          placeholder={t('importing.choose')}
          options={ids.length > 1 ? [{ value: none, label: t('importing.remove') }, ...options] : options}
          onChange={(chosen) =>
            onChange(ids.flatMap((each, at) => (at !== i ? [each] : chosen === none ? [] : [chosen])))
          }
        />
      ))}
      <PlainSelect
        small
        hideLabel={ids.length > 0}
        label={ids.length > 0 ? t('importing.plus') : label}
        value=""
        placeholder={ids.length > 0 ? t('importing.plus-more') : t('importing.choose')}
        options={options.filter(({ value }) => !ids.includes(value))}
        onChange={(chosen) => onChange([...ids, chosen])}
      />
    </div>
  );
}
