import { methodNeeds } from '#state/needProfile.ts';
import { useSelect, useSpeech } from '#state/useApp.ts';
import { EmptyState } from '#ui/EmptyState.tsx';

/** A city that no method can be applied to: what each would take, and what of it is there. */
export function NoProfile() {
  const { t, text } = useSpeech();
  const study = useSelect((state) => state.study?.study ?? null);
  if (!study) return null;
  return (
    <>
      <EmptyState title={t('need.no-profile')}>
        <p>{t('need.no-profile-advice')}</p>
      </EmptyState>
      {methodNeeds(study).map(({ profile, indicators }) => (
        <section class="ql-section" key={profile.id}>
          <h2 class="ql-heading">{text(profile.name)}</h2>
          {profile.missing.rule === 'available' && (
            <p class="ql-note">
              {t('need.method-least', {
                n: profile.missing.minimumIndicators,
                all: indicators.length,
              })}
            </p>
          )}
          <ul class="ql-weights">
            {indicators.map(({ name, isKnown }) => (
              <li key={text(name)}>
                <span>{text(name)}</span>
                <span>{t(isKnown ? 'need.indicator-there' : 'need.indicator-missing')}</span>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}
