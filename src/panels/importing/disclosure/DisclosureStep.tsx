import { asDelivered, disclosureProfiles, rulesOf, sameRules } from '#disclosure/profiles.ts';
import { draftChanged } from '#state/actions/draft.ts';
import { useSpeech, useStore } from '#state/useApp.ts';
import { usePlanned } from '../wizard.ts';
import { profileRules } from './profileRules.ts';

/** What may be shown of small numbers. */
export function DisclosureStep() {
  const { t, text } = useSpeech();
  const store = useStore();
  const { draft } = usePlanned();
  const chosen = draft.disclosure ?? asDelivered;
  return (
    <>
      <p class="ql-lead">{t('importing.disclosure-lead')}</p>
      <fieldset class="ql-import-profiles">
        <legend class="ql-unseen">{t('importing.disclosure-title')}</legend>
        {disclosureProfiles.map((profile) => (
          <label key={profile.id} class="ql-import-profile">
            <input
              type="radio"
              name="disclosure"
              checked={sameRules(profile, chosen)}
              onChange={() =>
                store.setState((state) =>
                  draftChanged(state, {
                    disclosure: profile.id === asDelivered.id ? null : rulesOf(profile),
                  }),
                )
              }
            />
            <span>
              <strong>{text(profile.name)}</strong>
              <ul>
                {profileRules(profile, t).map((rule) => (
                  <li key={rule}>{rule}</li>
                ))}
              </ul>
            </span>
          </label>
        ))}
      </fieldset>
      <p class="ql-note">{t('importing.disclosure-note')}</p>
    </>
  );
}
