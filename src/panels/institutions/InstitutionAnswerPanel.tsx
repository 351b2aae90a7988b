import { useMemo } from 'preact/hooks';
import { Bars, Course, Funnel } from '#charts/charts.ts';
import type { Institution } from '#model/study.ts';
import { useChange, useSelect, useSpeech } from '#state/useApp.ts';
import { DataTable } from '#ui/DataTable.tsx';
import { EmptyState } from '#ui/EmptyState.tsx';
import { Sentence, sentenceParts } from '../Sentence.tsx';
import { type Assessed, assessedOf, shareClasses } from './assessed.ts';
import { InstitutionDetail } from './InstitutionDetail.tsx';

/** The answer: who meets whom, which institutions differ from chance, and the same index where the children live. */
export function InstitutionAnswerPanel() {
  const { t } = useSpeech();
  const study = useSelect((state) => state.study?.study ?? null);
  const assessed = useSelect(assessedOf);
  const failed = useSelect((state) => state.answers.institutions?.error ?? null);
  if (failed) return <EmptyState title={t('app.computing-failed', { reason: failed })} />;
  if (study && study.institutions.length === 0) {
    return <EmptyState title={t('institutions.none')}>{t('institutions.none-text')}</EmptyState>;
  }
  if (!assessed) return <p class="ql-note">{t('app.computing')}</p>;
  const { answer } = assessed;
  return (
    <>
      <Finding assessed={assessed} />
      {answer.rows.length > 0 && <Tiles assessed={assessed} />}
      <InstitutionDetail assessed={assessed} />
      {answer.rows.length > 0 && <FunnelSection assessed={assessed} />}
      {answer.rows.length > 0 && <Beside assessed={assessed} />}
      {answer.course.length > 1 && <CourseSection assessed={assessed} />}
      <List assessed={assessed} />
      <Missing assessed={assessed} />
    </>
  );
}

function Finding({ assessed }: { readonly assessed: Assessed }) {
  const { t, text, numbers } = useSpeech();
  const { answer, group, study } = assessed;
  const form = study.forms.find((one) => one.id === answer.request.form);
  const name = form ? text(form.name) : t('institutions.one-school');
  if (answer.rows.length === 0) {
    const plural = form ? text(form.plural) : t('institutions.all-schools');
    return (
      <Sentence
        parts={sentenceParts(
          t('institutions.sentence-none'),
          { n: numbers.integer(assessed.selection.length), plural },
          ['n'],
        )}
      />
    );
  }
  const of100 = (share: number) => t('explore.of-100', { n: numbers.integer(share * 100) });
  const { majority } = answer;
  return (
    <Sentence
      parts={sentenceParts(
        t('institutions.sentence-majority'),
        {
          group: of100(majority.group),
          groupName: group ? text(group.ofName) : '',
          rest: of100(majority.rest),
          form: name,
        },
        ['group', 'rest'],
      )}
    />
  );
}

function Tiles({ assessed }: { readonly assessed: Assessed }) {
  const { t, numbers } = useSpeech();
  const { answer } = assessed;
  const { indices, standings } = answer;
  return (
    <div class="ql-tiles">
      <div class="ql-tile">
        <b>{numbers.decimal(indices.D * 100)}</b>
        {t('institutions.tile-d')}
        <br />
        {t('institutions.tile-d-note', {
          corrected: numbers.decimal(indices.correctedD * 100),
          expected: numbers.decimal(indices.expectedD * 100),
        })}
      </div>
      <div class="ql-tile">
        <b>{numbers.integer(standings.above)}</b>
        {t('institutions.tile-above', { n: standings.above })}
      </div>
      <div class="ql-tile">
        <b>{numbers.integer(standings.below)}</b>
        {t('institutions.tile-below', { n: standings.below })}
      </div>
    </div>
  );
}

