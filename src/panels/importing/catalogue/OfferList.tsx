import { useEffect, useId, useState } from 'preact/hooks';
import type { RecipeOffer } from '#state/offer.ts';
import { useSpeech } from '#state/useApp.ts';
import { Button } from '#ui/Button.tsx';
import { useWizard } from '../wizard.ts';
import { hostsOf, licencesOf, loadCatalogue } from './catalogue.ts';

/** Open data of cities for which there is a recipe. */
export function OfferList() {
  const { t } = useSpeech();
  const heading = useId();
  const [offers, setOffers] = useState<readonly RecipeOffer[]>([]);
  useEffect(() => {
    // Without the list there is simply nothing to offer.
    loadCatalogue().then(setOffers, () => setOffers([]));
  }, []);
  if (offers.length === 0) return null;
  return (
    <section class="ql-import-offers" aria-labelledby={heading}>
      <h3 id={heading}>{t('importing.offers')}</h3>
      <p class="ql-note">{t('importing.offers-note')}</p>
      <ul>
        {offers.map((offer) => (
          <Offer key={offer.id} offer={offer} />
        ))}
      </ul>
    </section>
  );
}

function Offer({ offer }: { readonly offer: RecipeOffer }) {
  const { t, text, language } = useSpeech();
  const { draft, bench } = useWizard();
  const name = useId();
  const { files, title, what } = offer;
  const hosts = hostsOf(offer);
  const byHand = files.filter(({ from }) => !from);
  return (
    <li class="ql-import-offer">
      <h4 id={name}>{text(title)}</h4>
      <p>{text(what)}</p>
      <p class="ql-note">
        {hosts.length > 0
          ? t('importing.offer-asks', { hosts: hosts.join(', '), n: files.length - byHand.length })
          : t('importing.offer-asks-nobody')}{' '}
        {byHand.length > 0 && t('importing.offer-by-hand', { n: byHand.length })}{' '}
        {t('importing.offer-licence', { licences: licencesOf(offer, language).join('; ') })}
      </p>
      <Button
        disabled={draft.job !== null}
        aria-describedby={name}
        onClick={() => void bench.takeOffer(offer)}
      >
        {t(hosts.length > 0 ? 'importing.offer-load' : 'importing.offer-choose', { city: text(title) })}
      </Button>
    </li>
  );
}
