import type { Study } from '#model/study.ts';
import type { GuardExample } from './example.ts';
import { guardAreas } from './guardAreas.ts';
import { guardInstitutions } from './guardInstitutions.ts';
import type { DisclosureProfile } from './profile.ts';
import { hidesNothing } from './profiles.ts';
import type { GuardReport } from './report.ts';
import { finished, type Steps, within } from './steps.ts';

export interface Guarded {
  readonly study: Study;
  readonly report: GuardReport;
  /** Holds true values of what is hidden: only for whoever decides about it. */
  readonly example: GuardExample | null;
}

/**
 * Disclosure control [statistische Geheimhaltung].
 *
 * The study as it may be shown: everything that is measured, drawn, linked or saved afterwards is made of it, and so can
 * tell no more than it does.
 *
 * 1. Hidden by themselves: counts of 1 to the minimum less 1, counts that leave as few for the others, those that make
 *    up the dominant part of their whole, shares of fewer people than the minimum. Zeros stay.
 * 2. Hidden for their company (`protect`): where figures add up – areas to the area above, age classes to all residents,
 *    regular and preparatory classes to all, two vintages on the same ground, a published share times its base.
 * 3. What is left is rounded, every figure for itself.
 *
 * Hidden cells are NaN with the sign `secret` (`too-small` where only the share rests on too few people). What may be
 * told of them is in `Variable.secret`, so that indices become intervals.
 *
 * @param study as its publisher delivered it; not changed. Guarding twice hides nothing more.
 * @returns the same study for a profile that hides nothing; else one that shares everything that did not change.
 * Cost: linear in the figures; the search for variables that add up is cubic in their number.
 * Source: BStatG § 16; Statistik der Bundesagentur für Arbeit, Regeln der statistischen Geheimhaltung; Giessing 1999;
 * Hundepool et al. 2012, Statistical Disclosure Control. Limits: see the README.
 */
export function guardStudy(study: Study, profile: DisclosureProfile): Guarded {
  return finished(guardSteps(study, profile));
}

/** The same in steps, for a worker that has other things to do meanwhile, or is told to stop. */
export function* guardSteps(study: Study, profile: DisclosureProfile): Steps<Guarded> {
  const areas = yield* guardAreas(study, profile);
  const last = { done: 1, of: 1 };
  const institutions = yield* within(last, guardInstitutions(study, profile));
  const report: GuardReport = {
    profile,
    ...areas.report,
    rounded: areas.report.rounded + institutions.rounded,
    beyondHelp: {
      ...areas.report.beyondHelp,
      cells: areas.report.beyondHelp.cells + institutions.beyondHelp,
    },
    institutions: institutions.report,
  };
  if (hidesNothing(profile)) return { study, report, example: null };
  return {
    study: {
      ...study,
      variables: areas.variables,
      observations: areas.observations,
      compositions: institutions.compositions,
    },
    report,
    example: areas.example,
  };
}
