import type { LocalText } from '#model/text.ts';

/** The three areas of the programme Sozialer Zusammenhalt (until 2019: Soziale Stadt), of different age. */
export interface ProgrammePlan {
  readonly id: string;
  readonly name: string;
  readonly programme: LocalText;
  readonly start: number;
  readonly areas: readonly string[];
}

const programme = { de: 'Sozialer Zusammenhalt', en: 'Sozialer Zusammenhalt (social cohesion)' };

export const programmes: readonly ProgrammePlan[] = [
  {
    id: 'gaswerkviertel',
    name: 'Gaswerkviertel',
    programme,
    start: 2004,
    areas: ['010301', '010302', '010303'],
  },
  { id: 'eichenkamp', name: 'Eichenkamp', programme, start: 2011, areas: ['030301', '030302', '030303'] },
  {
    id: 'nordbahnhof',
    name: 'Nordbahnhof',
    programme,
    start: 2021,
    areas: ['020102', '020106'],
  },
];
