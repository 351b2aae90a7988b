import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { assessInstitutions } from '#institutions/assess.ts';
import { ask, figures, fourSchools, school } from './exampleSchools.ts';

const file = fileURLToPath(
  new URL('../../../shared/data/berlin/schools/schulen_ndh_2020_21.csv', import.meta.url),
);
const missing = existsSync(file) ? null : `ÜBERSPRUNGEN: die Berliner Schulen liegen nicht unter ${file}`;
if (missing) console.warn(missing);

/** The primary schools as they stand in the source, every row one school. */
function primarySchools() {
  const [header = '', ...lines] = readFileSync(file, 'utf8').trim().split(/\r?\n/);
  const names = header.split(',');
  const rows = lines
    .map((line) => {
      // Addresses stand in quotes and hold commas.
      const cells = line.match(/("[^"]*"|[^,]*)(,|$)/g)?.map((cell) => cell.replace(/,$/, '')) ?? [];
      return (name: string) => cells[names.indexOf(name)] ?? '';
    })
    .filter((cell) => cell('schulart') === 'Grundschule');
  return fourSchools({
    institutions: rows.map((cell) =>
      school(cell('id_schulzweig'), {
        position: cell('lon') === '' ? null : [Number(cell('lon')), Number(cell('lat'))],
      }),
    ),
    compositions: rows
      .filter((cell) => cell('schueler') !== '' && cell('ndh') !== '')
      .map((cell) => figures(cell('id_schulzweig'), Number(cell('schueler')), Number(cell('ndh')))),
  });
}

describe.skipIf(missing)(`Berlin’s primary schools 2020/21${missing ? ` – ${missing}` : ''}`, () => {
  const study = missing ? null! : primarySchools();
  const answer = missing ? null! : assessInstitutions(study, ask({ form: 'primary' }));

  it('are 437, of which 413 with figures and 409 of these with a position', () => {
    expect(answer.rows.length + answer.withoutFigures.length).toBe(437);
    expect(answer.rows).toHaveLength(413);
    expect(answer.rows.length - answer.withoutPosition.length).toBe(409);
  });

  it('have D 44.9, most of it no chance', () => {
    expect(answer.share).toBeCloseTo(0.44529, 5);
    expect(answer.indices.D).toBeCloseTo(0.448971, 6);
    // Exact binomial expectation, summed independently over all counts of all schools.
    expect(answer.indices.expectedD).toBeCloseTo(0.0381154, 6);
    expect(answer.indices.correctedD).toBeCloseTo(0.427136, 6);
  });

  it('bring 63 of 100 children together where they are the majority, but only 20 of 100 of the others', () => {
    expect(Math.round(answer.majority.group * 100)).toBe(63);
    expect(Math.round(answer.majority.rest * 100)).toBe(20);
  });

  it('stand 153 above and 179 below the funnel of 99.8 %', () => {
    expect(answer.standings).toEqual({ above: 153, below: 179, within: 81 });
  });

  it('of which 152 and 178 among those on the map, held against each other', () => {
    const placed = { ...study, institutions: study.institutions.filter(({ position }) => position) };
    expect(assessInstitutions(placed, ask({ form: 'primary' })).standings).toEqual({
      above: 152,
      below: 178,
      within: 79,
    });
  });
});
