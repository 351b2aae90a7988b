import { centreArea } from '#measuring/centreArea.ts';
import { measuredIndices } from '#measuring/measureIndex.ts';
import type { Study } from '#model/study.ts';
import { profilesFor } from './needProfile.ts';
import { groupYears, indicatorYears } from './timeline.ts';
import { type Task, tasks, type View } from './view.ts';

/** The view before anything is loaded. */
export const emptyView: View = {
  city: '',
  task: 'explore',
  level: '',
  year: 0,
  indicator: '',
  second: null,
  area: null,
  institution: null,
  classes: { method: 'quantile', count: 6, own: [] },
  programmes: false,
  overlay: 'none',
  group: '',
  reference: 'rest',
  index: 'D',
  measureMap: 'contribution',
  measurePart: 'indices',
  neighbourhood: 'contiguity',
  radius: 1000,
  kernel: 'biweight',
  discovery: true,
  nextDoor: null,
  centre: null,
  compare: 'none',
  compareWith: '',
  kind: 'school',
  form: 'all',
  provider: 'all',
  institutionGroup: '',
  threshold: { method: 'funnel-998', value: 0.2 },
  backdrop: 'areas',
  profile: '',
  edition: 0,
  needMap: 'verdict',
  camera: null,
};

/** What a newly opened city shows: child poverty at the finest level in the newest year, if there is such a thing. */
export function defaultView(study: Study): View {
  const level = study.families[0]?.id ?? '';
  const known = study.indicators.filter((indicator) => indicatorYears(study, level, indicator.id).length > 0);
  const first =
    ['child-poverty', 'sgb2-rate', 'foreigners']
      .map((id) => known.find((one) => one.id === id))
      .find(Boolean) ??
    known[0] ??
    study.indicators[0];
  const indicator = first?.id ?? '';
  const second =
    known.find((one) => one.id === 'asking-rent')?.id ?? known.find((one) => one.id !== indicator)?.id;
  const groups = study.groups.filter((group) => group.scope === 'residents');
  const group = groups.find((one) => one.id === 'foreigners')?.id ?? groups[0]?.id ?? '';
  const edition = study.editions.at(-1);
  const forms = formsWithFigures(study, 'school');
  return {
    ...emptyView,
    city: study.id,
    level,
    indicator,
    // The newest there is: every task shows the nearest year it has figures for.
    year: Math.max(
      indicatorYears(study, level, indicator).at(-1) ?? 0,
      groupYears(study, level, group, 'rest').at(-1) ?? 0,
    ),
    second: second ?? null,
    programmes: study.programmes.length > 0,
    group,
    form: forms[0] ?? 'all',
    institutionGroup: study.groups.find((group) => group.scope === 'institutions')?.id ?? '',
    edition: edition?.year ?? 0,
  };
}

/**
 * Brings a wished view into line with the study: unknown ids give way to the default. The year stays a wish, and each
 * task shows the nearest one it has figures for (`timeline.ts`). Never throws: the wish may come from an old link.
 */
export function reconcile(wished: View, study: Study): View {
  const fallback = defaultView(study);
  const pick = (value: string, known: readonly { readonly id: string }[], otherwise: string) =>
    known.some((one) => one.id === value) ? value : otherwise;
  const level = pick(wished.level, study.families, fallback.level);
  const indicator = pick(wished.indicator, study.indicators, fallback.indicator);
  const residents = study.groups.filter((group) => group.scope === 'residents');
  const group = pick(wished.group, residents, fallback.group);
  const form =
    wished.form === 'all' || study.forms.some((form) => form.id === wished.form && form.kind === wished.kind)
      ? wished.form
      : (formsWithFigures(study, wished.kind)[0] ?? 'all');
  const task: Task = tasks.includes(wished.task) ? wished.task : 'explore';
  const seen = { ...wished, level, group };
  return {
    ...wished,
    task,
    level,
    indicator,
    second:
      wished.second !== null && study.indicators.some((one) => one.id === wished.second)
        ? wished.second
        : null,
    group,
    reference:
      wished.reference !== group && residents.some((one) => one.id === wished.reference)
        ? wished.reference
        : 'rest',
    form,
    institutionGroup: pick(
      wished.institutionGroup,
      study.groups.filter((one) => one.scope === 'institutions'),
      fallback.institutionGroup,
    ),
    index: pick(wished.index, measuredIndices, fallback.index),
    nextDoor: study.indicators.some((one) => one.id === wished.nextDoor) ? wished.nextDoor : null,
    centre: centreArea(study, { family: level, centre: wished.centre }) ? wished.centre : null,
    ...(canCompare(seen, study) ? {} : { compare: 'none' as const, compareWith: '' }),
    edition: wished.edition || fallback.edition,
    profile: pick(wished.profile, profilesFor(study), ''),
    institution: study.institutions.some((one) => one.id === wished.institution) ? wished.institution : null,
  };
}

/** Whether there is such a thing to compare with, other than what is shown. The year is a wish, as everywhere. */
function canCompare({ compare, compareWith, group, level }: View, study: Study): boolean {
  switch (compare) {
    case 'none':
      return compareWith === '';
    case 'group':
      return (
        compareWith !== group &&
        study.groups.some((one) => one.scope === 'residents' && one.id === compareWith)
      );
    case 'year':
      return /^(19|20)\d\d$/.test(compareWith);
    case 'level':
      return compareWith !== level && study.families.some((one) => one.id === compareWith);
    case 'city':
      return compareWith !== '' && compareWith !== study.id;
  }
}

const rememberedForms = new WeakMap<Study, Map<View['kind'], readonly string[]>>();

/** Forms of a kind that have compositions first, then the others; counted once for a Study. */
function formsWithFigures(study: Study, kind: View['kind']): readonly string[] {
  let known = rememberedForms.get(study);
  if (!known) {
    known = new Map();
    rememberedForms.set(study, known);
  }
  let forms = known.get(kind);
  if (!forms) {
    forms = rankForms(study, kind);
    known.set(kind, forms);
  }
  return forms;
}

function rankForms(study: Study, kind: View['kind']): readonly string[] {
  const withFigures = new Set(study.compositions.map((row) => row.institution));
  const rank = new Map<string, number>();
  for (const one of study.institutions) {
    if (withFigures.has(one.id)) rank.set(one.form, (rank.get(one.form) ?? 0) + 1);
  }
  return study.forms
    .filter((form) => form.kind === kind)
    .map((form) => form.id)
    .sort((a, b) => (rank.get(b) ?? 0) - (rank.get(a) ?? 0));
}
