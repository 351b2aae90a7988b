import type { Descriptor } from './descriptor.ts';
import type { ProblemList } from './problemList.ts';

export const descriptorFile = 'datapackage.json';

/** Ids used inside the descriptor must exist there, once. */
export function checkReferences(descriptor: Descriptor, problems: ProblemList): void {
  const { quartierlupe: own, resources } = descriptor;
  const where = { file: descriptorFile };
  const declare = (kind: string, ids: readonly string[]): ReadonlySet<string> => {
    const known = new Set<string>();
    for (const id of ids) {
      if (known.has(id)) problems.add('id-duplicate', { id, kind }, where);
      known.add(id);
    }
    return known;
  };
  const resourceNames = declare(
    'resource',
    resources.map((resource) => resource.name),
  );
  const families = declare(
    'family',
    own.families.map(({ id }) => id),
  );
  const levels = declare(
    'level',
    own.levels.map(({ id }) => id),
  );
  const variables = declare(
    'variable',
    own.variables.map(({ id }) => id),
  );
  const sources = declare(
    'source',
    own.sources.map(({ id }) => id),
  );
  declare(
    'indicator',
    own.indicators.map(({ id }) => id),
  );
  const groups = declare(
    'group',
    own.groups.map(({ id }) => id),
  );
  const forms = declare('form', own.institutions?.forms.map(({ id }) => id) ?? []);
  declare('provider', own.institutions?.providers.map(({ id }) => id) ?? []);

  const need = (kind: string, known: ReadonlySet<string>, id: string, path: string): void => {
    if (!known.has(id)) problems.add('reference-unknown', { id, kind, path }, where);
  };
  own.levels.forEach((level, i) => {
    need('family', families, level.family, `levels[${i}].family`);
    need('resource', resourceNames, level.resource, `levels[${i}].resource`);
    if (level.parent) need('level', levels, level.parent.level, `levels[${i}].parent.level`);
    if (level.source) need('source', sources, level.source, `levels[${i}].source`);
  });
  checkCycles(own.levels, problems);
  own.variables.forEach((variable, i) => {
    for (const id of [variable.source, ...(variable.otherSources ?? [])])
      need('source', sources, id, `variables[${i}].source`);
    if (variable.weight) need('variable', variables, variable.weight, `variables[${i}].weight`);
    if (variable.averagedBy) need('variable', variables, variable.averagedBy, `variables[${i}].averagedBy`);
    if (variable.estimated)
      need('variable', variables, variable.estimated.of, `variables[${i}].estimated.of`);
  });
  own.observations.forEach((table, i) => {
    need('level', levels, table.level, `observations[${i}].level`);
    need('resource', resourceNames, table.resource, `observations[${i}].resource`);
  });
  own.indicators.forEach((indicator, i) => {
    const { measure } = indicator;
    const used =
      measure.kind === 'value' ? [measure.variable] : [...measure.numerator, ...measure.denominator];
    for (const id of used) need('variable', variables, id, `indicators[${i}].measure`);
    for (const id of [indicator.source, ...(indicator.otherSources ?? [])])
      need('source', sources, id, `indicators[${i}].source`);
  });
  own.groups.forEach((group, i) => {
    if (group.scope === 'residents') {
      need('variable', variables, group.count, `groups[${i}].count`);
      need('variable', variables, group.universe, `groups[${i}].universe`);
    }
    if (group.residentTwin) need('group', groups, group.residentTwin, `groups[${i}].residentTwin`);
  });
  if (own.institutions) need('resource', resourceNames, own.institutions.resource, 'institutions.resource');
  for (const id of own.institutions?.sources ?? []) need('source', sources, id, 'institutions.sources');
  if (own.compositions) need('resource', resourceNames, own.compositions.resource, 'compositions.resource');
  own.catchments.forEach((catchment, i) => {
    need('resource', resourceNames, catchment.resource, `catchments[${i}].resource`);
    need('form', forms, catchment.form, `catchments[${i}].form`);
  });
  if (own.programmes) {
    need('resource', resourceNames, own.programmes.resource, 'programmes.resource');
    need('level', levels, own.programmes.level, 'programmes.level');
  }
  own.crosswalks.forEach((crosswalk, i) => {
    need('resource', resourceNames, crosswalk.resource, `crosswalks[${i}].resource`);
    need('level', levels, crosswalk.from, `crosswalks[${i}].from`);
    need('level', levels, crosswalk.to, `crosswalks[${i}].to`);
  });
  own.editions.forEach((edition, i) => {
    need('level', levels, edition.level, `editions[${i}].level`);
    if (!edition.official) return;
    need('variable', variables, edition.official.status, `editions[${i}].official.status`);
    need('variable', variables, edition.official.dynamics, `editions[${i}].official.dynamics`);
  });
  if (own.context) need('resource', resourceNames, own.context.resource, 'context.resource');
}

/** A level above itself would never end. */
function checkCycles(levels: Descriptor['quartierlupe']['levels'], problems: ProblemList): void {
  const parents = new Map(levels.map((level) => [level.id, level.parent?.level]));
  for (const { id } of levels) {
    let above = parents.get(id);
    for (let steps = 0; above !== undefined && steps <= levels.length; steps++) {
      if (above === id) {
        problems.add('level-cycle', { level: id }, { file: descriptorFile });
        return;
      }
      above = parents.get(above);
    }
  }
}