function FunnelSection({ assessed }: { readonly assessed: Assessed }) {
  const { t, numbers } = useSpeech();
  const selected = useSelect((state) => state.view.institution);
  const hovered = useSelect((state) => state.session.hoveredInstitution);
  const change = useChange();
  const { answer } = assessed;
  const points = useMemo(
    () =>
      answer.rows.map((row) => ({
        key: row.institution,
        label: assessed.institutions.get(row.institution)?.name ?? row.institution,
        size: row.total,
        share: row.share,
        standing: row.standing,
      })),
    [assessed, answer],
  );
  const mean = useMemo(
    () => ({
      value: answer.share,
      label: t('institutions.mean', { share: numbers.percent(answer.share, 0) }),
    }),
    [answer, t, numbers],
  );
  const bands = useMemo(() => ({ inner: '95 %', outer: '99,8 %' }), []);
  const formatShare = useMemo(() => (share: number) => numbers.percent(share, 0), [numbers]);
  return (
    <section class="ql-section">
      <h2 class="ql-heading">{t('institutions.funnel')}</h2>
      <Funnel
        label={t('institutions.funnel')}
        reserve={220}
        points={points}
        limits={answer.funnel}
        mean={mean}
        sizeLabel={t('institutions.children')}
        formatSize={numbers.integer}
        formatShare={formatShare}
        bandLabels={bands}
        classes={shareClasses}
        selected={selected}
        hovered={hovered}
        onSelect={(id) => change.view({ institution: id === selected ? null : id })}
        onHover={(id) => change.session({ hoveredInstitution: id })}
      />
      <p class="ql-note">{t('institutions.funnel-note')}</p>
    </section>
  );
}

/** The same index at the place of residence and in the institutions. */
function Beside({ assessed }: { readonly assessed: Assessed }) {
  const { t, text, numbers } = useSpeech();
  const { answer, study } = assessed;
  const { residents, indices } = answer;
  const bars = useMemo(
    () => [
      ...(residents
        ? [{ id: 'residents', label: t('institutions.beside-residents'), value: residents.D * 100 }]
        : []),
      { id: 'institutions', label: t('institutions.beside-institutions'), value: indices.D * 100 },
      { id: 'corrected', label: t('institutions.beside-corrected'), value: indices.correctedD * 100 },
    ],
    [answer, t],
  );
  const format = useMemo(() => (value: number) => numbers.decimal(value), [numbers]);
  const twin = study.groups.find((group) => group.id === residents?.group);
  const level = study.levels.find((one) => one.id === residents?.level);
  const family = study.families.find((one) => one.id === level?.family);
  return (
    <section class="ql-section">
      <h2 class="ql-heading">{t('institutions.beside')}</h2>
      <Bars label={t('institutions.beside')} reserve={80} bars={bars} format={format} />
      <p class="ql-note">
        {residents && twin
          ? t('institutions.beside-note', {
              twin: text(twin.name),
              level: family ? text(family.plural) : '',
              year: String(residents.year),
            })
          : t('institutions.beside-none')}{' '}
        {t('institutions.isolation', {
          institutions: numbers.percent(indices.xPx),
          residents: residents ? numbers.percent(residents.xPx) : '–',
        })}
      </p>
    </section>
  );
}

function CourseSection({ assessed }: { readonly assessed: Assessed }) {
  const { t, numbers } = useSpeech();
  const change = useChange();
  const { answer } = assessed;
  const series = useMemo(
    () => [
      { id: 'D', label: 'D', points: answer.course.map(({ year, D }) => ({ x: year, value: D })) },
      {
        id: 'xPx',
        label: t('institutions.isolation-short'),
        points: answer.course.map(({ year, xPx }) => ({ x: year, value: xPx })),
      },
    ],
    [answer, t],
  );
  const format = useMemo(() => (value: number) => numbers.decimal(value * 100, 0), [numbers]);
  return (
    <section class="ql-section">
      <h2 class="ql-heading">{t('institutions.course')}</h2>
      <Course
        label={t('institutions.course')}
        reserve={140}
        series={series}
        format={format}
        selectedX={answer.year}
        onSelectX={(year) => change.view({ year })}
      />
    </section>
  );
}

