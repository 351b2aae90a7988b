import fc from 'fast-check';
import type {
  ImportPlan,
  IndicatorPlan,
  InstitutionPlan,
  LevelPlan,
  TablePlan,
  YearPlan,
} from '#import/plan/plan.ts';
import { oddIds, oddNumbers } from './jsonMutations.ts';

/** Changes of a plan that the wizard could make in a bad hour, part by part. */
export type PlanChange = (plan: ImportPlan) => ImportPlan;

const column = fc.constantFrom(
  'Schlüssel',
  'Stadtteil',
  'Einwohner',
  'Ausländer',
  'Haushalte',
  'Leistungsberechtigte nach SGB II',
  'key',
  'name',
  'bezirk',
  'Schulnummer',
  'Name',
  'lon',
  'lat',
  'davon ndH',
  'Schüler insgesamt',
  ...oddIds,
);
const tables = [
  'stadtteile_2023.geojson',
  'einwohner_2023.csv',
  'sgb2_2023.csv',
  'schulen_2023_24.csv',
] as const;
const table = fc.constantFrom(...tables, ...tables, ...oddIds);
const level = fc.constantFrom('stadtteil', 'stadtteil', 'bezirk', 'bezirk', ...oddIds);
const variable = fc.constantFrom('residents', 'foreigners', 'households', ...oddIds);
const crs = fc.constantFrom('EPSG:4326', 'EPSG:25832', 'EPSG:25833', 'EPSG:31467', ...oddIds);
const number = fc.constantFrom(...oddNumbers);
const numberOrNull = fc.option(number, { nil: null });

const changeLevel = fc
  .record({
    at: fc.nat({ max: 3 }),
    id: fc.option(level, { nil: null }),
    parent: fc.option(fc.record({ level, keyLength: number }), { nil: null }),
    from: fc.option(
      fc.oneof(
        fc.record({
          kind: fc.constant('layer' as const),
          layer: table,
          crs,
          swapped: fc.boolean(),
          key: column,
          name: column,
          pad: numberOrNull,
        }),
        fc.record({
          kind: fc.constant('prefix' as const),
          level,
          keyLength: number,
          names: fc.dictionary(fc.constantFrom('01', '02', ...oddIds), fc.constantFrom('Mitte', ...oddIds)),
        }),
      ),
      { nil: null },
    ),
  })
  .map(
    ({ at, id, parent, from }): PlanChange =>
      on('levels', at, (one: LevelPlan) => ({ ...one, id: id ?? one.id, parent, from: from ?? one.from })),
  );

const moreLevels = fc.nat({ max: 3 }).map(
  (at): PlanChange =>
    (plan) => {
      const one = plan.levels[at % Math.max(1, plan.levels.length)];
      return one ? { ...plan, levels: [...plan.levels, { ...one, vintage: '2010' }] } : plan;
    },
);

/** Each level is the parent of the other. */
const cycle = fc.integer({ min: 0, max: 4 }).map(
  (keyLength): PlanChange =>
    (plan) => ({
      ...plan,
      levels: plan.levels.map((one, i) => ({
        ...one,
        parent: { level: plan.levels[(i + 1) % plan.levels.length]?.id ?? '', keyLength },
        ...(keyLength % 2 === 0
          ? {
              from: {
                kind: 'prefix',
                level: plan.levels[(i + 1) % plan.levels.length]?.id ?? '',
                keyLength,
                names: {},
              },
            }
          : {}),
      })),
    }),
);

const year: fc.Arbitrary<YearPlan> = fc.oneof(
  fc.record({ kind: fc.constant('column' as const), column }),
  fc.record({ kind: fc.constant('fixed' as const), year: numberOrNull }),
  fc.constant({ kind: 'columns' as const }),
);

const condition = fc.record(
  {
    column,
    equals: fc.constantFrom('', '011', ...oddIds),
    in: fc.array(fc.constantFrom('011', ...oddIds), { maxLength: 3 }),
    not: fc.constantFrom('', '011'),
    contains: fc.array(fc.constantFrom('', '0'), { maxLength: 2 }),
    below: number,
    atLeast: number,
  },
  { requiredKeys: ['column'] },
);

const changeTable = fc
  .record(
    {
      at: fc.nat({ max: 5 }),
      table,
      use: fc.constantFrom('areas' as const, 'ignore' as const),
      level,
      head: fc.record({ first: number, last: number }),
      withoutRows: fc.array(number, { maxLength: 4 }),
      where: fc.array(condition, { maxLength: 2 }),
      key: fc.record({
        columns: fc.array(column, { maxLength: 3 }),
        pad: numberOrNull,
        by: fc.constantFrom('key' as const, 'name' as const),
        map: fc.dictionary(fc.constantFrom('11', '011', ...oddIds), fc.constantFrom('011', '012', ...oddIds)),
      }),
      year,
    },
    { requiredKeys: ['at'] },
  )
  .map(({ at, ...rest }): PlanChange => on('tables', at, (one: TablePlan) => ({ ...one, ...rest })));

