import type { AreaNeed, Reason } from './answer.ts';
import { isLow } from './classes.ts';
import type { Evidence } from './evidence.ts';
import type { NeedFacts } from './needFacts.ts';

type ReasonParts = Pick<Reason, 'code' | 'met'> & Partial<Reason>;

/** The grounds for the verdict on one area, in the order they are shown. */
export function reasonsOf(
  facts: NeedFacts,
  area: number,
  need: Pick<
    AreaNeed,
    'excluded' | 'history' | 'persistence' | 'programme' | 'statusIndex' | 'dynamicsIndex'
  >,
  stability: number | null,
): readonly Reason[] {
  if (need.excluded) {
    return [
      reason({
        code: `excluded-${need.excluded}`,
        met: true,
        params: { minimum: facts.profile.minimumPopulation.minimum },
        figure:
          need.excluded === 'under-minimum' && !Number.isNaN(facts.current.residents[area]!)
            ? { value: facts.current.residents[area]!, as: 'count' }
            : null,
      }),
      programmeReason(facts, need.programme),
    ];
  }
  const stock = facts.stock.map((evidence) => evidenceReason(evidence, area));
  return [
    statusReason(need),
    persistenceReason(facts, need.persistence, need.history),
    ...dynamicsReasons(facts, area, need),
    facts.arrivals ? evidenceReason(facts.arrivals, area) : unknownReason('arrivals', true),
    ...(stock.length > 0 ? stock : [unknownReason('affordable', true)]),
    ...facts.context.map((evidence) => evidenceReason(evidence, area)),
    facts.exposure ? evidenceReason(facts.exposure, area) : unknownReason('exposed-children', false),
    programmeReason(facts, need.programme),
    ...(stability === null ? [] : [stabilityReason(facts, stability)]),
  ];
}

/** `sehr niedrig` → `sehr-niedrig`: class names as parts of text keys. */
export function slugOf(className: string): string {
  return className.replaceAll(' ', '-');
}

function statusReason({ history, statusIndex }: Pick<AreaNeed, 'history' | 'statusIndex'>): Reason {
  const status = history.at(-1)?.statusClass ?? null;
  return reason({
    code: `status-${slugOf(status ?? 'mittel')}`,
    met: isLow(status),
    figure: { value: statusIndex, as: 'sd' },
  });
}

function persistenceReason(
  facts: NeedFacts,
  { editions, low, share, spell }: AreaNeed['persistence'],
  history: AreaNeed['history'],
): Reason {
  const { minimumEditions, persistence } = facts.thresholds;
  const enough = editions >= minimumEditions;
  const since = String(history.at(-spell)?.edition ?? '');
  const code = !enough
    ? 'few-editions'
    : low === 0
      ? 'never-low'
      : low === editions
        ? 'always-low'
        : 'often-low';
  return reason({
    code,
    met: enough && share >= persistence && isLow(history.at(-1)?.statusClass ?? null),
    known: enough,
    params: {
      editions,
      low,
      spell,
      since: spell > 0 ? since : '',
      minimum: minimumEditions,
      threshold: persistence,
    },
    figure: { value: low, as: 'count', of: editions },
  });
}

function dynamicsReasons(
  facts: NeedFacts,
  area: number,
  { history, dynamicsIndex }: Pick<AreaNeed, 'history' | 'dynamicsIndex'>,
): readonly Reason[] {
  if (!facts.profile.dynamics) return [];
  const now = history.at(-1)?.dynamicsClass ?? null;
  const parts = facts.current.dynamics?.parts ?? [];
  if (!now || parts.length === 0) return [unknownReason('dynamics', true)];
  // "negativ" is relative to the other areas; in itself it can still be an improvement, so both are said.
  const change =
    parts.reduce((sum, part) => sum + (part.direction === 'need' ? 1 : -1) * part.values[area]!, 0) /
    parts.length;
  return [
    reason({ code: `dynamics-${now}`, met: now === 'negativ', figure: { value: dynamicsIndex, as: 'sd' } }),
    reason({ code: 'change', met: change > 0, decisive: false, figure: { value: change, as: 'points' } }),
  ];
}

function evidenceReason(evidence: Evidence, area: number): Reason {
  const value = evidence.values[area]!;
  if (Number.isNaN(value)) return unknownReason(evidence.code, evidence.decisive);
  return reason({
    code: evidence.code,
    met: evidence.met[area] === 1,
    decisive: evidence.decisive,
    origin: evidence.origin,
    params: evidence.params,
    figure: { value, as: evidence.as },
  });
}

function programmeReason(facts: NeedFacts, programme: AreaNeed['programme']): Reason {
  if (!programme) {
    const known = facts.programmeCount > 0;
    return reason({ code: known ? 'programme-none' : 'programmes-unknown', met: false, known });
  }
  const { name, start, end, active } = programme;
  const running = start === null ? 'programme-running-undated' : 'programme-running';
  return reason({
    code: active
      ? running
      : (end ?? Infinity) < facts.request.edition
        ? 'programme-ended'
        : 'programme-coming',
    met: active,
    params: { name, start: start === null ? '' : String(start), end: end === null ? '' : String(end) },
    figure: active && start !== null ? { value: facts.request.edition - start, as: 'years' } : null,
  });
}

function stabilityReason(facts: NeedFacts, share: number): Reason {
  return reason({
    code: 'stability',
    met: share >= facts.thresholds.stability,
    params: { threshold: facts.thresholds.stability },
    figure: { value: share, as: 'share' },
  });
}

/** No figures: worded by `need.reason-<code>-unknown`. */
function unknownReason(code: string, decisive: boolean): Reason {
  return reason({ code: `${code}-unknown`, met: false, known: false, decisive });
}

function reason(parts: ReasonParts): Reason {
  return { known: true, decisive: true, origin: null, params: {}, figure: null, ...parts };
}
