import { dynamicsClasses, statusClasses } from '#monitoring/answer.ts';
import type { MethodProfile } from '#monitoring/profiles/profile.ts';
import { profileFor, profilesFor } from '#state/needProfile.ts';
import { type Speech, useChange, useSelect, useSpeech } from '#state/useApp.ts';
import { Chips } from '#ui/Chips.tsx';
import { Select } from '#ui/Select.tsx';
import { ProgrammeChips } from '../ProgrammeChips.tsx';
import { SaveTableButton } from '../SaveTableButton.tsx';
import { type Assessed, needOf } from './assessed.ts';
import { needHead } from './needTable.ts';
import { slugOf } from './words.ts';

/** What I ask: by which method, what the map shows; and the method laid open. */
export function NeedControls() {
  const speech = useSpeech();
  const { t, text, numbers } = speech;
  const study = useSelect((state) => state.study?.study ?? null);
  const view = useSelect((state) => state.view);
  const assessed = useSelect(needOf);
  const change = useChange();
  if (!study) return null;
  const known = profilesFor(study);
  const profile = profileFor(study, view);
  if (!profile) return <p class="ql-note">{t('need.no-profile')}</p>;
  // A profile may do without some of its indicators: the others then have all the weight.
  const isKnown = (id: string): boolean => study.indicators.some((one) => one.id === id);
  const weights = profile.indicators.reduce((sum, one) => sum + (isKnown(one.id) ? one.weight : 0), 0);
  const official = assessed?.answer.profile.id === profile.id ? assessed.answer.official : null;
  return (
    <>
      <Select
        label={t('need.profile')}
        value={profile.id}
        options={known.map((one) => ({
          value: one.id,
          label: text(one.name),
          note: t(`need.authority-${one.authority}`),
        }))}
        onChange={(id) => change.view({ profile: id })}
        note={
          official
            ? t('need.official-check', {
                status: official.status,
                dynamics: official.dynamics,
                areas: official.areas,
              })
            : profile.note && text(profile.note)
        }
      />
      <section class="ql-section">
        <h2 class="ql-heading">{t('need.indicators')}</h2>
        <ul class="ql-weights">
          {profile.indicators.map((one) => (
            <li key={one.id}>
              <span>{text(one.name)}</span>
              {isKnown(one.id) ? (
                <>
                  <span class="ql-figures">{numbers.percent(one.weight / weights, 0)}</span>
                  <span class="ql-weight-bar" style={{ '--part': one.weight / weights }} />
                </>
              ) : (
                <span>{t('need.indicator-missing')}</span>
              )}
            </li>
          ))}
        </ul>
        <p class="ql-note">{methodText(profile, speech)}</p>
      </section>
      <Chips
        label={t('need.map')}
        value={view.needMap}
        options={(['verdict', 'status'] as const).map((one) => ({ value: one, label: t(`need.map-${one}`) }))}
        onChange={(needMap) => change.view({ needMap })}
      />
      <ProgrammeChips />
      {assessed && <CrossTable assessed={assessed} />}
      {assessed && (
        <p class="ql-note">
          {t('need.rule', {
            persistence: numbers.percent(assessed.answer.thresholds.persistence, 0),
            arrivals: numbers.decimal(assessed.answer.thresholds.arrivals, 2),
            affordable: numbers.decimal(assessed.answer.thresholds.affordable, 2),
          })}
        </p>
      )}
    </>
  );
}

function methodText(profile: MethodProfile, { t, numbers, find }: Speech): string {
  const { status } = profile;
  const cuts =
    status.by === 'cuts'
      ? t('need.cuts', {
          cuts: status.cuts.map((cut) => numbers.decimal(cut.at, cut.at % 1 ? 1 : 0)).join(' · '),
        })
      : t('need.parts', { n: status.classes.length });
  return `${find('need', `reference-${profile.reference}`) ?? ''} ${cuts}`;
}

/** The cell of the selected area: the same orange line as elsewhere. */
const marked = { background: 'var(--ql-accent-soft)', boxShadow: 'inset 0 0 0 2px var(--ql-select)' };

/** Status × dynamics with areas and residents. */
function CrossTable({ assessed }: { readonly assessed: Assessed }) {
  const speech = useSpeech();
  const { t, find, numbers } = speech;
  const { table } = assessed.answer;
  const selected = useSelect((state) => state.view.area);
  const own = assessed.answer.areas[selected === null ? -1 : assessed.level.keys.indexOf(selected)];
  return (
    <section class="ql-section">
      <h2 class="ql-heading" id="need-cross">
        {t('need.cross')}
      </h2>
      <table class="ql-cross" aria-labelledby="need-cross">
        <thead>
          <tr>
            <th scope="col">
              <span class="ql-unseen">{t('need.status')}</span>
            </th>
            {dynamicsClasses.map((one) => (
              <th scope="col" key={one}>
                {t(`need.dynamics-${one}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {statusClasses.map((status, row) => (
            <tr key={status}>
              <th scope="row">{find('need', `status-${slugOf(status)}`)}</th>
              {dynamicsClasses.map((dynamics, column) => {
                const cell = table[row]?.[column];
                const isOwn = own?.statusClass === status && own.dynamicsClass === dynamics;
                return (
                  <td key={dynamics} style={isOwn ? marked : undefined}>
                    {numbers.integer(cell?.areas ?? 0)}
                    <small>{numbers.integer(cell?.residents ?? 0)}</small>
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
      <p class="ql-note">{t('need.cross-note')}</p>
      <SaveTableButton
        label={t('need.save-table')}
        table={(state) => ({
          name: `${state.view.city}-status-dynamik-${assessed.answer.request.edition}`,
          head: needHead(assessed, speech),
          columns: [
            { head: t('need.status') },
            { head: t('need.dynamics') },
            { head: t('need.areas') },
            { head: t('need.residents') },
          ],
          rows: statusClasses.flatMap((status, row) =>
            dynamicsClasses.map((dynamics, column) => [
              find('need', `status-${slugOf(status)}`) ?? status,
              t(`need.dynamics-${dynamics}`),
              table[row]?.[column]?.areas ?? 0,
              table[row]?.[column]?.residents ?? 0,
            ]),
          ),
        })}
      />
    </section>
  );
}
