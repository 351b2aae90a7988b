/** Licences and conditions that official data usually come with, as they are written in full. */
export const usualLicences = [
  'Datenlizenz Deutschland – Namensnennung – 2.0 (dl-de/by-2-0)',
  'Datenlizenz Deutschland – Zero – 2.0 (dl-de/zero-2-0)',
  'CC BY 4.0',
  'CC BY 3.0 DE',
  'CC0 1.0',
  'ODbL 1.0',
  'nicht veröffentlicht – nur intern',
] as const;
