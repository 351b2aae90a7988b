import { type Result, succeed } from '#model/result.ts';
import type { Study } from '#model/study.ts';
import {
  type AreaNeed,
  type NeedAnswer,
  type NeedRequest,
  recommendations,
  type StabilityAnswer,
  verdicts,
} from './answer.ts';
import { dynamicsClasses, statusClasses } from './classes.ts';
import { sign } from './compositeIndex.ts';
import type { EvaluatedPart } from './evaluateEdition.ts';
import {
  dynamicsClassAt,
  type Exposure,
  type NeedFacts,
  needFacts,
  statusClassAt,
  verdictFactsOf,
} from './needFacts.ts';
import { officialCheck } from './officialCheck.ts';
import { persistenceOf } from './persistence.ts';
import { reasonsOf } from './reasons.ts';
import { recommendationOf, verdictOf } from './verdict.ts';

/** What other layers know about the areas; without it the criterion is reported as not known. */
export interface NeedEvidence {
  readonly exposure?: Exposure | null;
  /** From `assessStability` for the same request; lets doubtful areas be watched. */
  readonly stability?: StabilityAnswer | null;
}

/**
 * Long-term need of support [langfristiger Unterstützungsbedarf].
 *
 * For every area of the requested edition: status and dynamics by the method profile, its course over all editions up
 * to this one, role, preconditions and programme, the verdict of the long-term rule with its reasons, and what follows
 * for the programme areas.
 *
 * Editions of an older vintage are read at the old area that most residents come from (`vintageLinks`).
 *
 * @returns the answer with notes (editions left out, no dynamics), or problems: `need-profile-unknown`,
 * `need-edition-unknown`, `need-no-editions`, `need-indicators-missing`.
 * Residents that are not known count as 0 in the sums. Index and z are NaN, classes null for areas not rated.
 * Cost: O(areas · indicators · editions). Source: own rule (`verdictOf`).
 */
export function assessNeed(
  study: Study,
  request: NeedRequest,
  evidence: NeedEvidence = {},
): Result<NeedAnswer> {
  const found = needFacts(study, request, evidence.exposure ?? null);
  if (!found.ok) return found;
  const facts = found.value;
  const { current, profile } = facts;
  const areas = current.level.keys.map((_, a) => areaNeed(facts, a, evidence.stability ?? null));
  const comparable = facts.programmeCount > 0;
  return succeed(
    {
      request,
      profile,
      level: current.level.id,
      dataYear: current.edition.dataYear,
      city: cityValues(facts),
      thresholds: facts.thresholds,
      areas,
      table: statusClasses.map((status) =>
        dynamicsClasses.map((dynamics) =>
          total(areas.filter((area) => area.statusClass === status && area.dynamicsClass === dynamics)),
        ),
      ),
      rated: areas.filter((area) => area.excluded === null).length,
      verdictCounts: totals(verdicts, areas, (area) => area.verdict),
      programmes: facts.programmeCount,
      comparison: comparable ? totals(recommendations, areas, (area) => area.recommendation) : null,
      official: officialCheck(study, current),
      editions: facts.editions,
    },
    facts.notes,
  );
}

function areaNeed(facts: NeedFacts, a: number, stability: StabilityAnswer | null): AreaNeed {
  const { current } = facts;
  const key = current.level.keys[a]!;
  const excluded = current.excluded[a]!;
  const certainty = stability?.areas[a] ?? null;
  const verdictStays = certainty?.verdict.together ?? null;
  const history = facts.histories[a]!;
  const programme = facts.programmes[a]!;
  const persistence = persistenceOf(history);
  const statusIndex = current.statusIndex[a]!;
  const dynamicsIndex = current.dynamics?.index[a] ?? NaN;
  const verdict = verdictOf(verdictFactsOf(facts, a, verdictStays), facts.thresholds);
  const values: Record<string, number> = {};
  const z: Record<string, number> = {};
  for (const part of partsOf(facts)) {
    values[part.id] = part.values[a]!;
    z[part.id] = part.z[a]!;
  }
  return {
    area: key,
    name: current.level.names[a] ?? key,
    residents: current.residents[a]!,
    excluded,
    exclusionText: excluded === 'outlier' ? (current.exclusionTexts.get(key) ?? null) : null,
    values,
    leading: excluded ? null : leadingIndicator(facts, a),
    z,
    statusIndex,
    statusClass: statusClassAt(current, a),
    dynamicsIndex,
    dynamicsClass: dynamicsClassAt(current, a),
    history,
    persistence,
    programme,
    verdict,
    reasons: reasonsOf(
      facts,
      a,
      { excluded, history, persistence, programme, statusIndex, dynamicsIndex },
      verdictStays,
    ),
    recommendation: facts.programmeCount > 0 ? recommendationOf(verdict, programme?.active ?? false) : null,
    stability: certainty,
  };
}

function partsOf({ current }: NeedFacts): readonly EvaluatedPart[] {
  return current.dynamics ? [...current.parts, ...current.dynamics.parts] : current.parts;
}

function leadingIndicator({ current }: NeedFacts, a: number): string | null {
  let leading: string | null = null;
  let most = -Infinity;
  for (const part of current.parts) {
    const contribution = sign(part.direction) * part.weight * part.z[a]!;
    if (contribution > most) {
      most = contribution;
      leading = part.id;
    }
  }
  return leading;
}

function cityValues(facts: NeedFacts): Readonly<Record<string, number>> {
  return Object.fromEntries(partsOf(facts).map((part) => [part.id, part.city]));
}

interface Total {
  readonly areas: number;
  readonly residents: number;
}

function totals<Name extends string>(
  names: readonly Name[],
  areas: readonly AreaNeed[],
  nameOf: (area: AreaNeed) => Name | null,
): Readonly<Record<Name, Total>> {
  const entries = names.map((name) => [name, total(areas.filter((area) => nameOf(area) === name))] as const);
  return Object.fromEntries(entries) as Record<Name, Total>;
}

function total(areas: readonly AreaNeed[]): Total {
  return {
    areas: areas.length,
    residents: areas.reduce((sum, area) => sum + (area.residents || 0), 0),
  };
}
