import { useState } from 'preact/hooks';
import { themes } from '#model/study.ts';
import { indicatorYears } from '#state/timeline.ts';
import { useChange, useSelect, useSpeech } from '#state/useApp.ts';
import { type Classes, classMethods } from '#state/view.ts';
import { Chips, MultiChips } from '#ui/Chips.tsx';
import { Field } from '#ui/Field.tsx';
import { Select } from '#ui/Select.tsx';
import { Slider } from '#ui/Slider.tsx';
import { LevelChips } from '../LevelChips.tsx';
import { SecondIndicator } from './SecondIndicator.tsx';
import { type Shown, shownOf } from './shown.ts';
import './explore.css';

/** What I ask: theme and indicator, level, classes, what else to show. */
export function ExploreControls() {
  const { t, text } = useSpeech();
  const study = useSelect((state) => state.study?.study ?? null);
  const view = useSelect((state) => state.view);
  const change = useChange();
  if (!study) return null;
  const indicator = study.indicators.find((one) => one.id === view.indicator);
  const theme = indicator?.theme ?? 'population';
  const offered = themes.filter((one) => study.indicators.some((each) => each.theme === one));
  const ofTheme = study.indicators.filter((one) => one.theme === theme);
  const hasFigures = (id: string) => indicatorYears(study, view.level, id).length > 0;
  return (
    <>
      <Chips
        label={t('explore.theme')}
        value={theme}
        options={offered.map((one) => ({ value: one, label: t(`explore.theme-${one}`) }))}
        onChange={(next) => {
          const inTheme = study.indicators.filter((one) => one.theme === next);
          const first = inTheme.find((one) => hasFigures(one.id)) ?? inTheme[0];
          if (first) change.view({ indicator: first.id });
        }}
      />
      <Select
        label={t('explore.indicator')}
        value={view.indicator}
        options={ofTheme.map((one) => ({
          value: one.id,
          label: text(one.name),
          // A short name that only repeats the name says nothing.
          note: text(one.short) === text(one.name) ? undefined : text(one.short),
          disabled: !hasFigures(one.id),
        }))}
        onChange={(id) => change.view({ indicator: id })}
        note={
          indicator && (
            <>
              {stopped(text(indicator.definition))}{' '}
              {indicator.numeratorText &&
                `${stopped(t('explore.numerator', { text: text(indicator.numeratorText) }))} `}
              {indicator.denominatorText &&
                `${stopped(t('explore.denominator', { text: text(indicator.denominatorText) }))} `}
            </>
          )
        }
      />
      <LevelChips hasFigures={(family) => indicatorYears(study, family, view.indicator).length > 0} />
      <ClassControls />
      <AlsoShown />
      <SecondIndicator />
    </>
  );
}

function ClassControls() {
  const { t, numbers } = useSpeech();
  const { classes, indicator } = useSelect((state) => state.view);
  const shown = useSelect(shownOf);
  const change = useChange();
  const choose = (method: Classes['method']) => {
    // Own breaks begin with those on the map: an empty field would be a map of one colour.
    const own = method === 'own' && shown ? roundedBreaks(shown) : classes.own;
    change.view({ classes: { ...classes, method, own } });
  };
  return (
    <>
      <Select
        label={t('explore.classes')}
        value={classes.method}
        options={classMethods.map((method) => ({ value: method, label: t(`explore.classes-${method}`) }))}
        onChange={choose}
        note={classes.method === 'own' ? null : t('explore.classes-note')}
      />
      {classes.method === 'own' ? (
        <OwnBreaks key={indicator} />
      ) : (
        <Slider
          label={t('explore.classes-count')}
          inline
          min={3}
          max={9}
          step={shown?.isBalance ? 2 : 1}
          value={shown?.isBalance ? classes.count | 1 : classes.count}
          format={(value) => numbers.integer(value)}
          onChange={(count) => change.view({ classes: { ...classes, count } })}
        />
      )}
    </>
  );
}

/** To the decimals the figures are written with. */
function roundedBreaks({ breaks, indicator }: Shown): readonly number[] {
  const decimals = indicator.decimals + (indicator.unit.startsWith('share') ? 2 : 0);
  return [...new Set(breaks.map((value) => Number(value.toFixed(decimals))))];
}

function OwnBreaks() {
  const { t, language } = useSpeech();
  const classes = useSelect((state) => state.view.classes);
  const isShare = useSelect(({ study, view }) =>
    Boolean(study?.study.indicators.find((one) => one.id === view.indicator)?.unit.startsWith('share')),
  );
  const change = useChange();
  const scale = isShare ? 100 : 1;
  const written = classes.own
    .map((value) => String(Number((value * scale).toFixed(6))).replace('.', language === 'de' ? ',' : '.'))
    .join(' ');
  const [typed, setTyped] = useState(written);
  const [isWrong, setWrong] = useState(false);
  const read = (value: string) => {
    setTyped(value);
    const breaks = value
      .trim()
      .split(/[\s;]+/)
      .filter(Boolean)
      .map((part) => Number(part.replace(',', '.')) / scale);
    const isAscending = breaks.every((one, i) => Number.isFinite(one) && (i === 0 || one > breaks[i - 1]!));
    const isRight = breaks.length >= 1 && breaks.length <= 8 && isAscending;
    setWrong(!isRight);
    if (isRight) change.view({ classes: { ...classes, own: breaks } });
  };
  return (
    <Field
      label={t('explore.classes-own-label')}
      htmlFor="own-breaks"
      note={isWrong ? t('explore.classes-own-error') : null}
    >
      <input
        id="own-breaks"
        class="ql-input"
        type="text"
        inputMode="decimal"
        aria-invalid={isWrong}
        value={typed}
        onInput={(event) => read(event.currentTarget.value)}
      />
    </Field>
  );
}

/** What can lie over the areas: programme areas, schools or kitas. */
function AlsoShown() {
  const { t } = useSpeech();
  const study = useSelect((state) => state.study?.study ?? null);
  const { programmes, overlay } = useSelect((state) => state.view);
  const change = useChange();
  if (!study) return null;
  const kinds = (['school', 'kita'] as const).filter((kind) =>
    study.forms.some((form) => form.kind === kind),
  );
  const options = [
    ...(study.programmes.length > 0 ? [{ value: 'programmes', label: t('explore.also-programmes') }] : []),
    ...kinds.map((kind) => ({ value: kind, label: t(`explore.also-${kind}`) })),
  ];
  if (options.length === 0) return null;
  return (
    <MultiChips
      label={t('explore.also')}
      values={[...(programmes ? ['programmes'] : []), ...(overlay === 'none' ? [] : [overlay])]}
      options={options}
      onChange={(values) => {
        const chosen = kinds.filter((kind) => values.includes(kind));
        change.view({
          programmes: values.includes('programmes'),
          overlay: chosen.find((kind) => kind !== overlay) ?? chosen[0] ?? 'none',
        });
      }}
    />
  );
}

/** Texts of packs end with a full stop or without: here always with one. */
function stopped(words: string): string {
  return `${words.replace(/[.\s]+$/, '')}.`;
}
