import { fail, type Problem, problem, type Result, succeed } from '#model/result.ts';
import type { Study } from '#model/study.ts';
import { joinedTexts, type LocalText } from '#model/text.ts';
import type { AreaNeed, NeedRequest, NeedThresholds } from './answer.ts';
import type { DynamicsClass, StatusClass } from './classes.ts';
import { editionsOf, isEnough, missingIndicators, profileOfEdition } from './editions.ts';
import { type EditionEvaluation, evaluateEdition } from './evaluateEdition.ts';
import {
  affordableStock,
  arrivals,
  type Evidence,
  type EvidenceContext,
  exposedChildren,
  surroundings,
} from './evidence.ts';
import { profileById } from './profiles/catalog.ts';
import type { MethodProfile } from './profiles/profile.ts';
import { programmesOfAreas } from './programmesOfAreas.ts';
import { defaultThresholds } from './thresholds.ts';
import type { VerdictFacts } from './verdict.ts';
import { vintageLinks } from './vintageLinks.ts';

/** Share of an area's children in institutions outside the funnel limits, by area key. */
export type Exposure = ReadonlyMap<string, number>;

/** Everything the verdicts and their stability rest on, computed once. */
export interface NeedFacts {
  readonly request: NeedRequest;
  readonly profile: MethodProfile;
  readonly thresholds: NeedThresholds;
  /** The requested edition. */
  readonly current: EditionEvaluation;
  /** All editions of the family, ascending, also later ones. */
  readonly editions: readonly number[];
  /** Per area of the current level. */
  readonly histories: readonly AreaNeed['history'][];
  readonly arrivals: Evidence | null;
  readonly stock: readonly Evidence[];
  readonly context: readonly Evidence[];
  readonly exposure: Evidence | null;
  readonly programmes: readonly AreaNeed['programme'][];
  readonly programmeCount: number;
  readonly notes: readonly Problem[];
}

export function needFacts(study: Study, request: NeedRequest, exposure: Exposure | null): Result<NeedFacts> {
  const profile = request.custom ?? profileById(request.profile);
  if (!profile) return fail(problem('need-profile-unknown', { profile: request.profile }));
  const editions = editionsOf(study, profile);
  if (editions.length === 0) {
    const absent = profile.indicators.filter(
      (each) => !study.indicators.some((known) => known.id === each.id),
    );
    return fail(
      absent.length > 0
        ? problem('need-indicators-missing', {
            profile: profile.name,
            indicators: namesOf(
              profile,
              absent.map(({ id }) => id),
            ),
          })
        : problem('need-no-editions', { profile: profile.name }),
    );
  }
  const edition = editions.find((each) => each.year === request.edition);
  const years = editions.map((each) => each.year);
  if (!edition) {
    return fail(
      problem('need-edition-unknown', { edition: String(request.edition), editions: years.join(', ') }),
    );
  }
  const missing = missingIndicators(study, edition, profile);
  if (!isEnough(profile, missing)) {
    return fail(
      problem('need-indicators-missing', { profile: profile.name, indicators: namesOf(profile, missing) }),
    );
  }

  const notes: Problem[] = [];
  if (missing.length > 0)
    notes.push(problem('need-indicators-left-out', { indicators: namesOf(profile, missing) }));
  const current = evaluateEdition(study, edition, profile);
  if (profile.dynamics && !current.dynamics) {
    notes.push(problem('need-no-dynamics', { edition: String(edition.year) }));
  }
  const { level } = current;
  const residentVariables = profile.minimumPopulation.variables;
  const links = vintageLinks(study, level, residentVariables);
  const thresholds = { ...defaultThresholds, ...request.thresholds };
  const earlier = editions
    .filter((each) => each.year < edition.year)
    .flatMap((each) => {
      const its = profileOfEdition(study, each, profile, request);
      if (its.missing.rule === 'exclude' && missingIndicators(study, each, its).length > 0) {
        notes.push(problem('need-edition-left-out', { edition: String(each.year) }));
        return [];
      }
      const evaluation = evaluateEdition(study, each, its);
      const positions = links(evaluation.level, each.dataYear);
      if (positions) return [{ evaluation, positions }];
      notes.push(
        problem('need-no-crosswalk', { edition: String(each.year), level: evaluation.level.vintage }),
      );
      return [];
    });
  const own = Int32Array.from(level.keys, (_, a) => a);
  const course = [...earlier, { evaluation: current, positions: own }];
  const context: EvidenceContext = {
    study,
    level,
    year: edition.dataYear,
    links,
    residentVariables,
    thresholds,
  };
  return succeed(
    {
      request,
      profile,
      thresholds,
      current,
      editions: years,
      histories: level.keys.map((_, a) =>
        course.map(({ evaluation, positions }) => classesAt(evaluation, positions[a]!)),
      ),
      arrivals: arrivals(context),
      stock: affordableStock(context),
      context: surroundings(context),
      exposure: exposedChildren(context, exposure),
      programmes: programmesOfAreas(study, level, edition.year, links),
      programmeCount: study.programmes.length,
      notes,
    },
    notes,
  );
}

/** What the rule looks at for one area. */
export function verdictFactsOf(facts: NeedFacts, area: number, stability: number | null): VerdictFacts {
  return {
    history: facts.histories[area]!,
    arrivals: facts.arrivals?.met[area] === 1,
    affordable: facts.stock.some((evidence) => evidence.met[area] === 1),
    inProgramme: facts.programmes[area]?.active ?? false,
    stability,
  };
}

function classesAt(evaluation: EditionEvaluation, position: number): AreaNeed['history'][number] {
  const edition = evaluation.edition.year;
  if (position < 0) return { edition, area: null, statusClass: null, dynamicsClass: null };
  return {
    edition,
    area: evaluation.level.keys[position]!,
    statusClass: statusClassAt(evaluation, position),
    dynamicsClass: dynamicsClassAt(evaluation, position),
  };
}

export function statusClassAt(evaluation: EditionEvaluation, area: number): StatusClass | null {
  return evaluation.profile.status.classes[evaluation.statusClass[area]!] ?? null;
}

export function dynamicsClassAt(evaluation: EditionEvaluation, area: number): DynamicsClass | null {
  const position = evaluation.dynamics?.classes[area] ?? -1;
  return evaluation.profile.dynamics?.classing.classes[position] ?? null;
}

function namesOf({ indicators }: MethodProfile, ids: readonly string[]): LocalText {
  const names = new Map(indicators.map(({ id, name }) => [id, name]));
  return joinedTexts(
    ids.map((id) => names.get(id) ?? id),
    ', ',
  );
}
