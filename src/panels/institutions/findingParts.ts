import type { Speech } from '#state/useApp.ts';
import { type SentencePart, sentenceParts } from '../Sentence.tsx';
import type { Assessed } from './assessed.ts';
import { formWords } from './formWords.ts';

/** From this difference on – of all children – fewer of the others are "only" so many. */
const worthOnly = 0.05;

/** The finding in one sentence: who meets whom, or why that cannot be said. */
export function findingParts(assessed: Assessed, speech: Speech): readonly SentencePart[] {
  const { t, text, numbers } = speech;
  const { answer, group, study, selection } = assessed;
  const forms = (n: number) => formWords(speech, study, answer.request.form, n);
  const { length: all } = selection;
  if (all === 0) return [{ text: t('institutions.sentence-empty') }];
  if (answer.rows.length === 0) {
    return sentenceParts(
      t(`institutions.sentence-none-${knownOf(assessed)}`),
      { n: numbers.integer(all), forms: forms(all) },
      ['n'],
    );
  }
  const { majority, rows } = answer;
  if (!(majority.group > 0)) {
    const shares = rows.map((row) => row.share);
    return sentenceParts(
      t('institutions.sentence-no-majority'),
      {
        group: group ? text(group.name) : '',
        n: numbers.integer(rows.length),
        forms: forms(rows.length),
        low: numbers.percent(Math.min(...shares)),
        high: numbers.percent(Math.max(...shares)),
      },
      ['low', 'high'],
    );
  }
  const of100 = (share: number) => t('explore.of-100', { n: numbers.integer(share * 100) });
  const isOnly = majority.rest < majority.group - worthOnly;
  return sentenceParts(
    t(isOnly ? 'institutions.sentence-majority' : 'institutions.sentence-majority-alike'),
    {
      group: of100(majority.group),
      groupName: group ? text(group.ofName) : '',
      rest: of100(majority.rest),
      forms: forms(2),
    },
    ['group', 'rest'],
  );
}

/** What is shown where nobody knows of which group the children are: ending of the text's key. */
function knownOf({ selection, children }: Assessed): 'places' | 'position' | 'children' | 'children-only' {
  if (selection.some(({ id }) => children.has(id)))
    return selection.some(({ position }) => position) ? 'children' : 'children-only';
  return selection.some(({ capacity }) => capacity !== null) ? 'places' : 'position';
}
