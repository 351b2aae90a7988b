import { useRef } from 'preact/hooks';
import { useSelect, useSpeech } from '#state/useApp.ts';
import { EmptyState } from '#ui/EmptyState.tsx';
import { Computing } from '../Computing.tsx';
import { Sentence } from '../Sentence.tsx';
import { type Assessed, assessedOf } from './assessed.ts';
import { BesideSection } from './BesideSection.tsx';
import { FunnelSection } from './FunnelSection.tsx';
import { findingParts } from './findingParts.ts';
import { formWords } from './formWords.ts';
import { InstitutionCourse } from './InstitutionCourse.tsx';
import { InstitutionDetail } from './InstitutionDetail.tsx';
import { InstitutionList } from './InstitutionList.tsx';
import { LeftOut } from './LeftOut.tsx';
import { schoolYear } from './schoolYear.ts';
import { sidesOf, standingText } from './standingText.ts';
import './institutions.css';

/** The answer: who meets whom, which institutions differ from chance, and the same index where the children live. */
export function InstitutionAnswerPanel() {
  const { t } = useSpeech();
  const study = useSelect((state) => state.study?.study ?? null);
  const assessed = useSelect(assessedOf);
  const failed = useSelect((state) => state.answers.institutions?.error ?? null);
  const detail = useRef<HTMLElement>(null);
  const chosenInList = useRef(false);
  if (failed) return <EmptyState title={t('app.computing-failed', { reason: failed })} />;
  if (study && study.institutions.length === 0) {
    return <EmptyState title={t('institutions.none')}>{t('institutions.none-text')}</EmptyState>;
  }
  if (!assessed) return <Computing />;
  const { answer } = assessed;
  const hasFigures = answer.rows.length > 0;
  return (
    <>
      <Finding assessed={assessed} />
      {hasFigures && <Tiles assessed={assessed} />}
      {hasFigures && <Basis assessed={assessed} />}
      <InstitutionDetail assessed={assessed} section={detail} chosenInList={chosenInList} />
      {hasFigures && <FunnelSection assessed={assessed} />}
      {hasFigures && <BesideSection assessed={assessed} />}
      {answer.course.length > 1 && <InstitutionCourse assessed={assessed} />}
      {assessed.selection.length > 0 && (
        <InstitutionList assessed={assessed} detail={detail} chosenInList={chosenInList} />
      )}
      <LeftOut assessed={assessed} />
    </>
  );
}

function Finding({ assessed }: { readonly assessed: Assessed }) {
  return <Sentence parts={findingParts(assessed, useSpeech())} />;
}

function Tiles({ assessed }: { readonly assessed: Assessed }) {
  const speech = useSpeech();
  const { t, numbers } = speech;
  const { indices, standings, request } = assessed.answer;
  return (
    <div class="ql-tiles">
      <div class="ql-tile">
        <b>{numbers.decimal(indices.D * 100)}</b> {t('institutions.tile-d')}
        <br />
        {t('institutions.tile-d-note', {
          corrected: numbers.decimal(indices.correctedD * 100),
          expected: numbers.decimal(indices.expectedD * 100),
        })}
      </div>
      {sidesOf(request.threshold.method).map((standing) => (
        <div key={standing} class="ql-tile">
          <b>{numbers.integer(standings[standing])}</b>{' '}
          {t('institutions.tile-standing', {
            n: standings[standing],
            standing: standingText(speech, request.threshold, standing),
          })}
        </div>
      ))}
    </div>
  );
}

/** What everything is held against, with its denominator. */
function Basis({ assessed }: { readonly assessed: Assessed }) {
  const speech = useSpeech();
  const { t, numbers } = speech;
  const { answer, study } = assessed;
  const { preparatory } = answer;
  return (
    <p class="ql-note">
      {t('institutions.basis', {
        share: numbers.percent(answer.share),
        children: numbers.integer(answer.children),
        n: numbers.integer(answer.rows.length),
        forms: formWords(speech, study, answer.request.form, answer.rows.length),
        year: schoolYear(answer.year),
      })}
      {preparatory !== null &&
        preparatory.children > 0 &&
        ` ${t('institutions.preparatory-over', {
          children: preparatory.children,
          share: numbers.percent(preparatory.children / preparatory.of),
          n: preparatory.institutions,
        })}`}
    </p>
  );
}
