import type { Group, Indicator, Level, Study } from '#model/study.ts';
import type { LocalText } from '#model/text.ts';
import { sourceText } from './sourceText.ts';

type Figure = Pick<Indicator, 'source' | 'otherSources'>;

/** Sources of indicators as they are shown on areas: those of all their figures, then that of the outlines. */
export function indicatorSources(
  study: Study,
  indicators: readonly (Figure | undefined)[],
  level: Level | undefined,
): LocalText {
  return sourceText(study, [...indicators.flatMap(sourcesOf), level?.source]);
}

/** Sources of a group of residents, of the whole it is part of, and of the outlines. */
export function groupSources(
  study: Study,
  { count, universe }: Pick<Group, 'count' | 'universe'>,
  level: Level | undefined,
): LocalText {
  const variable = (id: string) => study.variables.find((one) => one.id === id);
  return sourceText(study, [...[variable(count), variable(universe)].flatMap(sourcesOf), level?.source]);
}

function sourcesOf(figure: Figure | undefined): readonly string[] {
  return figure ? [figure.source, ...(figure.otherSources ?? [])] : [];
}
