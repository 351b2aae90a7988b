import type { RefObject } from 'preact';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import { Course } from '#charts/charts.ts';
import type { InstitutionAnswer } from '#institutions/answer.ts';
import type { InstitutionYear } from '#institutions/historyOf.ts';
import { historyOf } from '#institutions/historyOf.ts';
import type { Institution } from '#model/study.ts';
import { useChange, useSelect, useSpeech } from '#state/useApp.ts';
import { Button } from '#ui/Button.tsx';
import type { Assessed } from './assessed.ts';
import { flagText } from './flagText.ts';
import { midSentence, sentenceStart } from './midSentence.ts';
import { schoolYear } from './schoolYear.ts';
import { standingText } from './standingText.ts';

export interface InstitutionDetailProps {
  readonly assessed: Assessed;
  readonly section: RefObject<HTMLElement | null>;
  readonly chosenInList: { current: boolean };
}

/** The selected institution, with its denominator, its standing, its classes and its course. */
export function InstitutionDetail({ assessed, section, chosenInList }: InstitutionDetailProps) {
  const { t } = useSpeech();
  const id = useSelect((state) => state.view.institution);
  const one = id === null ? undefined : assessed.institutions.get(id);
  const before = useRef(id);
  useEffect(() => {
    if (before.current === id) return;
    before.current = id;
    if (!chosenInList.current) section.current?.scrollIntoView({ block: 'nearest' });
    chosenInList.current = false;
  }, [id, section, chosenInList]);
  return (
    <>
      {/* Stays in the document: a live region that appears together with its words is not read out everywhere. */}
      <p class="ql-unseen" role="status">
        {one ? t('institutions.detail-selected', { name: one.name }) : ''}
      </p>
      {one && <Chosen assessed={assessed} one={one} section={section} />}
    </>
  );
}

function Chosen({
  assessed,
  one,
  section,
}: {
  readonly assessed: Assessed;
  readonly one: Institution;
  readonly section: RefObject<HTMLElement | null>;
}) {
  const speech = useSpeech();
  const { t, text } = speech;
  const change = useChange();
  const { study, answer, group } = assessed;
  const history = useMemo(() => (group ? historyOf(study, one.id, group) : []), [study, one, group]);
  const now = history.find(({ year }) => year === answer.year);
  const form = study.forms.find((each) => each.id === one.form);
  const provider = study.providers.find((each) => each.id === one.provider);
  const about = [
    form && text(form.name),
    provider && text(provider.name),
    one.address,
    ...one.flags.map((flag) => flagText(speech, flag)),
  ];
  return (
    <section class="ql-section ql-detail" ref={section} tabIndex={-1} aria-label={one.name}>
      <h2 class="ql-detail-name">{one.name}</h2>
      <p class="ql-note">{about.filter(Boolean).join(' · ')}</p>
      {now ? (
        <Figures assessed={assessed} one={one} now={now} />
      ) : (
        <p>
          {one.capacity !== null && `${t('institutions.detail-places', { n: one.capacity })} `}
          {history.length > 0 && answer.rows.length > 0
            ? t('institutions.detail-none-year', { year: schoolYear(answer.year) })
            : t('institutions.detail-none')}
        </p>
      )}
      {history.length > 1 && <History assessed={assessed} history={history} />}
      <div>
        <Button kind="quiet" small onClick={() => change.view({ institution: null })}>
          {t('explore.clear')}
        </Button>
      </div>
    </section>
  );
}

function Figures({
  assessed,
  one,
  now,
}: {
  readonly assessed: Assessed;
  readonly one: Institution;
  readonly now: InstitutionYear;
}) {
  const speech = useSpeech();
  const { t, text, numbers, language } = speech;
  const { answer, group, rows } = assessed;
  const row = rows.get(one.id);
  return (
    <>
      <p>
        {t('institutions.detail', {
          count: numbers.integer(now.count),
          total: numbers.integer(now.total),
          share: numbers.percent(now.share),
          group: group ? midSentence(text(group.name), language) : '',
        })}{' '}
        {row
          ? t('institutions.detail-standing', {
              standing: sentenceStart(standingText(speech, answer.request.threshold, row.standing)),
              points: numbers.points(row.deviation),
              share: numbers.percent(answer.share),
            })
          : t('institutions.detail-outside')}
      </p>
      <ClassKinds now={now} over={row ? answer.preparatory : null} />
    </>
  );
}

/** Regular and preparatory classes side by side; nothing where there are no preparatory ones. */
function ClassKinds({
  now,
  over,
}: {
  readonly now: InstitutionYear;
  readonly over: InstitutionAnswer['preparatory'];
}) {
  const { t, numbers } = useSpeech();
  const { total, count, preparatory, preparatoryCount } = now;
  if (preparatory === null || preparatory === 0) return null;
  const kinds = [
    {
      id: 'regular',
      total: total - preparatory,
      count: preparatoryCount === null ? NaN : count - preparatoryCount,
    },
    { id: 'preparatory', total: preparatory, count: preparatoryCount ?? NaN },
  ] as const;
  return (
    <>
      <table class="ql-cross ql-class-kinds">
        <caption class="ql-unseen">{t('institutions.classes')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('institutions.classes-kind')}</th>
            <th scope="col">{t('institutions.children')}</th>
            <th scope="col">{t('institutions.classes-group')}</th>
            <th scope="col">{t('institutions.column-share')}</th>
          </tr>
        </thead>
        <tbody>
          {kinds.map((kind) => (
            <tr key={kind.id}>
              <th scope="row">{t(`institutions.classes-${kind.id}`)}</th>
              <td>{numbers.integer(kind.total)}</td>
              <td>{numbers.integer(kind.count)}</td>
              <td>{numbers.percent(kind.count / kind.total)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {over && (
        <p class="ql-note">
          {t('institutions.classes-note', {
            own: numbers.percent(preparatory / total),
            all: numbers.percent(over.children / over.of),
          })}
        </p>
      )}
    </>
  );
}

/** The share of this institution beside that of all, year by year. */
function History({
  assessed,
  history,
}: {
  readonly assessed: Assessed;
  readonly history: readonly InstitutionYear[];
}) {
  const { t, numbers } = useSpeech();
  const change = useChange();
  const { answer } = assessed;
  const series = useMemo(
    () => [
      {
        id: 'own',
        label: t('institutions.history-own'),
        points: history.map(({ year, share }) => ({ x: year, value: share })),
      },
      {
        id: 'mean',
        label: t('institutions.history-mean'),
        isReference: true,
        points: answer.course.map(({ year, share }) => ({ x: year, value: share })),
      },
    ],
    [history, answer, t],
  );
  const format = useMemo(() => (share: number) => numbers.percent(share, 0), [numbers]);
  const [first, last] = [history[0], history.at(-1)];
  if (!first || !last) return null;
  const title = t('institutions.history', { from: schoolYear(first.year), to: schoolYear(last.year) });
  return (
    <>
      <h3 class="ql-heading">{title}</h3>
      <Course
        label={title}
        description={[first, last].map((one) => `${schoolYear(one.year)}: ${format(one.share)}`).join(', ')}
        reserve={120}
        height={120}
        series={series}
        format={format}
        formatX={schoolYear}
        selectedX={answer.year}
        onSelectX={(year) => change.view({ year })}
      />
    </>
  );
}
