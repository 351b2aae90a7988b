import type { Params, TextKey } from '#i18n/i18n.ts';
import { catchmentForms, offeredForms } from '#import/plan/catchmentForms.ts';
import { familyText } from '#import/plan/familyWords.ts';
import { figureName } from '#import/plan/figureName.ts';
import type { GroupPlan, ImportPlan, IndicatorPlan, TablePlan } from '#import/plan/plan.ts';
import { spoken } from '#import/plan/planText.ts';
import type { ImportDraft, ImportStep } from '#state/draft.ts';
import { sourcesInUse } from './adopt/sourcesInUse.ts';
import { anchor } from './anchor.ts';
import { isLayerLevel } from './edits/levelEdits.ts';
import { unreadOf } from './edits/pruneUnread.ts';
import {
  ambiguousColumns,
  isPlaceAsked,
  placeQuestion,
  protectionQuestion,
  readingQuestion,
} from './questions.ts';
import { ownProblems } from './reviewProblems.ts';

/** Something that has to be said before the import can go on, and where it is said. */
export interface Blocker {
  readonly step: ImportStep;
  readonly text: TextKey;
  readonly params: Params;
  /** Id of the place in the page (`anchor`). */
  readonly at: string;
}

/** All that is missing, in the order of the steps. */
export function blockersOf(draft: ImportDraft): readonly Blocker[] {
  const { plan, inspection } = draft;
  if (!plan || !inspection || inspection.files.length === 0)
    return [blocker('files', 'importing.blocker-no-files', anchor('drop'))];
  return [
    ...ofFiles(draft),
    ...ofAreas(draft, plan),
    ...ofCatchments(draft, plan),
    ...ofColumns(draft, plan),
    ...ofIndicators(plan),
    ...ofJoin(draft, plan),
    ...(draft.disclosureOpen
      ? [blocker('disclosure', 'importing.blocker-disclosure', anchor('disclosure'))]
      : []),
    ...ofProtection(draft),
    ...ofAdopt(draft, plan),
  ];
}

function blocker(step: ImportStep, text: TextKey, at: string, params: Params = {}): Blocker {
  return { step, text, params, at };
}

function ofFiles({ inspection, plan }: ImportDraft): readonly Blocker[] {
  const hasAreas = inspection?.layers.some((layer) => layer.geometry === 'polygon');
  if (hasAreas || (plan && plan.levels.length > 0)) return [];
  return [blocker('files', 'importing.blocker-no-areas', anchor('drop'))];
}

function ofAreas({ answered, inspection }: ImportDraft, plan: ImportPlan): readonly Blocker[] {
  if (plan.levels.length === 0) return [blocker('areas', 'importing.blocker-no-level', anchor('levels'))];
  return plan.levels.flatMap((level) => {
    const found: Blocker[] = [];
    const params = { level: familyText(level.familyPlural || level.id, 'plural') };
    const add = (text: TextKey, ...at: string[]) =>
      found.push(blocker('areas', text, anchor('level', level.id, ...at), params));
    if (level.familyName.trim() === '' || level.familyPlural.trim() === '')
      add('importing.blocker-level-name', 'name');
    if (level.vintage.trim() === '') add('importing.blocker-vintage', 'vintage');
    if (isLayerLevel(level)) {
      const { layer: id, key, crs } = level.from;
      const layer = inspection?.layers.find((one) => one.id === id);
      if (key === '') add('importing.blocker-level-key', 'key');
      if (crs === '') add('importing.blocker-crs', 'crs');
      else if (layer && isPlaceAsked(layer) && !answered.includes(placeQuestion(id)))
        add('importing.blocker-place', 'place');
    }
    return found;
  });
}

/** Without any schools catchments are left out, and nothing has to be said of them. */
function ofCatchments({ answered, inspection }: ImportDraft, plan: ImportPlan): readonly Blocker[] {
  const offered = offeredForms(plan.institutions);
  if (offered.length === 0) return [];
  return (plan.catchments ?? []).flatMap((one) => {
    const found: Blocker[] = [];
    const add = (text: TextKey, field: string) =>
      found.push(blocker('areas', text, anchor('catchment', one.layer, field), { layer: one.layer }));
    const layer = inspection?.layers.find(({ id }) => id === one.layer);
    if (one.key === '') add('importing.blocker-catchment-key', 'key');
    if (one.year === null) add('importing.blocker-catchment-year', 'year');
    if (catchmentForms(one, offered).length === 0) add('importing.blocker-catchment-forms', 'forms');
    if (one.crs === '') add('importing.blocker-catchment-crs', 'crs');
    else if (layer && isPlaceAsked(layer) && !answered.includes(placeQuestion(one.layer)))
      add('importing.blocker-catchment-place', 'place');
    return found;
  });
}

