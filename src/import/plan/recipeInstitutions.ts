import type { RecipeInput } from '../recipe/recipe.ts';
import { catchmentForms, offeredForms } from './catchmentForms.ts';
import { cityLevel } from './cityLevel.ts';
import { slugOf } from './ids.ts';
import type { CatchmentPlan, ImportPlan, InstitutionPlan, WordTable } from './plan.ts';
import { pluralOf } from './pluralOf.ts';
import type { RecipeFileList } from './recipeFileList.ts';

type Institutions = NonNullable<RecipeInput['institutions']>;
type TableInput = Institutions['tables'][number];

/** The lists of institutions of a plan, with the forms and providers they name. */
export function institutionsOf(plan: ImportPlan, files: RecipeFileList): Institutions | null {
  const lists = plan.institutions.filter(({ use }) => use === 'institutions');
  if (lists.length === 0) return null;
  const forms = new Map<string, Institutions['forms'][number]>();
  const providers = new Map<string, Institutions['providers'][number]>();
  const within = cityLevel(plan.levels)?.id;
  const tables = lists.map((list): TableInput => {
    const form = formsOf(list);
    for (const one of form.forms) forms.set(one.id, one);
    const provider = providersOf(list);
    for (const one of provider.providers) providers.set(one.id, one);
    const { joins: placed = [], ...place } = positionOf(list.position, files);
    const joins = [
      ...placed,
      ...wordJoin(list.form, list.formNames, formTable, files),
      ...wordJoin(list.provider, list.providerNames, providerTable, files),
    ];
    const file = files.list(list.table, list.head, list);
    return {
      file,
      ...(joins.length > 0 ? { joins } : {}),
      where: [...list.where],
      id: [`{${list.id}}`, `{${list.id}}-{${list.name}}`],
      name: `{${list.name}}`,
      form: form.spec,
      provider: provider.spec,
      ...place,
      ...(list.within && within !== undefined ? { within } : {}),
      ...(list.capacity === null ? {} : { capacity: list.capacity }),
      ...(list.address === null ? {} : { address: `{${list.address}}` }),
      ...(list.sameBy && list.sameBy.length > 0 ? { dedupe: [...list.sameBy] } : {}),
      ...compositionsOf(list),
    };
  });
  return { forms: [...forms.values()], providers: [...providers.values()], tables };
}

/** Names under which the tables that say what codes mean stand beside the list. */
const formTable = 'form-words';
const providerTable = 'provider-words';

function wordJoin(
  column: string | null,
  names: WordTable | null | undefined,
  as: string,
  files: RecipeFileList,
): NonNullable<TableInput['joins']> {
  if (column === null || !names) return [];
  return [{ file: files.asFound(names.table), on: column, key: names.key, as }];
}

/** The catchments of schools of a plan; none without schools that could take the children. */
export function catchmentsOf(
  plan: ImportPlan,
  files: RecipeFileList,
): NonNullable<RecipeInput['catchments']> {
  const offered = offeredForms(plan.institutions);
  const lists = plan.institutions.filter(({ use, kind }) => use === 'institutions' && kind === 'school');
  return (plan.catchments ?? []).flatMap((catchment) => {
    const { layer, crs, swapped, key, pad, publicOnly, year } = catchment;
    const ids = catchmentForms(catchment, offered).map(formId);
    const [form] = ids;
    if (form === undefined) return [];
    return [
      {
        file: files.layer(layer, { crs, swapped }),
        key,
        pad: pad ?? 1,
        form,
        // A missing year is asked for; the schema refuses it.
        year: year ?? NaN,
        matchForms: ids,
        ...providersFor(publicOnly, lists),
      },
    ];
  });
}

/** Of lists that do not say who runs their schools, all may be public. */
function providersFor(
  publicOnly: CatchmentPlan['publicOnly'],
  lists: readonly InstitutionPlan[],
): { matchProviders?: string[] } {
  if (!publicOnly || lists.every(({ provider }) => provider === null)) return {};
  const isUnsaid = lists.some(({ provider, providerNames }) => provider === null || providerNames);
  return { matchProviders: isUnsaid ? [publicProvider.id, unknownProvider.id] : [publicProvider.id] };
}

function formId(name: string): string {
  return slugOf(name) || 'andere';
}

function positionOf(position: InstitutionPlan['position'], files: RecipeFileList): Partial<TableInput> {
  switch (position.kind) {
    case 'coordinates':
      return { lon: position.x, lat: position.y, ...crsOf(position.crs) };
    case 'table': {
      const { table, on, key, x, y, crs } = position;
      const file = files.asFound(table, [x, y]);
      return {
        joins: [{ file, on, key, as: 'position' }],
        lon: `position.${x}`,
        lat: `position.${y}`,
        ...crsOf(crs),
      };
    }
    case 'area': {
      const { level, column, pad } = position;
      return { area: { level, column, ...(pad === null ? {} : { pad }) } };
    }
    case 'none':
      return {};
  }
}

function crsOf(crs: string): Partial<TableInput> {
  return crs === 'EPSG:4326' || crs === '' ? {} : { positionCrs: crs };
}

function compositionsOf({ year, total, counts }: InstitutionPlan): Partial<TableInput> {
  if (year === null || total === null) return {};
  return { compositions: [{ year, total, counts: { ...counts } }] };
}

function formsOf({ kind, form, formName, formNames, formWords, formOf = {} }: InstitutionPlan) {
  const named = (text: string) => ({
    id: formId(text),
    kind,
    name: { de: text, en: text },
    plural: { de: pluralOf(text), en: pluralOf(text) },
  });
  if (form === null) {
    const only = named(formName);
    return { forms: [only], spec: { value: only.id } };
  }
  const words = formWords ?? [];
  const others = named(formName);
  return {
    forms: [...words.map(named), others],
    spec: {
      column: formNames ? `${formTable}.${formNames.name}` : form,
      map: Object.fromEntries([
        ...words.map((word) => [word, named(word).id] as const),
        ...Object.entries(formOf)
          .filter(([, name]) => words.includes(name))
          .map(([word, name]) => [word, named(name).id] as const),
      ]),
      default: others.id,
    },
  };
}

const publicProvider = { id: 'public', name: { de: 'öffentlich', en: 'public' }, public: true };
const independentProvider = {
  id: 'independent',
  name: { de: 'freier Träger', en: 'independent' },
  public: false,
};
const unknownProvider = { id: 'unknown', name: { de: 'ohne Angabe', en: 'not stated' }, public: false };

function providersOf({ provider, providerNames, publicWords }: InstitutionPlan) {
  if (provider === null) return { providers: [unknownProvider], spec: { value: unknownProvider.id } };
  const column = providerNames ? `${providerTable}.${providerNames.name}` : provider;
  return {
    providers: [publicProvider, independentProvider, ...(providerNames ? [unknownProvider] : [])],
    spec: {
      column,
      // What the other table does not know is no statement about the provider.
      ...(providerNames ? { rules: [{ where: [{ column, equals: '' }], value: unknownProvider.id }] } : {}),
      map: Object.fromEntries(publicWords.map((word) => [word, publicProvider.id])),
      default: independentProvider.id,
    },
  };
}
