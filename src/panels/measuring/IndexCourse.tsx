import { useMemo } from 'preact/hooks';
import { Course } from '#charts/charts.ts';
import type { MeasureAnswer } from '#measuring/answer.ts';
import { useChange, useSelect, useSpeech } from '#state/useApp.ts';
import { behind } from '#symbology/palettes.ts';
import { comparedOf, uncertaintyOf } from './answers.ts';
import { sidesOf } from './comparison.ts';
import { indexFigure } from './indexFigure.ts';
import type { Measured } from './measured.ts';

/** The chosen index over the years with its intervals; what is compared with stands behind it in grey. */
export function IndexCourse({ measured }: { readonly measured: Measured }) {
  const speech = useSpeech();
  const { t, text, numbers, find } = speech;
  const index = useSelect((state) => state.view.index);
  const compare = useSelect((state) => state.view.compare);
  const other = useSelect((state) => state.other);
  const uncertainty = useSelect(uncertaintyOf);
  const compared = useSelect(comparedOf);
  const change = useChange();
  const { answer, group, study } = measured;
  const figure = useMemo(() => indexFigure(numbers, index), [numbers, index]);
  const series = useMemo(() => {
    const intervals = new Map(uncertainty?.course.map((one) => [one.year, one.intervals[index]]));
    const points = (side: MeasureAnswer) =>
      side.course.map(({ year, values }) => ({ x: year, value: values[index] ?? NaN }));
    const own = {
      id: 'left',
      label: text(group.name),
      points: points(answer).map((point) => ({ ...point, ...intervals.get(point.x) })),
    };
    // Two years of one course are both on it already.
    if (!compared || compare === 'year' || compared.right.refusal) return [own];
    const sides = sidesOf(compare, compared, measured, other, speech);
    return [
      { ...own, label: sides.left },
      { id: 'right', label: sides.right, color: behind, points: points(compared.right) },
    ];
  }, [answer, measured, index, group, uncertainty, compared, compare, other, speech, text]);
  const breaks = useMemo(
    () =>
      answer.course.flatMap(({ year, level }, i) => {
        const before = answer.course[i - 1];
        return before && before.level !== level
          ? // The outlines changed between the two, not in either.
            [{ x: (before.year + year) / 2, label: t('charts.new-vintage') }]
          : [];
      }),
    [answer, t],
  );
  const vintages = useMemo(() => {
    const last = answer.course.findLast(
      ({ year, level }) => year < answer.request.year && level !== answer.level,
    );
    const areasOf = (id: string) => study.levels.find((one) => one.id === id)?.keys.length ?? NaN;
    return last
      ? t('measure.course-vintages', {
          until: String(last.year),
          before: numbers.integer(areasOf(last.level)),
          now: numbers.integer(areasOf(answer.level)),
        })
      : null;
  }, [answer, study, numbers, t]);
  const description = useMemo(
    () =>
      series
        .map(({ label, points }) => {
          const figures = points.map(({ x, value }) => `${x}: ${figure.value(value)}`).join('; ');
          return `${label} – ${figures}`;
        })
        .join('. '),
    [series, figure],
  );
  if (answer.course.length < 2) return null;
  const title = t('measure.course', { index: find('indices', `${index}.name`) ?? index });
  return (
    <section class="ql-section">
      <h2 class="ql-heading">{title}</h2>
      <Course
        label={title}
        description={description}
        reserve={140}
        series={series}
        breaks={breaks}
        format={figure.tick}
        fromZero
        selectedX={answer.request.year}
        onSelectX={(year) => change.view({ year })}
      />
      {vintages && <p class="ql-note">{vintages}</p>}
    </section>
  );
}
