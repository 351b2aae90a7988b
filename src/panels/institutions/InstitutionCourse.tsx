import { useMemo } from 'preact/hooks';
import { Course } from '#charts/charts.ts';
import { useChange, useSpeech } from '#state/useApp.ts';
import type { Assessed } from './assessed.ts';
import { schoolYear } from './schoolYear.ts';

/** How D and isolation went through the school years. */
export function InstitutionCourse({ assessed }: { readonly assessed: Assessed }) {
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
  const [first, last] = [answer.course[0], answer.course.at(-1)];
  return (
    <section class="ql-section">
      <h2 class="ql-heading">{t('institutions.course')}</h2>
      <Course
        label={t('institutions.course')}
        description={
          first && last
            ? [first, last]
                .map(
                  ({ year, D, xPx }) =>
                    `${schoolYear(year)}: D ${format(D)}, ${t('institutions.isolation-short')} ${format(xPx)}`,
                )
                .join('; ')
            : undefined
        }
        reserve={140}
        series={series}
        format={format}
        formatX={schoolYear}
        selectedX={answer.year}
        onSelectX={(year) => change.view({ year })}
      />
    </section>
  );
}
