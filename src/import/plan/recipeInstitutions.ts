import type { RecipeInput } from '../recipe/recipe.ts';
import { slugOf } from './ids.ts';
import type { ImportPlan, InstitutionPlan } from './plan.ts';
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
  const tables = lists.map((list): TableInput => {
    const form = formsOf(list);
    for (const one of form.forms) forms.set(one.id, one);
    const provider = providersOf(list);
    for (const one of provider.providers) providers.set(one.id, one);
    const { position } = list;
    const file = files.list(list.table, list.head, list);
    return {
      file,
      where: [...list.where],
      id: [`{${list.id}}`, `{${list.id}}-{${list.name}}`],
      name: `{${list.name}}`,
      form: form.spec,
      provider: provider.spec,
      ...positionOf(position, files),
      ...(list.capacity === null ? {} : { capacity: list.capacity }),
      ...(list.address === null ? {} : { address: `{${list.address}}` }),
      ...(list.sameBy && list.sameBy.length > 0 ? { dedupe: [...list.sameBy] } : {}),
      ...compositionsOf(list),
    };
  });
  return { forms: [...forms.values()], providers: [...providers.values()], tables };
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

function formsOf({ kind, form, formName, formWords }: InstitutionPlan) {
  const named = (text: string) => ({
    id: slugOf(text) || 'andere',
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
      column: form,
      map: Object.fromEntries(words.map((word) => [word, named(word).id])),
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

function providersOf({ provider, publicWords }: InstitutionPlan) {
  if (provider === null) return { providers: [unknownProvider], spec: { value: unknownProvider.id } };
  return {
    providers: [publicProvider, independentProvider],
    spec: {
      column: provider,
      map: Object.fromEntries(publicWords.map((word) => [word, publicProvider.id])),
      default: independentProvider.id,
    },
  };
}
