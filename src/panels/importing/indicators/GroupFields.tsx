import type { GroupPlan } from '#import/plan/plan.ts';
import { useSpeech } from '#state/useApp.ts';
import { Button } from '#ui/Button.tsx';
import { PlainSelect } from '#ui/PlainSelect.tsx';
import { TextField } from '#ui/TextField.tsx';
import { changeGroup, removeGroup } from '../edits/indicatorEdits.ts';
import { countsOf } from '../edits/variables.ts';
import { usePlanned } from '../wizard.ts';

/** Names of a group and of everybody else, and a sentence with them to hear how they sound. */
export function GroupFields({ one }: { readonly one: GroupPlan }) {
  const { t } = useSpeech();
  const { plan, edit, say } = usePlanned();
  const { id } = one;
  const set = (change: Partial<GroupPlan>, about?: string) =>
    edit((now) => changeGroup(now, id, change), about && `${id} ${about}`);
  const counts = countsOf(plan).map((each) => ({ value: each.id, label: say(each.name) }));
  return (
    <div class="ql-import-detail">
      <div class="ql-import-row">
        <TextField
          label={t('importing.group-name')}
          value={say(one.name)}
          onChange={(name) => set({ name }, 'name')}
        />
        <TextField
          label={t('importing.group-of-name')}
          value={say(one.ofName)}
          onChange={(ofName) => set({ ofName }, 'of')}
        />
        <TextField
          label={t('importing.group-rest-name')}
          value={say(one.restName)}
          onChange={(restName) => set({ restName }, 'rest')}
        />
      </div>
      <p class="ql-import-spoken">
        {t('importing.group-sentence', { group: say(one.ofName) || say(one.name) || '…' })}
      </p>
      {one.scope === 'residents' && (
        <div class="ql-import-row">
          <PlainSelect
            label={t('importing.group-count')}
            value={one.count}
            placeholder={t('importing.choose')}
            options={counts}
            onChange={(count) => set({ count })}
          />
          <PlainSelect
            label={t('importing.group-universe')}
            value={one.universe}
            placeholder={t('importing.choose')}
            options={counts}
            onChange={(universe) => set({ universe })}
          />
        </div>
      )}
      <div class="ql-import-card-end">
        <Button kind="quiet" small onClick={() => edit((now) => removeGroup(now, id))}>
          {t('importing.remove')}
          <span class="ql-unseen">: {say(one.name)}</span>
        </Button>
      </div>
    </div>
  );
}
