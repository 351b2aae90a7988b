import { figureOf } from '#i18n/figure.ts';
import { signs } from '#model/sign.ts';
import type { Unit } from '#model/study.ts';
import type { Speech } from '#state/useApp.ts';
import { type SentencePart, sentenceParts } from '../Sentence.tsx';
import type { Shown } from './shown.ts';

/** What the figures say about the selected area, or about the whole city, in two or three plain sentences. */
export function exploreSentence(
  shown: Shown,
  selected: string | null,
  speech: Speech,
): readonly SentencePart[] {
  const a = selected === null ? -1 : shown.level.keys.indexOf(selected);
  return a < 0 ? ofCity(shown, speech) : ofArea(shown, a, speech);
}

function ofCity(shown: Shown, speech: Speech): readonly SentencePart[] {
  const { text, t } = speech;
  const { full, value, unit } = figureFor(shown, speech);
  const { data, order, level, indicator, change } = shown;
  const high = order[0];
  const low = order.at(-1);
  const opening = Number.isFinite(data.city)
    ? [...finding(shown, text(shown.study.title), data.city, speech), { text: '.' }]
    : [{ text: `${text(indicator.name)}, ${shown.year}.` }];
  if (high === undefined || low === undefined || high === low) return opening;
  return [
    ...opening,
    ...before(change?.since, change?.earlier.city, speech, earlierFigure(shown, speech)),
    { text: ' ' },
    ...sentenceParts(
      t('explore.sentence-spread'),
      {
        // A unit that is a word is said once: it would have to be declined after "von".
        low: (unit.length > 4 ? value : full)(data.values[low]!),
        lowArea: level.names[low]!,
        high: full(data.values[high]!),
        highArea: level.names[high]!,
      },
      ['low', 'high'],
    ),
  ];
}

function ofArea(shown: Shown, a: number, speech: Speech): readonly SentencePart[] {
  const { find, t } = speech;
  const { data, level, change } = shown;
  const value = data.values[a]!;
  const area = level.names[a]!;
  if (Number.isNaN(value)) {
    const reason = find('explore', `sign-${signs[data.signs[a]!] ?? 'missing'}`) ?? '';
    return sentenceParts(t('explore.sentence-area-missing'), { area, reason }, ['area']);
  }
  return [
    ...finding(shown, area, value, speech),
    ...comparedWithCity(shown, value, speech),
    { text: '.' },
    ...before(change?.since, change?.earlier.values[a], speech, earlierFigure(shown, speech)),
  ];
}

/** Sums over the city, of which an area is a part: "more than in the city" would be no news. */
const countUnits: readonly Unit[] = ['persons', 'households', 'dwellings', 'children', 'places', 'cases'];

/** ", 2.7 times as much as …": only where a quotient of the two means something. */
function comparedWithCity(shown: Shown, value: number, speech: Speech): readonly SentencePart[] {
  const { numbers, t } = speech;
  const { indicator } = shown;
  const { city } = shown.data;
  if (!Number.isFinite(city) || (indicator.measure.kind === 'value' && countUnits.includes(indicator.unit))) {
    return [];
  }
  const times = value / city;
  // Balances can be negative or close to zero: a multiple of that is no size.
  const hasMultiple = indicator.unit !== 'share-points' && city > 0;
  const key = !hasMultiple
    ? 'explore.sentence-beside'
    : times >= 1.25
      ? 'explore.sentence-times-more'
      : times > 1.05
        ? 'explore.sentence-more'
        : times >= 0.95
          ? 'explore.sentence-like'
          : 'explore.sentence-times-less';
  const values = { times: numbers.decimal(times, 1), city: figureFor(shown, speech).full(city) };
  return [{ text: ', ' }, ...sentenceParts(t(key), values, ['times'])];
}

/** " 2014 waren es 17,1 %." */
function before(
  since: number | undefined,
  value: number | undefined,
  { t }: Speech,
  full: (value: number) => string,
): readonly SentencePart[] {
  if (since === undefined || value === undefined || !Number.isFinite(value)) return [];
  return [{ text: ` ${t('explore.sentence-before', { year: String(since), figure: full(value) })}` }];
}

/** "In X leben 67 von 100 Kindern … (2020)", without a full stop. */
function finding(shown: Shown, place: string, value: number, speech: Speech): readonly SentencePart[] {
  const { text, t } = speech;
  const { indicator } = shown;
  const year = String(shown.year);
  const { full } = figureFor(shown, speech);
  if (indicator.sentence) {
    const said = indicator.unit === 'share' ? t('explore.of-100', { n: of100(value, speech) }) : full(value);
    return [
      ...sentenceParts(text(indicator.sentence), { place, figure: said }, ['place', 'figure']),
      { text: ` (${year})` },
    ];
  }
  return sentenceParts(
    t('explore.sentence-plain'),
    { place, name: text(indicator.name), figure: full(value), year },
    ['place', 'figure'],
  );
}

function figureFor({ indicator }: Shown, { numbers, language }: Speech) {
  return figureOf(numbers, language, indicator.unit, indicator.decimals);
}

/** How many of 100: whole people, and a tenth where there are only a few. */
function of100(share: number, { numbers }: Speech): string {
  return share >= 0.095 ? numbers.integer(share * 100) : numbers.decimal(share * 100, 1);
}

/** An earlier value, said in the same way as the value now. */
function earlierFigure(shown: Shown, speech: Speech): (value: number) => string {
  const { sentence, unit } = shown.indicator;
  return sentence && unit === 'share' ? (value) => of100(value, speech) : figureFor(shown, speech).full;
}
