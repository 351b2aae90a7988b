import { useState } from 'preact/hooks';
import { figureName } from '#import/plan/figureName.ts';
import type { GroupPlan } from '#import/plan/plan.ts';
import { useSpeech } from '#state/useApp.ts';
import { Button } from '#ui/Button.tsx';
import { Checkbox } from '#ui/Checkbox.tsx';
import { anchor } from '../anchor.ts';
import { changeGroup } from '../edits/indicatorEdits.ts';
import { unreadOf } from '../edits/pruneUnread.ts';
import { usePlanned } from '../wizard.ts';
import { GroupFields } from './GroupFields.tsx';

/** One group: of whom it is counted among whom. */
export function GroupItem({ one }: { readonly one: GroupPlan }) {
  const { t } = useSpeech();
  const { plan, edit, say } = usePlanned();
  const [isOpen, setOpen] = useState(false);
  const nameOf = (id: string) => say(figureName(plan, id));
  const missing = unreadOf(plan, one);
  const about =
    one.scope === 'institutions'
      ? t('importing.group-at-institutions')
      : t('importing.group-among', { whole: nameOf(one.universe) });
  return (
    <li class="ql-import-item" id={anchor('group', one.id)}>
      <div class="ql-import-item-line">
        <Checkbox
          label={say(one.name) || t('importing.unnamed')}
          note={
            missing.length > 0
              ? t('importing.figure-unread', { figures: missing.map(nameOf).join(', '), n: missing.length })
              : [about, say(one.restName) && t('importing.group-rest', { rest: say(one.restName) })]
                  .filter(Boolean)
                  .join(' · ')
          }
          checked={one.included}
          disabled={missing.length > 0 && !one.included}
          onChange={(included) => edit((now) => changeGroup(now, one.id, { included }))}
        />
        <Button kind="quiet" small aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {t('importing.change')}
          <span class="ql-unseen">: {say(one.name)}</span>
        </Button>
      </div>
      {isOpen && <GroupFields one={one} />}
    </li>
  );
}