function ofColumns({ answered, inspection }: ImportDraft, plan: ImportPlan): readonly Blocker[] {
  const found: Blocker[] = [];
  for (const table of inspection?.tables ?? []) {
    const params = { table: table.sheet || table.file };
    const add = (text: TextKey, ...at: string[]) =>
      found.push(blocker('columns', text, anchor('table', table.id, ...at), params));
    const areas = plan.tables.find((one) => one.table === table.id && one.use === 'areas');
    if (areas) {
      if (areas.key.columns.length === 0) add('importing.blocker-key', 'key');
      if (lacksYear(areas)) add('importing.blocker-year', 'year');
      if (!readsSomething(areas)) add('importing.blocker-no-columns', 'columns');
    }
    const schools = plan.institutions.find((one) => one.table === table.id && one.use === 'institutions');
    if (schools) {
      if (schools.id === '') add('importing.blocker-institution-id', 'id');
      if (schools.name === '') add('importing.blocker-institution-name', 'name');
      if (schools.total !== null && schools.year === null) add('importing.blocker-year', 'year');
    }
    const open = ambiguousColumns(plan, table).filter(
      (column) => !answered.includes(readingQuestion(table.id, column)),
    );
    if (open.length > 0)
      found.push(
        blocker('columns', 'importing.blocker-reading', anchor('table', table.id, 'reading'), {
          ...params,
          n: open.length,
        }),
      );
  }
  return found;
}

function lacksYear({ year, columns, pivot }: TablePlan): boolean {
  switch (year.kind) {
    case 'column':
      return year.column === '';
    case 'fixed':
      return year.year === null;
    case 'columns':
      return pivot === null && columns.some((column) => column.role !== 'ignore' && column.year === null);
  }
}

function readsSomething({ columns, pivot }: TablePlan): boolean {
  return (pivot ? pivot.figures : columns).some(({ role }) => role !== 'ignore');
}

function ofIndicators(plan: ImportPlan): readonly Blocker[] {
  const found: Blocker[] = [];
  const indicators = plan.indicators.filter((one) => one.included);
  // Areas and schools may come first: figures are added when they are there.
  if (indicators.length === 0 && plan.tables.some(({ use }) => use === 'areas'))
    found.push(blocker('indicators', 'importing.blocker-no-indicator', anchor('indicators')));
  for (const one of [...indicators, ...plan.groups.filter((group) => group.included)]) {
    const at = anchor('scope' in one ? 'group' : 'indicator', one.id);
    if (spoken(one.name, 'de').trim() === '')
      found.push(
        blocker('indicators', 'importing.blocker-no-name', at, { figure: figureName(plan, measuredBy(one)) }),
      );
    const [missing] = unreadOf(plan, one);
    if (missing !== undefined)
      found.push(
        blocker('indicators', 'importing.blocker-unread', at, {
          name: one.name,
          figure: figureName(plan, missing),
        }),
      );
  }
  return found;
}

/** The figure that an indicator or a group counts: how it can be told while it has no name. */
function measuredBy(one: IndicatorPlan | GroupPlan): string {
  if ('scope' in one) return one.count;
  return (one.measure.kind === 'value' ? one.measure.variable : one.measure.numerator[0]) ?? '';
}

function ofJoin({ review }: ImportDraft, plan: ImportPlan): readonly Blocker[] {
  if (!review || review.plan !== plan) return [];
  const unmatched = review.value.tables
    .filter((table) => table.matched === 0)
    .map((table) =>
      blocker('join', 'importing.blocker-unmatched', anchor('join', table.table), { table: table.table }),
    );
  const problems = ownProblems(review.value);
  if (problems.length === 0) return unmatched;
  return [
    ...unmatched,
    blocker('join', 'importing.blocker-problems', anchor('problems'), { n: problems.length }),
  ];
}

function ofProtection({ answered, disclosureOpen, protection }: ImportDraft): readonly Blocker[] {
  if (disclosureOpen || answered.includes(protectionQuestion) || !protection?.value?.small) return [];
  return [blocker('disclosure', 'importing.blocker-protection', anchor('protection'))];
}

function ofAdopt({ inspection }: ImportDraft, plan: ImportPlan): readonly Blocker[] {
  const found: Blocker[] = [];
  if (plan.title.trim() === '') found.push(blocker('adopt', 'importing.blocker-title', anchor('title')));
  const sources = inspection ? sourcesInUse(plan, inspection) : [];
  for (const { source, paths } of sources) {
    if (source.publisher.trim() !== '') continue;
    const at = anchor('publisher', source.id);
    found.push(
      sources.length === 1
        ? blocker('adopt', 'importing.blocker-publisher', at)
        : blocker('adopt', 'importing.blocker-publisher-of', at, { file: paths[0] ?? '' }),
    );
  }
  return found;
}
