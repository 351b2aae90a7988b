import { useId } from 'preact/hooks';
import type { InspectedTable, NumberReading } from '#import/inspect/inspection.ts';
import { useSpeech } from '#state/useApp.ts';
import { Button } from '#ui/Button.tsx';
import { anchor } from '../anchor.ts';
import { readNumbersAs } from '../edits/columnEdits.ts';
import { changeInstitutions } from '../edits/institutionEdits.ts';
import { ambiguousColumns, readingQuestion } from '../questions.ts';
import { usePlanned } from '../wizard.ts';
import { ReadingChoice } from './ReadingChoice.tsx';

/** Numbers that can be read in two ways are asked about, both readings written out. */
export function ReadingQuestions({ table }: { readonly table: InspectedTable }) {
  const { t } = useSpeech();
  const { plan, draft, edit, answer } = usePlanned();
  const heading = useId();
  const names = ambiguousColumns(plan, table);
  if (names.length === 0) return null;
  const isAnswered = (name: string) => draft.answered.includes(readingQuestion(table.id, name));
  const areas = plan.tables.find((one) => one.table === table.id && one.use === 'areas');
  const read = (columns: readonly string[], reading: Pick<NumberReading, 'decimal' | 'thousands'>) => {
    // All figures of a long table stand in one column.
    const targets = areas?.pivot ? areas.pivot.figures.map((figure) => figure.is.join(' · ')) : columns;
    const { decimal, thousands } = reading;
    edit((now) =>
      areas
        ? readNumbersAs(now, table.id, targets, reading)
        : changeInstitutions(now, table.id, { decimal, thousands }),
    );
    answer(columns.map((name) => readingQuestion(table.id, name)));
  };
  const open = names.filter((name) => !isAnswered(name));
  const first = table.columns.find(({ name }) => name === (open[0] ?? names[0]));
  return (
    <section
      class="ql-import-ask"
      id={anchor('table', table.id, 'reading')}
      aria-labelledby={heading}
      data-open={open.length > 0}
    >
      <h4 id={heading}>
        {open.length > 0
          ? t('importing.reading-title', { n: open.length })
          : t('importing.reading-done', { n: names.length })}
      </h4>
      {first?.number?.ambiguous && names.length > 1 && (
        <div class="ql-import-ask-all">
          <span>{t('importing.reading-all')}</span>
          {first.number.ambiguous.readings.map((reading) => (
            <Button key={reading.value} small onClick={() => read(names, reading)}>
              {t(reading.thousands === '' ? 'importing.reading-decimal' : 'importing.reading-thousands', {
                sign: reading.thousands === '' ? reading.decimal : reading.thousands,
              })}
            </Button>
          ))}
        </div>
      )}
      {names.slice(0, 12).map((name) => {
        const column = table.columns.find((each) => each.name === name);
        return (
          column && (
            <ReadingChoice
              key={name}
              table={table.id}
              column={column}
              isAnswered={isAnswered(name)}
              onChoose={(reading) => read([name], reading)}
            />
          )
        );
      })}
      {names.length > 12 && <p class="ql-note">{t('importing.and-more', { n: names.length - 12 })}</p>}
    </section>
  );
}
