import { useEffect, useMemo, useRef } from 'preact/hooks';
import { Bars, HistoryStrip } from '#charts/charts.ts';
import { figureOf } from '#i18n/figure.ts';
import { doubts, type Reason, statusClasses } from '#monitoring/answer.ts';
import { type Speech, useChange, useSelect, useSpeech } from '#state/useApp.ts';
import { standing } from '#symbology/palettes.ts';
import { Button } from '#ui/Button.tsx';
import { Progress } from '#ui/Progress.tsx';
import { type Assessed, drawsOf, stabilityOf, verdictColours } from './assessed.ts';
import { originText, reasonFigure, reasonText, slugOf } from './words.ts';

/** One area: its verdict, the reasons with their values, its course, and how sure all this is. */
export function AreaReasons({
  assessed,
  position,
}: {
  readonly assessed: Assessed;
  readonly position: number;
}) {
  const speech = useSpeech();
  const { t, text, numbers, find } = speech;
  const change = useChange();
  const { answer, study, level } = assessed;
  const area = answer.areas[position];
  const history = useMemo(
    () =>
      (area?.history ?? []).map((one) => ({
        when: String(one.edition),
        text: one.statusClass ? (find('need', `status-${slugOf(one.statusClass)}`) ?? '') : t('need.unrated'),
        short: one.statusClass ? (find('need', `status-short-${slugOf(one.statusClass)}`) ?? '') : '–',
        color: one.statusClass ? (standing[statusClasses.indexOf(one.statusClass)] ?? null) : null,
        isCurrent: one.edition === answer.request.edition,
      })),
    [area, answer, t, find],
  );
  const head = useRef<HTMLElement>(null);
  const key = area?.area;
  useEffect(() => {
    // Chosen in the list far below: the reasons are what was asked for.
    if (key !== undefined) head.current?.scrollIntoView({ block: 'nearest' });
  }, [key]);
  if (!area) return null;
  const family = study.families.find((one) => one.id === level.family);
  const reasons = area.reasons.filter((reason) => reason.code !== 'stability');
  const decisive = reasons.filter((reason) => reason.decisive);
  const context = reasons.filter((reason) => !reason.decisive);
  return (
    <>
      <header class="ql-area-head" ref={head} style={{ scrollMarginTop: '16px' }}>
        <div>
          <h2 class="ql-detail-name">{area.name}</h2>
          <p class="ql-note">
            {t('need.residents-of', { n: numbers.integer(area.residents) })} · {family && text(family.name)}{' '}
            {area.area}
          </p>
        </div>
        <span class="ql-badge" style={badge(area.verdict)}>
          {t(`need.verdict-${area.verdict}`)}
        </span>
      </header>
      {area.recommendation && (
        <p class="ql-note">
          {t('need.recommended', { recommendation: t(`need.recommendation-${area.recommendation}`) })}
        </p>
      )}
      <div>
        <Button kind="quiet" small onClick={() => change.view({ area: null })}>
          {t('explore.clear')}
        </Button>
      </div>
      <section class="ql-section">
        <h2 class="ql-heading">{t('need.why')}</h2>
        <ul class="ql-reasons">
          {decisive.map((reason, i) => (
            <ReasonLine
              key={i}
              reason={reason}
              assessed={assessed}
              detail={reason.code.startsWith('status-') ? leadingText(assessed, position, speech) : null}
            />
          ))}
        </ul>
        {area.exclusionText && <p class="ql-note">{text(area.exclusionText)}</p>}
      </section>
      {context.length > 0 && (
        <section class="ql-section">
          <h2 class="ql-heading">{t('need.context')}</h2>
          <ul class="ql-reasons">
            {context.map((reason, i) => (
              <ReasonLine key={i} reason={reason} assessed={assessed} detail={null} />
            ))}
          </ul>
        </section>
      )}
      <section class="ql-section">
        <h2 class="ql-heading">{t('need.course')}</h2>
        <HistoryStrip label={t('need.course')} reserve={48} steps={history} />
      </section>
      {area.excluded === null && <Certainty position={position} />}
    </>
  );
}

