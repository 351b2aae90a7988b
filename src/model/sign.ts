/**
 * Why a cell holds no plain value (after DIN 55301). The position in this list is the code in `Column.signs`.
 * `-` (exactly zero) is a value, not a sign.
 */
export const signs = [
  'present',
  'missing',
  'secret',
  'unreliable',
  'blocked',
  'later',
  'excluded',
  'too-small',
] as const;
export type Sign = (typeof signs)[number];

export function signCode(sign: Sign): number {
  return signs.indexOf(sign);
}
