import type { InspectedLayer } from '../inspect/inspection.ts';
import type { CatchmentPlan, InstitutionPlan } from './plan.ts';
import { yearIn } from './yearsIn.ts';

/** Forms whose schools take the children who live near. */
const takesNeighbours = /grundschul|primarschul|gemeinschaftsschul|volksschul/i;
const first = /grundschul|primarschul/i;

/** Catchments of a layer nobody has said anything about yet. */
export function plainCatchments(layer: InspectedLayer, key?: string): CatchmentPlan {
  return {
    layer: layer.id,
    crs: layer.crs.crs ?? '',
    swapped: layer.crs.swapped,
    key: key ?? layer.keys[0]?.property ?? layer.names[0] ?? '',
    pad: null,
    forms: [],
    publicOnly: true,
    year: yearIn(baseName(layer.file)),
  };
}

/** The forms of schools there are in a plan. */
export function offeredForms(institutions: readonly InstitutionPlan[]): readonly string[] {
  const names = institutions
    .filter(({ use, kind }) => use === 'institutions' && kind === 'school')
    .flatMap(({ form, formName, formWords }) =>
      form === null ? [formName] : [...(formWords ?? []), formName],
    );
  return [...new Set(names)];
}

/** Those of its forms that there still are. */
export function catchmentForms({ forms }: CatchmentPlan, offered: readonly string[]): readonly string[] {
  return forms.filter((name) => offered.includes(name));
}

/** Catchments with the forms that seem to take the children, where none has been said or is left. */
export function withForms(
  catchments: readonly CatchmentPlan[],
  institutions: readonly InstitutionPlan[],
): readonly CatchmentPlan[] {
  const offered = offeredForms(institutions);
  const proposed = offered.length === 1 ? offered : offered.filter((name) => takesNeighbours.test(name));
  const forms = [
    ...proposed.filter((name) => first.test(name)),
    ...proposed.filter((name) => !first.test(name)),
  ];
  return catchments.map((one) => (catchmentForms(one, offered).length > 0 ? one : { ...one, forms }));
}

export function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).replace(/\.[^.]*$/, '');
}
