import { useSpeech } from '#state/useApp.ts';
import { usePlanned } from '../wizard.ts';

const mostNamed = 8;

/** What the table comes to as institutions: how many, how many of them with a place and with figures. */
export function InstitutionSummary({ table }: { readonly table: string }) {
  const { t } = useSpeech();
  const { review } = usePlanned();
  const found = review?.institutions.find((one) => one.table === table);
  if (!found) return null;
  const { institutions, placed, outside, leftOut, withFigures, repeated, forms } = found;
  return (
    <p>
      {t('importing.institutions-found', { n: institutions, placed, figures: withFigures })}
      {outside > 0 &&
        ` ${t(leftOut > 0 ? 'importing.institutions-left-out' : 'importing.institutions-outside', { n: outside })}`}
      {repeated > 0 && ` ${t('importing.institutions-repeated', { n: repeated })}`}
      {forms.length > 1 &&
        ` ${t('importing.institutions-forms', {
          forms: [
            ...forms.slice(0, mostNamed).map(({ name, count }) => `${name} (${count})`),
            ...(forms.length > mostNamed
              ? [t('importing.institutions-more-forms', { n: forms.length - mostNamed })]
              : []),
          ].join(', '),
        })}`}
    </p>
  );
}
