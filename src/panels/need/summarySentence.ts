import type { NeedAnswer } from '#monitoring/answer.ts';
import { isLow } from '#monitoring/classes.ts';
import type { Speech } from '#state/useApp.ts';
import { type SentencePart, sentenceParts } from '../Sentence.tsx';

/** Editions up to the one shown: fewer than the rule asks for say nothing about how long need has lasted. */
export function knownEditions({ editions, request }: NeedAnswer): number {
  return editions.filter((year) => year <= request.edition).length;
}

/** How many areas need support for long; before that can be said, how many have a low status. */
export function summarySentence(answer: NeedAnswer, { t, numbers }: Speech): readonly SentencePart[] {
  const known = knownEditions(answer);
  const { minimumEditions } = answer.thresholds;
  if (known < minimumEditions) {
    const low = answer.areas.filter((area) => isLow(area.statusClass));
    return sentenceParts(
      t('need.sentence-early', { n: low.length, known, minimum: minimumEditions }),
      {
        areas: numbers.integer(low.length),
        rated: numbers.integer(answer.rated),
        residents: numbers.integer(low.reduce((sum, area) => sum + (area.residents || 0), 0)),
      },
      ['areas', 'residents'],
    );
  }
  const long = answer.verdictCounts['long-term'];
  const everyone = answer.areas.reduce((sum, area) => sum + (area.residents || 0), 0);
  return sentenceParts(
    t('need.sentence', { n: long.areas }),
    {
      areas: numbers.integer(long.areas),
      rated: numbers.integer(answer.rated),
      residents: numbers.integer(long.residents),
      share: numbers.percent(long.residents / everyone, 0),
    },
    ['areas', 'residents'],
  );
}
