import { useEffect, useId, useState } from 'preact/hooks';
import type { DisclosureProfile } from '#disclosure/profile.ts';
import {
  disclosureProfiles,
  disclosureSources,
  listedAs,
  rulesOf,
  sameRules,
  standard,
} from '#disclosure/profiles.ts';
import { useAllWords, useSpeech } from '#state/useApp.ts';
import { OwnRules, profileOf, textsOf } from './OwnRules.tsx';
import { profileRules } from './profileRules.ts';
import './disclosure.css';

export interface DisclosureFormProps {
  readonly profile: DisclosureProfile;
  /** Called with every profile that is complete; null while a field is wrong. */
  readonly onChange: (profile: DisclosureProfile | null) => void;
}

/** Chooses what may be shown: a listed profile with its rules in plain words, or every rule by hand. */
export function DisclosureForm({ profile, onChange }: DisclosureFormProps) {
  const speech = useSpeech();
  const { t, text } = speech;
  const hasWords = useAllWords();
  const name = useId();
  const [isOwn, setOwn] = useState(() => listedAs(profile) === null);
  const [texts, setTexts] = useState(() => textsOf(listedAs(profile) ? standard : profile));
  // Chosen elsewhere, by undoing say.
  useEffect(() => {
    const written = profileOf(texts);
    if (!listedAs(profile) && (!written || !sameRules(written, profile))) {
      setOwn(true);
      setTexts(textsOf(profile));
    }
  }, [profile]);
  if (!hasWords) return null;
  return (
    <div class="ql-disclosure">
      <p>{t('disclosure.lead')}</p>
      <fieldset class="ql-disclosure-profiles">
        <legend class="ql-unseen">{t('disclosure.profiles')}</legend>
        {disclosureProfiles.map((listed) => (
          <label key={listed.id} class="ql-disclosure-profile">
            <input
              type="radio"
              name={name}
              checked={!isOwn && sameRules(listed, profile)}
              onChange={() => {
                setOwn(false);
                onChange(rulesOf(listed));
              }}
            />
            <span>
              <strong>{text(listed.name)}</strong>
              <ul>
                {profileRules(listed, speech).map((rule) => (
                  <li key={rule}>{rule}</li>
                ))}
              </ul>
            </span>
          </label>
        ))}
        <label class="ql-disclosure-profile">
          <input
            type="radio"
            name={name}
            checked={isOwn}
            onChange={() => {
              setOwn(true);
              onChange(profileOf(texts));
            }}
          />
          <span>
            <strong>{t('disclosure.own')}</strong>
          </span>
        </label>
      </fieldset>
      {isOwn && (
        <OwnRules
          texts={texts}
          onChange={(next) => {
            setTexts(next);
            onChange(profileOf(next));
          }}
        />
      )}
      <details class="ql-disclosure-sources">
        <summary>{t('disclosure.sources')}</summary>
        <ul>
          {disclosureSources.map(({ title, url }) => (
            <li key={title}>
              {url ? (
                <a href={url} target="_blank" rel="noopener noreferrer">
                  {title}
                </a>
              ) : (
                title
              )}
            </li>
          ))}
        </ul>
      </details>
    </div>
  );
}
