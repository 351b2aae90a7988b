import type { MarkLabel } from '../columns/parseNumber.ts';

/** Signs of DIN 55301 and what offices write beside them. `-` is exactly zero, a value. */
const known: Readonly<Record<string, MarkLabel>> = {
  '-': 'zero',
  '–': 'zero',
  '—': 'zero',
  '−': 'zero',
  '.': 'secret',
  '·': 'secret',
  '•': 'secret',
  '*': 'secret',
  '/': 'unreliable',
  '()': 'unreliable',
  '( )': 'unreliable',
  '(/)': 'unreliable',
  x: 'blocked',
  X: 'blocked',
  '×': 'blocked',
  '…': 'later',
  '...': 'later',
  '....': 'later',
  '. . .': 'later',
  '#': 'excluded',
  '<': 'too-small',
};

/** Words for "no figure", compared without blanks, full stops and case. */
const words = new Set([
  'ka',
  'kangabe',
  'keineangabe',
  'keineangaben',
  'keinedaten',
  'keinwert',
  'nv',
  'nichtverfügbar',
  'nichtvorhanden',
  'nichtbekannt',
  'unbekannt',
  'ohne',
  'ohneangabe',
  'oa',
  'na',
  'n/a',
  '#n/a',
  '#na',
  '#nv',
  '#wert!',
  '#value!',
  '#div/0!',
  '#bezug!',
  '#ref!',
  '#name?',
  'nan',
  'null',
  'none',
  'entfällt',
  'fehlt',
]);
const secretWords = new Set(['geheim', 'gesperrt', 'anonymisiert', 'unterdrückt']);

/** What a cell that is no number stands for; null when it is none of the usual signs and words. `cell` is trimmed. */
export function markOf(cell: string): MarkLabel | null {
  const label = Object.hasOwn(known, cell) ? known[cell] : undefined;
  if (label) return label;
  if (cell.length > 24) return null;
  if (/^(?:[<≤]|unter|weniger als)\s*\d{1,3}$/i.test(cell)) return known['<'] ?? null;
  const word = cell.toLowerCase().replace(/[\s.]/g, '');
  if (words.has(word)) return 'missing';
  return secretWords.has(word) ? 'secret' : null;
}

/** Is it a sign, not a word? A column of `x` alone is a list of ticks, not of blocked cells. */
export function isPlainSign(cell: string): boolean {
  return Object.hasOwn(known, cell) && !/^[xX×#*<]$/.test(cell);
}

/** Numbers that stand for "no figure" where no such value can occur. */
export const sentinels: readonly number[] = [-99999, -9999, -999, -99, -1];
