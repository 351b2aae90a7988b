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
    value: figure.unscaled(one.value),
    of100: numbers.integer(one.value * 100),
    group: text(group.ofName),
    reference: text(reference ? reference.name : group.restName),
  };
  // The catalogue's words with the places left open: they are filled here so that figures can be emphasised.
  const template = find('indices', `${id}.sentence`) ?? '{value}';
  const first = answer.course.find((each) => each.year < answer.request.year);
  const before = first?.values[id];
  return [
    ...sentenceParts(template, values, ['of100', 'value']),
    ...(first && before !== undefined && !Number.isNaN(before)
      ? sentenceParts(
          ` ${t('measure.sentence-before')}`,
          {
            year: String(first.year),
            before: template.includes('{of100}') ? numbers.integer(before * 100) : figure.unscaled(before),
          },
          [],
        )
      : []),
    // Exposure between two groups leaves everyone else out: 10 of 100 is not a share of all residents.
    ...(reference && indexById(id).dimension === 'exposure'
      ? [{ text: ` ${t('measure.sentence-both')}` }]
      : []),
  ];
}