function List({ assessed }: { readonly assessed: Assessed }) {
  const { t, numbers } = useSpeech();
  const selected = useSelect((state) => state.view.institution);
  const hovered = useSelect((state) => state.session.hoveredInstitution);
  const change = useChange();
  const { answer, rows, selection } = assessed;
  const columns = useMemo(
    () => [
      { id: 'name', title: t('institutions.column-name'), value: (one: Institution) => one.name },
      {
        id: 'children',
        title: answer.rows.length > 0 ? t('institutions.children') : t('institutions.places'),
        align: 'end' as const,
        width: '64px',
        value: (one: Institution) => rows.get(one.id)?.total ?? (answer.rows.length > 0 ? NaN : one.capacity),
        render: (one: Institution) =>
          numbers.integer(rows.get(one.id)?.total ?? (answer.rows.length > 0 ? NaN : (one.capacity ?? NaN))),
      },
      ...(answer.rows.length > 0
        ? [
            {
              id: 'share',
              title: t('institutions.column-share'),
              unit: '%',
              align: 'end' as const,
              weight: 'strong' as const,
              width: '72px',
              value: (one: Institution) => rows.get(one.id)?.share ?? NaN,
              render: (one: Institution) => numbers.percentValue(rows.get(one.id)?.share ?? NaN),
            },
            {
              id: 'deviation',
              title: t('institutions.column-deviation'),
              hint: t('institutions.column-deviation-long'),
              align: 'end' as const,
              width: '84px',
              value: (one: Institution) => rows.get(one.id)?.deviation ?? NaN,
              render: (one: Institution) => {
                const row = rows.get(one.id);
                if (!row) return '–';
                const mark = { above: ' ▲', below: ' ▼', within: '' }[row.standing];
                return (
                  <>
                    {numbers.points(row.deviation)}
                    <span aria-hidden="true">{mark}</span>
                    <span class="ql-unseen"> {t(`institutions.standing-${row.standing}`)}</span>
                  </>
                );
              },
            },
          ]
        : []),
    ],
    [assessed, t, numbers],
  );
  return (
    <section class="ql-section">
      <h2 class="ql-heading">{t('institutions.list')}</h2>
      <DataTable
        caption={t('institutions.list')}
        hideCaption
        height="min(460px, 50vh)"
        rows={selection}
        rowKey={idOf}
        columns={columns}
        initialSort={answer.rows.length > 0 ? byShare : byName}
        selected={selected}
        hovered={hovered}
        onSelect={(id) => change.view({ institution: id === selected ? null : id })}
        onHover={(id) => change.session({ hoveredInstitution: id })}
        isMuted={(one) => !rows.has(one.id)}
      />
      {answer.rows.length > 0 && <p class="ql-note">{t('institutions.marks')}</p>}
    </section>
  );
}

const idOf = (one: Institution) => one.id;
const byShare = { column: 'share', direction: 'descending' } as const;
const byName = { column: 'name', direction: 'ascending' } as const;

/** Nothing is left out silently: what has no figures and what has no place on the map, by name. */
function Missing({ assessed }: { readonly assessed: Assessed }) {
  const { t, numbers } = useSpeech();
  const { answer, institutions, selection, rows } = assessed;
  const nowhere = selection.filter((one) => !one.position);
  const located = answer.rows.length - answer.withoutPosition.length;
  const names = (ids: readonly string[]) =>
    ids
      .map((id) => institutions.get(id)?.name ?? id)
      .sort((a, b) => a.localeCompare(b, 'de'))
      .map((name, i) => <li key={i}>{name}</li>);
  return (
    <section class="ql-section ql-sources">
      <p class="ql-note">
        {t('institutions.coverage', {
          all: numbers.integer(selection.length),
          figures: numbers.integer(rows.size),
          located: numbers.integer(located),
        })}{' '}
        {answer.year > 0 &&
          t('institutions.year', {
            from: String(answer.year),
            to: String((answer.year + 1) % 100).padStart(2, '0'),
          })}
      </p>
      {answer.rows.length > 0 && answer.withoutFigures.length > 0 && (
        <details class="ql-note">
          <summary>{t('institutions.without-figures', { n: answer.withoutFigures.length })}</summary>
          <ul>{names(answer.withoutFigures)}</ul>
        </details>
      )}
      {nowhere.length > 0 && (
        <details class="ql-note">
          <summary>{t('institutions.without-position', { n: nowhere.length })}</summary>
          <ul>{names(nowhere.map(idOf))}</ul>
        </details>
      )}
    </section>
  );
}
