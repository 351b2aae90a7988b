import type { Catalogue } from '../i18n.ts';

export const exporting: Catalogue['exporting'] = {
  disclosure:
    'Disclosure control: {profile}; counts from {count}, shares from {denominator} people, institutions from {institution} children',
  'disclosure-rounded': 'rounded to multiples of {base}',
  'disclosure-own': 'own rules',
  signs: 'Signs: {signs}',
  'sign-missing': '. = not available',
  'sign-secret': '* = kept secret',
  'sign-unreliable': '/ or (figure in brackets) = of limited reliability',
  'sign-blocked': 'x = blocked',
  'sign-later': '... = to follow',
  'sign-excluded': 'o = not assessed',
  'sign-too-small': '< = too few cases',
};
