import type { DisclosureProfile } from '#disclosure/profile.ts';
import { asDelivered, hidesNothing } from '#disclosure/profiles.ts';
import { draftChanged } from '#state/actions/draft.ts';
import { useSpeech, useStore } from '#state/useApp.ts';
import { DisclosureForm } from '../../disclosure/DisclosureForm.tsx';
import { anchor } from '../anchor.ts';
import { usePlanned } from '../wizard.ts';

/** What may be shown of small numbers. */
export function DisclosureStep() {
  const { t } = useSpeech();
  const store = useStore();
  const { draft } = usePlanned();
  const choose = (profile: DisclosureProfile | null) =>
    store.setState((state) =>
      draftChanged(
        state,
        profile === null
          ? { disclosureOpen: true }
          : { disclosureOpen: false, disclosure: hidesNothing(profile) ? null : profile },
      ),
    );
  return (
    <div id={anchor('disclosure')} tabIndex={-1}>
      <DisclosureForm profile={draft.disclosure ?? asDelivered} onChange={choose} />
      <p class="ql-note">{t('importing.disclosure-note')}</p>
    </div>
  );
}
