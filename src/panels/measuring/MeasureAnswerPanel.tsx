import { type Speech, useChange, useSelect, useSpeech } from '#state/useApp.ts';
import { type MeasurePart, measureParts } from '#state/view.ts';
import { Chips } from '#ui/Chips.tsx';
import { EmptyState } from '#ui/EmptyState.tsx';
import { Computing } from '../Computing.tsx';
import { groupSources } from '../figureSources.ts';
import { Sentence } from '../Sentence.tsx';
import { AreaFigures } from './AreaFigures.tsx';
import { ComparisonSentence } from './ComparisonSentence.tsx';
import { lazyPart } from './lazyPart.tsx';
import { type Measured, measuredOf } from './measured.ts';
import { measureSentence } from './measureSentence.ts';
import './measuring.css';

const IndicesPart = lazyPart(async () => (await import('./IndicesPart.tsx')).IndicesPart);
const AreaRanking = lazyPart(async () => (await import('./AreaRanking.tsx')).AreaRanking);
const CurvesPart = lazyPart(async () => (await import('./CurvesPart.tsx')).CurvesPart);
const RadiusPart = lazyPart(async () => (await import('./RadiusPart.tsx')).RadiusPart);
const NeighboursPart = lazyPart(async () => (await import('./NeighboursPart.tsx')).NeighboursPart);
const DecompositionPart = lazyPart(async () => (await import('./DecompositionPart.tsx')).DecompositionPart);

/** The answer: the chosen index in words, and in parts what lies behind it. */
export function MeasureAnswerPanel() {
  const speech = useSpeech();
  const { t } = speech;
  const measured = useSelect(measuredOf);
  const index = useSelect((state) => state.view.index);
  const part = useSelect((state) => state.view.measurePart);
  const failed = useSelect((state) => state.answers.measure?.error ?? null);
  const isPending = useSelect((state) => state.answers.measure?.status === 'pending');
  const change = useChange();
  if (failed) return <EmptyState title={t('app.computing-failed', { reason: failed })} />;
  if (!measured) return isPending ? <Computing /> : <p class="ql-note">{t('measure.reason-no-figures')}</p>;
  const { refusal } = measured.answer;
  if (refusal) {
    return <EmptyState title={t('measure.refused')}>{t(`measure.reason-${refusal}`)}</EmptyState>;
  }
  return (
    <>
      <Sentence parts={measureSentence(measured, index, speech)} />
      <ComparisonSentence measured={measured} />
      <AreaFigures measured={measured} />
      <Chips
        label={t('measure.part')}
        hideLabel
        value={part}
        options={measureParts.map((one) => ({ value: one, label: t(`measure.part-${one}`) }))}
        onChange={(measurePart) => change.view({ measurePart })}
      />
      <Part part={part} measured={measured} />
      <p class="ql-note ql-sources">{sourceLine(measured, speech)}</p>
    </>
  );
}

function Part({ part, measured }: { readonly part: MeasurePart; readonly measured: Measured }) {
  switch (part) {
    case 'indices':
      return <IndicesPart measured={measured} />;
    case 'curves':
      return <CurvesPart measured={measured} />;
    case 'radius':
      return <RadiusPart measured={measured} />;
    case 'neighbours':
      return <NeighboursPart measured={measured} />;
    case 'decomposition':
      return <DecompositionPart measured={measured} />;
    case 'areas':
      return <AreaRanking measured={measured} />;
  }
}

function sourceLine({ answer, study, group, level }: Measured, { t, text }: Speech): string {
  const source = groupSources(study, group, level);
  return [
    t('measure.used', { used: answer.used, excluded: answer.excluded }),
    ...(answer.islands.length > 0 ? [t('measure.islands', { n: answer.islands.length })] : []),
    `${t('explore.vintage', { vintage: level.vintage })}.`,
    t('explore.source', { source }),
    `${text(group.name)}.`,
  ].join(' ');
}
