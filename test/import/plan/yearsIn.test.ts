import { expect, test } from 'vitest';
import { yearIn } from '#import/plan/yearsIn.ts';

test.each([
  ['SB_A01-16-00_2024h02_BE.xlsx', 2024],
  ['ewr_202412_plr.csv', 2024],
  ['schulen_ndh_2020_21.csv', 2020],
  ['Schuljahr 2024/25', 2024],
  ['Einwohner am 31.12.2023 (Stand 2024)', 2023],
  ['Stand: 31. 12. 2019', 2019],
  ['bezirke_2023.csv', 2023],
  ['2021-12-31', 2021],
  ['2012 bis 2024', null],
  ['plz 10115 bis 20999', null],
  ['Bericht', null],
  ['12024', null],
])('%s → %s', (text, year) => expect(yearIn(text)).toBe(year));
