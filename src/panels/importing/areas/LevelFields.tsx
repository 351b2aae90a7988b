import { familyText, familyWords, plannedFamily } from '#import/plan/familyWords.ts';
import type { LevelPlan } from '#import/plan/plan.ts';
import { useSpeech } from '#state/useApp.ts';
import { TextField } from '#ui/TextField.tsx';
import { anchor } from '../anchor.ts';
import { changeLevel, nameFamily } from '../edits/levelEdits.ts';
import { usePlanned } from '../wizard.ts';
import { yearOf } from '../yearOf.ts';
import { FamilyChoice } from './FamilyChoice.tsx';

/** What a level is called and of when it is. */
export function LevelFields({ level }: { readonly level: LevelPlan }) {
  const { t, text, language } = useSpeech();
  const { edit, draft } = usePlanned();
  const { id, family } = level;
  const isAsked = draft.inspection !== null && level.vintage.trim() === '';
  return (
    <>
      <div class="ql-import-row">
        <TextField
          id={anchor('level', id, 'name')}
          label={t('importing.level-singular')}
          value={text(familyText(level.familyName, 'name'))}
          suggestions={[...new Set(familyWords.map(({ name }) => text(name)))]}
          onChange={(said) => {
            const familyName = plannedFamily(said, 'name', language);
            const known = familyWords.find(({ name }) => name.de === familyName);
            const words = known ? { familyName, familyPlural: known.plural.de } : { familyName };
            edit((plan) => nameFamily(plan, family, words), `${id} name`);
          }}
        />
        <TextField
          label={t('importing.level-plural')}
          value={text(familyText(level.familyPlural, 'plural'))}
          onChange={(said) => {
            const familyPlural = plannedFamily(said, 'plural', language);
            edit((plan) => nameFamily(plan, family, { familyPlural }), `${id} plural`);
          }}
        />
      </div>
      <div class="ql-import-row">
        <TextField
          id={anchor('level', id, 'vintage')}
          label={t('importing.vintage')}
          value={level.vintage}
          placeholder={t('importing.vintage-example')}
          error={isAsked ? t('importing.vintage-missing') : null}
          onChange={(vintage) => edit((plan) => changeLevel(plan, id, { vintage }), `${id} vintage`)}
        />
        <TextField
          label={t('importing.valid-from')}
          inputMode="numeric"
          size={6}
          value={level.validFrom === null ? '' : String(level.validFrom)}
          lazy
          onChange={(text) => edit((plan) => changeLevel(plan, id, { validFrom: yearOf(text) }))}
        />
        <TextField
          label={t('importing.valid-to')}
          inputMode="numeric"
          size={6}
          value={level.validTo === null ? '' : String(level.validTo)}
          lazy
          onChange={(text) => edit((plan) => changeLevel(plan, id, { validTo: yearOf(text) }))}
        />
      </div>
      <p class="ql-note">{t('importing.vintage-note')}</p>
      <FamilyChoice level={level} />
    </>
  );
}