/** One reason. Only what the verdict rests on is marked as met or not: the rest is there to put it in its place. */
function ReasonLine({
  reason,
  assessed,
  detail,
}: {
  readonly reason: Reason;
  readonly assessed: Assessed;
  readonly detail: string | null;
}) {
  const speech = useSpeech();
  const { t } = speech;
  const origin = originText(reason, assessed.answer, assessed.study, speech);
  const mark = !reason.known ? 'unknown' : reason.met ? 'met' : 'unmet';
  return (
    <li data-met={reason.known ? reason.met || !reason.decisive : 'unknown'}>
      <span class="ql-reason-mark" aria-hidden="true">
        {mark === 'unknown' ? '?' : !reason.decisive ? '·' : mark === 'met' ? '●' : '○'}
      </span>
      <span>
        {reason.decisive && <span class="ql-unseen">{t(`need.mark-${mark}`)} </span>}
        {reasonText(reason, speech)}
        {origin && <small> ({origin})</small>}
        {detail && (
          <>
            <br />
            <small>{detail}</small>
          </>
        )}
      </span>
      <b class="ql-figures" title={reason.figure?.as === 'sd' ? t('need.sd-long') : undefined}>
        {reasonFigure(reason, speech)}
      </b>
    </li>
  );
}

/** "Kinderarmut 68,3 %, Stadt 24,5 %": the indicator that weighs most in the status of this area. */
function leadingText({ answer, study }: Assessed, position: number, speech: Speech): string | null {
  const { t, text, numbers, language } = speech;
  const area = answer.areas[position];
  const id = area?.leading;
  const value = id ? area.values[id] : undefined;
  const known = study.indicators.find((one) => one.id === id);
  const name = known?.name ?? answer.profile.indicators.find((one) => one.id === id)?.name;
  if (!id || !name || value === undefined || Number.isNaN(value)) return null;
  const figure = figureOf(numbers, language, known?.unit ?? 'share', known?.decimals ?? 1);
  const city = answer.city[id] ?? NaN;
  return [
    `${text(name)} ${figure.full(value)}`,
    ...(Number.isNaN(city) ? [] : [t('explore.city-line', { figure: figure.full(city) })]),
  ].join(', ');
}

function Certainty({ position }: { readonly position: number }) {
  const { t, numbers, text } = useSpeech();
  const stability = useSelect((state) => stabilityOf(state, position));
  const running = useSelect((state) => state.answers.stability?.status === 'pending');
  const progress = useSelect((state) => state.answers.stability?.progress ?? null);
  const assessed = useSelect((state) => state.study?.study ?? null);
  const draws = useSelect(drawsOf);
  const together = stability?.verdict.together;
  const bars = useMemo(
    () =>
      doubts.flatMap((doubt) => {
        const value = stability?.status[doubt];
        return value === undefined
          ? []
          : [{ id: doubt, label: t(`need.doubt-${doubt}`), value, isEmphasised: doubt === 'together' }];
      }),
    [stability, t],
  );
  const format = useMemo(() => (value: number) => numbers.percent(value, 0), [numbers]);
  const names = stability?.tippedWithout.map((id) => {
    const indicator = assessed?.indicators.find((one) => one.id === id);
    return indicator ? text(indicator.name) : id;
  });
  return (
    <section class="ql-section">
      <h2 class="ql-heading">{t('need.certainty')}</h2>
      {running && !stability && <Progress label={t('app.computing')} part={progress} />}
      {stability && (
        <>
          <Bars label={t('need.certainty')} reserve={120} bars={bars} format={format} maximum={1} />
          <p class="ql-note">
            {t('need.certainty-note', { draws: numbers.integer(draws) })}{' '}
            {together !== undefined &&
              `${t('need.certainty-verdict', { share: numbers.percent(together, 0) })} `}
            {names && names.length > 0
              ? t('need.tipped', { indicators: names.join(', ') })
              : stability.weakest
                ? t('need.weakest', { doubt: t(`need.doubt-${stability.weakest}`) })
                : t('need.never-tipped')}
          </p>
        </>
      )}
    </section>
  );
}

function badge(verdict: keyof typeof verdictColours) {
  const isDark = verdict === 'long-term' || verdict === 'phase-out';
  return { background: verdictColours[verdict], color: isDark ? '#ffffff' : '#131525' };
}
