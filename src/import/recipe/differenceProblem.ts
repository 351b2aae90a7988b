import { type Problem, problem } from '#model/result.ts';
import type { LocalText } from '#model/text.ts';
import type { Difference } from './renewal.ts';

/** A difference in a form that is worded like problems and notes; `nameOf` gives variables the name people know. */
export function differenceProblem(
  { kind, file, params }: Difference,
  nameOf: (variable: string) => string | LocalText = (variable) => variable,
): Problem {
  const where = { file };
  switch (kind) {
    case 'column-gone':
      return problem('difference-column-gone', params, where);
    case 'column-new':
      return problem('difference-column-new', params, where);
    case 'column-renamed':
      return problem('difference-column-renamed', params, where);
    case 'areas-gone':
      return problem('difference-areas-gone', params, where);
    case 'areas-new':
      return problem('difference-areas-new', params, where);
    case 'rows':
      return params.what === 'without'
        ? problem('difference-rows-left-out', params, where)
        : problem('difference-rows', params, where);
    case 'sign-new':
      return problem('difference-sign-new', { ...params, kind: `sign-${params.label}` }, where);
    case 'format':
      return params.what === 'numbers'
        ? problem('difference-numbers', params, where)
        : problem('difference-form', { ...params, kind: `form-${params.what}` }, where);
    case 'city-value':
      return problem(
        'difference-city-value',
        { ...params, variable: nameOf(String(params.variable)) },
        where,
      );
  }
}
