import { figureOf } from '#i18n/figure.ts';
import { signs } from '#model/sign.ts';
import type { Speech } from '#state/useApp.ts';
import { type SentencePart, sentenceParts } from '../Sentence.tsx';
import type { Shown } from './shown.ts';

/** What the figures say about the selected area, or about the whole city, in one or two plain sentences. */
export function exploreSentence(
  shown: Shown,
  selected: string | null,
  speech: Speech,
): readonly SentencePart[] {
  const a = selected === null ? -1 : shown.level.keys.indexOf(selected);
  return a < 0 ? ofCity(shown, speech) : ofArea(shown, a, speech);
}

function ofCity(shown: Shown, speech: Speech): readonly SentencePart[] {
  const { numbers, language, text, t } = speech;
  const figure = figureOf(numbers, language, shown.indicator.unit, shown.indicator.decimals);
  const high = shown.order[0];
  const low = shown.order.at(-1);
  const opening = Number.isFinite(shown.data.city)
    ? finding(shown, text(shown.study.title), shown.data.city, speech)
    : [{ text: `${text(shown.indicator.name)}, ${shown.year}` }];
  if (high === undefined || low === undefined || high === low) return [...opening, { text: '.' }];
  return [
    ...opening,
    { text: '. ' },
    ...sentenceParts(
      t('explore.sentence-spread'),
      {
        low: figure.full(shown.data.values[low]!),
        lowArea: shown.level.names[low]!,
        high: figure.full(shown.data.values[high]!),
        highArea: shown.level.names[high]!,
      },
      ['low', 'high'],
    ),
  ];
}

function ofArea(shown: Shown, a: number, speech: Speech): readonly SentencePart[] {
  const { numbers, language, t, find } = speech;
  const { unit, decimals } = shown.indicator;
  const figure = figureOf(numbers, language, unit, decimals);
  const value = shown.data.values[a]!;
  const { city } = shown.data;
  const area = shown.level.names[a]!;
  if (Number.isNaN(value)) {
    const reason = find('explore', `sign-${signs[shown.data.signs[a]!] ?? 'missing'}`) ?? '';
    return sentenceParts(t('explore.sentence-area-missing'), { area, reason }, ['area']);
  }
  const opening = finding(shown, area, value, speech);
  if (!Number.isFinite(city) || city <= 0) return [...opening, { text: '.' }];
  const times = value / city;
  const key =
    times >= 1.25
      ? 'explore.sentence-times-more'
      : times > 1.05
        ? 'explore.sentence-more'
        : times >= 0.95
          ? 'explore.sentence-like'
          : 'explore.sentence-times-less';
  return [
    ...opening,
    { text: ', ' },
    ...sentenceParts(t(key), { times: numbers.decimal(times, 1), city: figure.full(city) }, ['times']),
  ];
}

/** "In X leben 67 von 100 Kindern …", without a full stop. */
function finding(shown: Shown, place: string, value: number, speech: Speech): readonly SentencePart[] {
  const { numbers, language, text, t } = speech;
  const { indicator } = shown;
  const figure = figureOf(numbers, language, indicator.unit, indicator.decimals);
  if (indicator.sentence) {
    const of100 = value >= 0.095 ? numbers.integer(value * 100) : numbers.decimal(value * 100, 1);
    const said = indicator.unit === 'share' ? t('explore.of-100', { n: of100 }) : figure.full(value);
    return sentenceParts(text(indicator.sentence), { place, figure: said }, ['place', 'figure']);
  }
  return sentenceParts(
    t('explore.sentence-plain'),
    { place, name: text(indicator.name), figure: figure.full(value) },
    ['place', 'figure'],
  );
}
