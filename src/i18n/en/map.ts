import type { Catalogue } from '../i18n.ts';

export const map: Catalogue['map'] = {
  label: 'Map of the areas. The same values can be sorted in the table.',
  'zoom-in': 'Zoom in',
  'zoom-out': 'Zoom out',
  home: 'Show the whole city',
  loading: 'Loading the map …',
  'no-webgl-title': 'The map cannot be drawn here',
  'no-webgl-text':
    'This browser offers no graphics acceleration (WebGL 2). All values remain in the table. What helps: switch on hardware acceleration in the settings, or use another browser.',
  'failed-title': 'The map could not be loaded',
  'failed-text': 'All values remain in the table. Reloading usually helps.',
  'no-geometry':
    '{n|# area has no borders in the data and is|# areas have no borders in the data and are} missing on the map.',
  'sign-missing': 'not available',
  'sign-secret': 'kept secret',
  'sign-unreliable': 'uncertain value',
  'sign-blocked': 'not meaningful',
  'sign-later': 'to follow',
  'sign-excluded': 'not assessed',
  'sign-too-small': 'too small to say',
};
