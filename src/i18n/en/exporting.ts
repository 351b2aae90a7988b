import type { Catalogue } from '../i18n.ts';

export const exporting: Catalogue['exporting'] = {
  signs: 'Signs: {signs}',
  'sign-missing': '. = not available',
  'sign-secret': '* = kept secret',
  'sign-unreliable': '/ or (figure in brackets) = of limited reliability',
  'sign-blocked': 'x = blocked',
  'sign-later': '... = to follow',
  'sign-excluded': 'o = not assessed',
  'sign-too-small': '< = too few cases',
};
