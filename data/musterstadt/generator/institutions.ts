import type { Point } from './plane.ts';

/** Forms of school and kita in the invented city. */
export type Form = 'grundschule' | 'oberschule' | 'gesamtschule' | 'gymnasium' | 'foerderschule' | 'kita';
export type ProviderId =
  | 'stadt'
  | 'evangelisch'
  | 'katholisch'
  | 'wohlfahrt'
  | 'elterninitiative'
  | 'betrieb'
  | 'verein';

export interface InstitutionPlan {
  readonly id: string;
  readonly name: string;
  readonly form: Form;
  readonly provider: ProviderId;
  readonly district: number;
  readonly position: Point;
  readonly capacity: number;
  readonly address: string;
}

/** Children of one institution in one year and class kind. */
export interface CompositionRow {
  readonly institution: string;
  readonly year: number;
  readonly classKind: 'all' | 'regular' | 'preparatory';
  readonly total: number;
  readonly nonGerman: number;
  readonly feeExempt: number;
}