const figure = {
  role: fc.constantFrom('ignore' as const, 'count' as const, 'share' as const, 'value' as const),
  variable,
  name: fc.constantFrom('Einwohner', ...oddIds),
  unit: fc.constantFrom('persons' as const, 'share' as const, 'number' as const),
  decimal: fc.constantFrom(',', '.', '', 'ab', '\0'),
  thousands: fc.constantFrom('.', ',', '', ' ', 'ab'),
  percent: fc.boolean(),
  marks: fc.array(
    fc.record({
      value: fc.constantFrom('-', '.', '', '1200', '1.200', '__proto__'),
      label: fc.constantFrom('zero', 'secret', 'missing'),
    }),
    { maxLength: 3 },
  ),
  base: fc.option(variable, { nil: null }),
  rounding: numberOrNull,
} as const;

const changeColumn = fc
  .tuple(
    fc.nat({ max: 5 }),
    fc.nat({ max: 8 }),
    fc.record({ ...figure, column, year: numberOrNull }),
    fc.boolean(),
  )
  .map(
    ([at, c, one, added]): PlanChange =>
      on('tables', at, (of: TablePlan) => ({
        ...of,
        columns: added
          ? [...of.columns, one]
          : of.columns.map((before, i) => (i === c % of.columns.length ? one : before)),
      })),
  );

const pivot = fc
  .tuple(
    fc.nat({ max: 5 }),
    fc.record({
      by: fc.array(column, { maxLength: 2 }),
      value: column,
      figures: fc.array(
        fc.record({
          ...figure,
          is: fc.array(fc.constantFrom('Altstadt', '011', '', ...oddIds), { maxLength: 3 }),
        }),
        { maxLength: 3 },
      ),
    }),
  )
  .map(([at, chosen]): PlanChange => on('tables', at, (one: TablePlan) => ({ ...one, pivot: chosen })));

const changeIndicator = fc
  .tuple(
    fc.nat({ max: 5 }),
    fc.oneof(
      fc.record({
        kind: fc.constantFrom('share' as const, 'ratio' as const),
        numerator: fc.array(variable, { maxLength: 2 }),
        denominator: fc.array(variable, { maxLength: 2 }),
      }),
      fc.record({ kind: fc.constant('value' as const), variable }),
    ),
  )
  .map(
    ([at, measure]): PlanChange =>
      on('indicators', at, (one: IndicatorPlan) => ({ ...one, measure, included: true })),
  );

const position: fc.Arbitrary<InstitutionPlan['position']> = fc.oneof(
  fc.record({ kind: fc.constant('coordinates' as const), x: column, y: column, crs }),
  fc.record({
    kind: fc.constant('table' as const),
    table,
    on: column,
    key: column,
    x: column,
    y: column,
    crs,
  }),
  fc.record({ kind: fc.constant('area' as const), level, column, pad: numberOrNull }),
  fc.constant({ kind: 'none' as const }),
);

const changeInstitutions = fc
  .record(
    {
      at: fc.nat({ max: 2 }),
      table,
      use: fc.constantFrom('institutions' as const, 'ignore' as const),
      head: fc.record({ first: number, last: number }),
      where: fc.array(condition, { maxLength: 2 }),
      id: column,
      name: column,
      form: fc.option(column, { nil: null }),
      provider: fc.option(column, { nil: null }),
      publicWords: fc.array(fc.constantFrom('öffentlich', ...oddIds), { maxLength: 2 }),
      position,
      sameBy: fc.array(column, { maxLength: 2 }),
      capacity: fc.option(column, { nil: null }),
      year: numberOrNull,
      total: fc.option(column, { nil: null }),
      counts: fc.dictionary(fc.constantFrom('ndh', ...oddIds), column),
    },
    { requiredKeys: ['at'] },
  )
  .map(
    ({ at, ...rest }): PlanChange => on('institutions', at, (one: InstitutionPlan) => ({ ...one, ...rest })),
  );

const crosswalks = fc
  .array(
    fc.record({
      from: level,
      to: level,
      by: fc.oneof(
        fc.record({
          kind: fc.constant('table' as const),
          table,
          fromColumn: column,
          toColumn: column,
          weightColumn: column,
        }),
        fc.record({
          kind: fc.constant('overlap' as const),
          grid: fc.option(fc.record({ table, x: column, y: column, crs, residents: column }), { nil: null }),
        }),
      ),
    }),
    { maxLength: 2 },
  )
  .map(
    (all): PlanChange =>
      (plan) => ({ ...plan, crosswalks: all }),
  );

const without = fc.constantFrom('levels', 'tables', 'institutions', 'indicators', 'groups', 'crosswalks').map(
  (part): PlanChange =>
    (plan) => ({ ...plan, [part]: [] }),
);

export const planChange: fc.Arbitrary<PlanChange> = fc.oneof(
  changeLevel,
  moreLevels,
  cycle,
  changeTable,
  changeTable,
  changeColumn,
  changeColumn,
  pivot,
  changeIndicator,
  changeInstitutions,
  changeInstitutions,
  crosswalks,
  without,
);

function on<T>(
  part: 'levels' | 'tables' | 'institutions' | 'indicators',
  at: number,
  change: (one: T) => T,
): PlanChange {
  return (plan) => {
    const all = plan[part] as unknown as readonly T[];
    return { ...plan, [part]: all.map((one, i) => (i === at % all.length ? change(one) : one)) };
  };
}
