import { useMemo } from 'preact/hooks';
import { Bars } from '#charts/charts.ts';
import { useSpeech } from '#state/useApp.ts';
import type { Assessed } from './assessed.ts';
import { besideText } from './besideText.ts';

/** The same index at the place of residence, in the institutions, and there without the part of chance. */
export function BesideSection({ assessed }: { readonly assessed: Assessed }) {
  const speech = useSpeech();
  const { t, text, numbers } = speech;
  const { answer, study, group } = assessed;
  const { residents, indices } = answer;
  const bars = useMemo(
    () => [
      ...(residents
        ? [{ id: 'residents', label: t('institutions.beside-residents'), value: residents.D * 100 }]
        : []),
      {
        id: 'institutions',
        label: t('institutions.beside-institutions'),
        value: indices.D * 100,
        isEmphasised: true,
      },
      { id: 'corrected', label: t('institutions.beside-corrected'), value: indices.correctedD * 100 },
    ],
    [residents, indices, t],
  );
  const format = useMemo(() => (value: number) => numbers.decimal(value), [numbers]);
  const twin = study.groups.find((one) => one.id === residents?.group);
  const level = study.levels.find((one) => one.id === residents?.level);
  const family = study.families.find((one) => one.id === level?.family);
  const meaning = besideText(speech, answer);
  return (
    <section class="ql-section">
      <h2 class="ql-heading">{t('institutions.beside')}</h2>
      <Bars
        label={t('institutions.beside')}
        description={bars.map(({ label, value }) => `${label} ${format(value)}`).join(', ')}
        reserve={80}
        bars={bars}
        format={format}
      />
      {!Number.isNaN(indices.D) && (
        <p>
          {t('institutions.d-sentence', {
            n: numbers.integer(indices.D * 100),
            groupName: group ? text(group.ofName) : '',
          })}
        </p>
      )}
      {meaning && <p>{meaning}</p>}
      <p class="ql-note">
        {residents && twin
          ? t('institutions.beside-note', {
              twin: text(twin.name),
              level: family ? text(family.plural) : '',
              year: String(residents.year),
            })
          : t('institutions.beside-none')}{' '}
        {t('institutions.isolation', {
          institutions: numbers.percent(indices.xPx),
          residents: residents ? numbers.percent(residents.xPx) : '–',
        })}
      </p>
    </section>
  );
}
