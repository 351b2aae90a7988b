import { indicatorValues, yearsOfIndicator } from '#model/aggregate.ts';
import type { Level, Study } from '#model/study.ts';
import type { Shown } from './shown.ts';

/** One year of an indicator: the city, and every area of the vintage of that year. */
export interface CourseYear {
  readonly year: number;
  readonly level: Level;
  readonly city: number;
  readonly values: Float64Array;
}

const remembered = new WeakMap<Study, Map<string, readonly CourseYear[]>>();

/** All years of the shown indicator at the shown family of levels; read once for a Study. */
export function courseOf({ study, indicator, level }: Shown): readonly CourseYear[] {
  let known = remembered.get(study);
  if (!known) {
    known = new Map();
    remembered.set(study, known);
  }
  const key = `${level.family} ${indicator.id}`;
  let course = known.get(key);
  if (!course) {
    course = yearsOfIndicator(study, level.family, indicator).flatMap(({ year, level: home }) => {
      const data = indicatorValues(study, home.id, indicator.id, year);
      return data ? [{ year, level: home, city: data.city, values: data.values }] : [];
    });
    known.set(key, course);
  }
  return course;
}
