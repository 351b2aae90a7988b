const small = [
  'null',
  'ein',
  'zwei',
  'drei',
  'vier',
  'fünf',
  'sechs',
  'sieben',
  'acht',
  'neun',
  'zehn',
  'elf',
  'zwölf',
  'dreizehn',
  'vierzehn',
  'fünfzehn',
  'sechzehn',
  'siebzehn',
  'achtzehn',
  'neunzehn',
];
const tens = ['', '', 'zwanzig', 'dreißig', 'vierzig', 'fünfzig', 'sechzig', 'siebzig', 'achtzig', 'neunzig'];

/** A whole number below a million in German words (3419 → dreitausendvierhundertneunzehn); null beyond. */
export function inWords(value: number): string | null {
  if (!Number.isInteger(value) || value < 0 || value >= 1_000_000) return null;
  if (value === 0) return 'null';
  const thousands = Math.floor(value / 1000);
  const rest = value % 1000;
  const text =
    (thousands > 0 ? `${belowThousand(thousands)}tausend` : '') + (rest > 0 ? belowThousand(rest) : '');
  // At the end it is counted: hunderteins, but eintausend.
  return rest % 100 === 1 ? `${text}s` : text;
}

function belowThousand(value: number): string {
  const hundreds = Math.floor(value / 100);
  const rest = value % 100;
  return (hundreds > 0 ? `${small[hundreds]}hundert` : '') + (rest > 0 ? belowHundred(rest) : '');
}

function belowHundred(value: number): string {
  if (value < 20) return small[value] ?? '';
  const ones = value % 10;
  return (ones > 0 ? `${small[ones]}und` : '') + (tens[Math.floor(value / 10)] ?? '');
}
