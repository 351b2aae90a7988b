import { useSpeech } from '#state/useApp.ts';
import { PlainSelect } from '#ui/PlainSelect.tsx';
import { readNumbersAs } from '../edits/columnEdits.ts';
import { readingQuestion } from '../questions.ts';
import { usePlanned } from '../wizard.ts';
import type { FigureRow } from './figureRows.ts';

/** Ways of writing numbers: thousands sign, decimal sign. */
const formats = [
  ['.', ','],
  ['', ','],
  [' ', ','],
  [',', '.'],
  ['', '.'],
  [' ', '.'],
  ["'", '.'],
] as const;

export interface NumberFormatChoiceProps {
  readonly table: string;
  readonly row: FigureRow;
}

/** How the numbers of one column are written, by an example. */
export function NumberFormatChoice({ table, row }: NumberFormatChoiceProps) {
  const { t } = useSpeech();
  const { edit, answer } = usePlanned();
  const { decimal, thousands } = row.plan;
  const all: readonly (readonly [string, string])[] = formats.some(
    ([sign, point]) => sign === thousands && point === decimal,
  )
    ? formats
    : [[thousands, decimal], ...formats];
  const value = (sign: string, point: string) => `${sign}|${point}`;
  return (
    <PlainSelect
      label={t('importing.number-format')}
      value={value(thousands, decimal)}
      options={all.map(([sign, point]) => ({
        value: value(sign, point),
        label: `1${sign.trim() === '' && sign !== '' ? '\u00a0' : sign}234${point}5`,
      }))}
      onChange={(chosen) => {
        const [sign = '', point = ','] = chosen.split('|');
        edit((now) => readNumbersAs(now, table, [row.id], { thousands: sign, decimal: point }));
        answer([readingQuestion(table, row.id)]);
      }}
    />
  );
}
