import { useState } from 'preact/hooks';
import { figureOf } from '#i18n/figure.ts';
import { figureName } from '#import/plan/figureName.ts';
import type { IndicatorPlan } from '#import/plan/plan.ts';
import { useSpeech } from '#state/useApp.ts';
import { Button } from '#ui/Button.tsx';
import { Checkbox } from '#ui/Checkbox.tsx';
import { anchor } from '../anchor.ts';
import { decimalsOf } from '../decimalsOf.ts';
import { changeIndicator } from '../edits/indicatorEdits.ts';
import { unreadOf } from '../edits/pruneUnread.ts';
import { variablesOf } from '../edits/variables.ts';
import { usePlanned } from '../wizard.ts';
import { IndicatorFields } from './IndicatorFields.tsx';

/** One indicator: taken over or not, how it is made, what the city comes to. */
export function IndicatorItem({ one }: { readonly one: IndicatorPlan }) {
  const { t, numbers, language } = useSpeech();
  const { plan, review, edit, say } = usePlanned();
  const [isOpen, setOpen] = useState(say(one.name) === '');
  const variables = variablesOf(plan);
  const nameOf = (id: string) => say(figureName(plan, id));
  const { measure } = one;
  const formula =
    measure.kind === 'value'
      ? say(one.definition) || nameOf(measure.variable)
      : `${measure.numerator.map(nameOf).join(' + ')} ÷ ${measure.denominator.map(nameOf).join(' + ')}`;
  // Published shares and values have no sum: their city value is a mean, where something weights them.
  const isMean =
    measure.kind === 'value' && variables.some(({ id, role }) => id === measure.variable && role !== 'count');
  const missing = unreadOf(plan, one);
  const found = review?.indicators.find((each) => each.indicator === one.id);
  const figure = figureOf(numbers, language, one.unit, decimalsOf(one.unit));
  return (
    <li class="ql-import-item" id={anchor('indicator', one.id)}>
      <div class="ql-import-item-line">
        <Checkbox
          label={say(one.name) || t('importing.unnamed')}
          note={
            missing.length > 0
              ? t('importing.figure-unread', { figures: missing.map(nameOf).join(', '), n: missing.length })
              : formula
          }
          checked={one.included}
          disabled={missing.length > 0 && !one.included}
          onChange={(included) => edit((now) => changeIndicator(now, one.id, { included }))}
        />
        {found && one.included && found.areas > 0 && (
          <p class="ql-import-item-value">
            <strong>{figure.full(found.city)}</strong>
            <span class="ql-note">
              {t(cityText(isMean, found.city), {
                n: found.areas,
                year: String(found.year ?? ''),
              })}
            </span>
          </p>
        )}
        <Button kind="quiet" small aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {t('importing.change')}
          <span class="ql-unseen">: {say(one.name)}</span>
        </Button>
      </div>
      {isOpen && <IndicatorFields one={one} />}
    </li>
  );
}

function cityText(isMean: boolean, city: number) {
  if (!isMean) return 'importing.indicator-city';
  return Number.isNaN(city) ? 'importing.indicator-no-city' : 'importing.indicator-mean';
}
