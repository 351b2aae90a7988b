import type { Speech } from '#state/useApp.ts';
import { indexById } from '#stats/catalog.ts';
import { type SentencePart, sentenceParts } from '../Sentence.tsx';
import { indexFigure } from './indexFigure.ts';
import type { Measured } from './measured.ts';

/** The chosen index as one plain sentence with the number in it, and what it was at the beginning. */
export function measureSentence(measured: Measured, id: string, speech: Speech): readonly SentencePart[] {
  const { numbers, t, find, text } = speech;
  const { answer, group, reference } = measured;
  const one = answer.indices.find((each) => each.id === id);
  const figure = indexFigure(numbers, id);
  if (!one || Number.isNaN(one.value)) {
    return [{ text: t(`measure.reason-${one?.reason ?? 'undefined'}`) }];
  }
  const values = {
    value: figure.value(one.value),
    of100: figure.of100(one.value),
    percent: figure.percent(Math.abs(one.value)),
    group: text(group.ofName),
    reference: text(reference ? reference.name : group.restName),
  };
  // The catalogue's words with the places left open: they are filled here so that figures can be emphasised.
  const usual = find('indices', `${id}.sentence`) ?? '{value}';
  // Below 0 some say the opposite: "more mixed" instead of "−3 per cent less mixed".
  const opposite = one.value < 0 ? find('indices', `${id}.sentence-negative`) : undefined;
  const template = opposite ?? usual;
  const first = answer.course.find((each) => each.year < answer.request.year);
  const before = first?.values[id];
  const beforeText = (year: number, then: number): string => {
    // "It was 30" continues a number of people or per cent; of anything else, or of the opposite, the value is named.
    const counted = opposite || then < 0 ? null : /\{(of100|percent)\}/.exec(usual)?.[1];
    return counted === 'of100' || counted === 'percent'
      ? t('measure.sentence-before', { year: String(year), before: figure[counted](then) })
      : t('measure.sentence-before-value', { year: String(year), before: figure.value(then) });
  };
  return [
    ...sentenceParts(template, values, ['of100', 'percent', 'value']),
    ...(first && before !== undefined && !Number.isNaN(before)
      ? [{ text: ` ${beforeText(first.year, before)}` }]
      : []),
    // Exposure between two groups leaves everyone else out: 10 of 100 is not a share of all residents.
    ...(reference && indexById(id).dimension === 'exposure'
      ? [{ text: ` ${t('measure.sentence-both')}` }]
      : []),
  ];
}
