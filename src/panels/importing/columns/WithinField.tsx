import { cityLevel } from '#import/plan/cityLevel.ts';
import { useSpeech } from '#state/useApp.ts';
import { Checkbox } from '#ui/Checkbox.tsx';
import { changeInstitutions } from '../edits/institutionEdits.ts';
import { usePlanned } from '../wizard.ts';
import type { InstitutionFieldsProps } from './InstitutionFields.tsx';

/** Lists of a whole state hold more than the city: only those inside its areas, with how many that are. */
export function WithinField({ table, one }: InstitutionFieldsProps) {
  const { t } = useSpeech();
  const { plan, review, edit, sayAreas } = usePlanned();
  const level = cityLevel(plan.levels);
  if (!level || one.position.kind === 'none') return null;
  const found = review?.institutions.find((each) => each.table === table.id);
  const inside = found ? found.institutions + found.leftOut - found.outside : 0;
  return (
    <Checkbox
      label={t('importing.within', { areas: sayAreas(level.familyPlural) })}
      note={found && t('importing.within-note', { inside, n: found.outside })}
      checked={one.within === true}
      onChange={(within) => edit((now) => changeInstitutions(now, table.id, { within }))}
    />
  );
}
