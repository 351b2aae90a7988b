import type { InspectedLayer } from '#import/inspect/inspection.ts';
import { catchmentForms, offeredForms } from '#import/plan/catchmentForms.ts';
import type { CatchmentPlan } from '#import/plan/plan.ts';
import { useSpeech } from '#state/useApp.ts';
import { Checkbox } from '#ui/Checkbox.tsx';
import { PlainSelect } from '#ui/PlainSelect.tsx';
import { TextField } from '#ui/TextField.tsx';
import { anchor } from '../anchor.ts';
import { changeCatchments } from '../edits/catchmentEdits.ts';
import { CrsChoice } from '../map/CrsChoice.tsx';
import { LayerMap } from '../map/LayerMap.tsx';
import { usePlanned } from '../wizard.ts';
import { yearOf } from '../yearOf.ts';
import { GeometryFindings } from './GeometryFindings.tsx';
import { LayerUseChoice } from './LayerUseChoice.tsx';
import { PlaceAcceptance } from './PlaceAcceptance.tsx';

export interface CatchmentCardProps {
  readonly catchment: CatchmentPlan;
  readonly layer: InspectedLayer;
}

/** Catchments of schools: which year, which schools take the children, and how many areas have one. */
export function CatchmentCard({ catchment, layer }: CatchmentCardProps) {
  const { t } = useSpeech();
  const { plan, inspection, review, edit, reread } = usePlanned();
  const id = anchor('catchment', layer.id);
  const at = (field: string) => anchor('catchment', layer.id, field);
  const offered = offeredForms(plan.institutions);
  const chosen = catchmentForms(catchment, offered);
  const set = (change: Partial<CatchmentPlan>) => edit((now) => changeCatchments(now, layer.id, change));
  const columns = inspection.tables.find((table) => table.layer === layer.id)?.columns ?? [];
  const properties = [
    ...new Set([
      ...layer.keys.map(({ property }) => property),
      catchment.key,
      ...columns.map(({ name }) => name),
    ]),
  ].filter(Boolean);
  const found = review?.catchments.find((one) => one.layer === layer.id);
  return (
    <section class="ql-import-card ql-import-level" id={id} tabIndex={-1} aria-labelledby={`${id}-head`}>
      <header class="ql-import-card-head">
        <h3 id={`${id}-head`}>{t('importing.catchments')}</h3>
        <p class="ql-note">
          {t('importing.catchments-from-layer', { n: layer.features, file: layer.layer || layer.file })}
        </p>
        <LayerUseChoice layer={layer} />
      </header>
      <div class="ql-import-level-body">
        <div class="ql-import-fields">
          <div class="ql-import-row">
            <TextField
              id={at('year')}
              label={t('importing.catchments-year')}
              inputMode="numeric"
              size={6}
              lazy
              value={catchment.year === null ? '' : String(catchment.year)}
              error={catchment.year === null ? t('importing.catchments-year-missing') : null}
              note={t('importing.institution-year-note')}
              onChange={(text) => set({ year: yearOf(text) })}
            />
            <PlainSelect
              id={at('key')}
              label={t('importing.level-key')}
              value={catchment.key}
              placeholder={t('importing.choose')}
              options={properties.map((property) => ({ value: property, label: property }))}
              onChange={(key) => reread((now) => changeCatchments(now, layer.id, { key, pad: null }))}
            />
            <CrsChoice layer={layer} id={at('crs')} />
          </div>
          {offered.length === 0 ? (
            <p class="ql-import-caution">{t('importing.catchments-no-schools')}</p>
          ) : (
            <fieldset class="ql-import-choices" id={at('forms')} tabIndex={-1}>
              <legend class="ql-label">{t('importing.catchments-forms')}</legend>
              {offered.map((form) => (
                <Checkbox
                  key={form}
                  label={form}
                  checked={chosen.includes(form)}
                  onChange={(isChosen) =>
                    set({ forms: isChosen ? [...chosen, form] : chosen.filter((one) => one !== form) })
                  }
                />
              ))}
            </fieldset>
          )}
          <Checkbox
            label={t('importing.catchments-public')}
            note={t('importing.catchments-public-note')}
            checked={catchment.publicOnly}
            onChange={(publicOnly) => set({ publicOnly })}
          />
          {found && chosen.length > 0 && (
            <p>
              {t('importing.catchments-found', { n: found.areas, filled: found.withInstitution })}
              {found.outside > 0 && ` ${t('importing.catchments-outside', { n: found.outside })}`}
            </p>
          )}
        </div>
        <div class="ql-import-level-map">
          <LayerMap layer={layer} large />
          <PlaceAcceptance at={at('place')} layer={layer} label={t('importing.place-right-catchments')} />
          <GeometryFindings report={layer.geometryReport} />
        </div>
      </div>
    </section>
  );
}
