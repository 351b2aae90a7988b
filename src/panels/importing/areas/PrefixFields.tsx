import type { LevelPlan } from '#import/plan/plan.ts';
import { useSpeech } from '#state/useApp.ts';
import { TextField } from '#ui/TextField.tsx';
import { changePrefix } from '../edits/levelEdits.ts';
import { usePlanned } from '../wizard.ts';

export interface PrefixFieldsProps {
  readonly level: LevelPlan & { readonly from: { readonly kind: 'prefix' } };
}

/** How many characters of the key are those of the coarser area, and what these areas are called. */
export function PrefixFields({ level }: PrefixFieldsProps) {
  const { t } = useSpeech();
  const { plan, edit, sayAreas } = usePlanned();
  const { id, from } = level;
  const finer = plan.levels.find((one) => one.id === from.level);
  const names = Object.entries(from.names)
    .map(([key, name]) => `${key} ${name}`)
    .join('\n');
  return (
    <>
      <TextField
        label={t('importing.prefix-length', { finer: sayAreas(finer?.familyPlural ?? '') })}
        type="number"
        size={4}
        lazy
        value={String(from.keyLength)}
        onChange={(text) => {
          const keyLength = Number(text);
          if (Number.isInteger(keyLength) && keyLength > 0)
            edit((now) => changePrefix(now, id, { keyLength }));
        }}
      />
      <TextField
        label={t('importing.prefix-names')}
        lines={4}
        lazy
        value={names}
        placeholder={t('importing.prefix-names-example')}
        note={t('importing.prefix-names-note')}
        onChange={(text) => edit((now) => changePrefix(now, id, { names: namesIn(text) }))}
      />
    </>
  );
}

/** One area a line: its key, a blank, its name. */
function namesIn(text: string): Readonly<Record<string, string>> {
  const found: [string, string][] = [];
  for (const line of text.split('\n')) {
    const [, key, name] = /^\s*(\S+)[\s;:=]+(.+?)\s*$/.exec(line) ?? [];
    if (key !== undefined && name !== undefined) found.push([key, name]);
  }
  return Object.fromEntries(found);
}
