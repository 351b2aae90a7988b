import type { InspectedColumn, NumberReading } from '#import/inspect/inspection.ts';
import { useSpeech } from '#state/useApp.ts';
import { Chips } from '#ui/Chips.tsx';
import { findFigure } from '../edits/findFigure.ts';
import { usePlanned } from '../wizard.ts';
import { readingText } from './readingText.ts';

export interface ReadingChoiceProps {
  readonly table: string;
  readonly column: InspectedColumn;
  readonly isAnswered: boolean;
  readonly onChoose: (reading: NumberReading) => void;
}

/** "3.419": three thousand or three? */
export function ReadingChoice({ table, column, isAnswered, onChoose }: ReadingChoiceProps) {
  const { t, numbers, language } = useSpeech();
  const { plan } = usePlanned();
  const ambiguous = column.number?.ambiguous;
  if (!ambiguous) return null;
  const now = findFigure(plan, table, column.name);
  const chosen =
    isAnswered && now
      ? ambiguous.readings.find(
          ({ decimal, thousands }) => decimal === now.decimal && thousands === now.thousands,
        )
      : undefined;
  return (
    <Chips
      label={t('importing.reading-question', { column: column.name, example: ambiguous.example })}
      value={chosen ? String(chosen.value) : null}
      options={ambiguous.readings.map((reading) => ({
        value: String(reading.value),
        label: readingText(reading, numbers, language),
      }))}
      onChange={(value) => {
        const reading = ambiguous.readings.find((each) => String(each.value) === value);
        if (reading) onChoose(reading);
      }}
      note={
        ambiguous.likely &&
        t('importing.reading-likely', { reading: readingText(ambiguous.likely, numbers, language) })
      }
    />
  );
}
