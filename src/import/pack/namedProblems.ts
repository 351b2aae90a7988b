import type { Problem, ProblemParam } from '#model/result.ts';
import { joinedTexts, type LocalText } from '#model/text.ts';

/** What a pack or a recipe says about its things, as far as they have names. */
export interface Declared {
  readonly families: readonly { readonly id: string; readonly plural: LocalText }[];
  readonly levels: readonly { readonly id: string; readonly family: string; readonly vintage: string }[];
  readonly variables: readonly { readonly id: string; readonly name: LocalText }[];
  readonly forms: readonly { readonly id: string; readonly plural: LocalText }[];
}

type Thing = 'level' | 'variable' | 'form';

/** Parameters of problems that bear an id while files are read, and of what. */
const things: Readonly<Record<string, Thing>> = {
  level: 'level',
  from: 'level',
  to: 'level',
  variable: 'variable',
  base: 'variable',
  form: 'form',
};

/**
 * Problems and notes with names in the place of ids, for readers of both languages. What has no name keeps its id:
 * somebody wrote it so, and will look for it.
 */
export function namedProblems(problems: readonly Problem[], declared: Declared): readonly Problem[] {
  const families = new Map(declared.families.map(({ id, plural }) => [id, plural]));
  const names: Readonly<Record<Thing, ReadonlyMap<string, LocalText>>> = {
    level: new Map(
      declared.levels.map(({ id, family, vintage }) => [
        id,
        joinedTexts([families.get(family) ?? family, vintage].filter(Boolean), ' '),
      ]),
    ),
    variable: new Map(declared.variables.map(({ id, name }) => [id, name])),
    form: new Map(declared.forms.map(({ id, plural }) => [id, plural])),
  };
  const named = (code: string, param: string, value: ProblemParam): ProblemParam => {
    if (typeof value !== 'string') return value;
    const isBase = code === 'estimate-two-bases' && (param === 'first' || param === 'second');
    const thing = isBase ? 'variable' : Object.hasOwn(things, param) ? things[param] : undefined;
    return (thing && names[thing].get(value)) ?? value;
  };
  return problems.map((one) => ({
    ...one,
    params: Object.fromEntries(
      Object.entries(one.params).map(([param, value]) => [param, named(one.code, param, value)]),
    ),
  }));
}
