import type { DisclosureProfile } from '#disclosure/profile.ts';
import { asDelivered, hidesNothing } from '#disclosure/profiles.ts';
import { draftChanged } from '#state/actions/draft.ts';
import { useSpeech, useStore } from '#state/useApp.ts';
import { Checkbox } from '#ui/Checkbox.tsx';
import { DisclosureForm } from '../../disclosure/DisclosureForm.tsx';
import { EffectPreview } from '../../disclosure/EffectPreview.tsx';
import { profileName } from '../../disclosure/profileRules.ts';
import { anchor } from '../anchor.ts';
import { protectionQuestion } from '../questions.ts';
import { usePlanned } from '../wizard.ts';
import { Proposal } from './Proposal.tsx';

/** What may be shown of small numbers: what was found, what is proposed, what it would do. A person decides. */
export function DisclosureStep() {
  const speech = useSpeech();
  const { t } = speech;
  const store = useStore();
  const { draft, plan, bench, answer } = usePlanned();
  const profile = draft.disclosure ?? asDelivered;
  const found = draft.protection?.plan === plan ? draft.protection.value : null;
  const choose = (chosen: DisclosureProfile | null) => {
    store.setState((state) =>
      draftChanged(
        state,
        chosen === null
          ? { disclosureOpen: true }
          : { disclosureOpen: false, disclosure: hidesNothing(chosen) ? null : chosen },
      ),
    );
    answer([protectionQuestion]);
  };
  return (
    <div class="ql-import-protection" id={anchor('disclosure')} tabIndex={-1}>
      <Proposal found={found} />
      <DisclosureForm profile={profile} onChange={choose} />
      {found && found.small > 0 && (
        <div class="ql-import-ask">
          <Checkbox
            id={anchor('protection')}
            label={t('importing.protection-decided', { profile: profileName(profile, speech) })}
            note={t('importing.protection-decided-note')}
            checked={draft.answered.includes(protectionQuestion)}
            onChange={(isDecided) => answer([protectionQuestion], isDecided)}
          />
        </div>
      )}
      {!draft.disclosureOpen && !hidesNothing(profile) && (
        <EffectPreview heading="h3" profile={profile} about={plan} ask={bench.guardEffect} />
      )}
      <p class="ql-note">{t('importing.disclosure-note')}</p>
    </div>
  );
}
