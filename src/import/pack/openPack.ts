import * as v from 'valibot';
import { fail, type Problem, type Result, succeed } from '#model/result.ts';
import type { Observations, Study } from '#model/study.ts';
import { joinedTexts } from '#model/text.ts';
import { checkReferences, descriptorFile } from './checkReferences.ts';
import { type Descriptor, descriptorSchema } from './descriptor.ts';
import { namedProblems } from './namedProblems.ts';
import { ProblemList } from './problemList.ts';
import { readCompositions, readInstitutions } from './readInstitutions.ts';
import { readLevels } from './readLevels.ts';
import { checkTotals, readObservations } from './readObservations.ts';
import { PackReader, parseJson, readText } from './readPackFile.ts';
import { readCatchments, readContext, readCrosswalks, readProgrammes } from './readPlaces.ts';
import type { FileSource } from './source.ts';

/**
 * A city pack as a Study, with notes on what was left out – or every problem found in it, with file, row and column.
 * Never throws on what the files contain.
 */
export async function openPack(source: FileSource): Promise<Result<Study>> {
  const problems = new ProblemList();
  const descriptor = await readDescriptor(source, problems);
  if (!descriptor) return fail(...problems.list());
  checkReferences(descriptor, problems);
  const { quartierlupe: own } = descriptor;
  const notes = new ProblemList();
  const named = (list: ProblemList) =>
    namedProblems(list.list(), { ...own, forms: own.institutions?.forms ?? [] });
  const reader = new PackReader(source, descriptor.resources, problems);

  const levels = await readLevels(own.levels, reader, problems, notes);
  const observations = await readObservations(
    own.observations,
    levels,
    own.variables,
    reader,
    problems,
    notes,
  );
  checkTotals(observations, own, levels, problems);
  const institutions = own.institutions
    ? await readInstitutions(own.institutions, reader, problems, notes)
    : [];
  const compositions = own.compositions
    ? await readCompositions(own.compositions, own.groups, institutions, reader, problems, notes)
    : [];
  const catchments = await readCatchments(own.catchments, institutions, reader, problems, notes);
  const programmes = own.programmes ? await readProgrammes(own.programmes, levels, reader, problems) : [];
  const crosswalks = await readCrosswalks(own.crosswalks, levels, reader, problems, notes);
  const context = own.context ? await readContext(own.context, reader, problems) : null;
  checkEditions(own, levels, problems);
  if (problems.size > 0) return fail(...named(problems));

  const study: Study = {
    id: descriptor.name,
    title: own.title,
    notice: own.notice,
    invented: own.invented,
    crs: own.crs,
    families: own.families,
    levels,
    variables: own.variables.map(({ stored: _, ...variable }) => variable),
    indicators: own.indicators,
    groups: own.groups,
    observations: observations.map(({ level, years, columns }): Observations => ({ level, years, columns })),
    forms: own.institutions?.forms ?? [],
    providers: own.institutions?.providers ?? [],
    institutions,
    ...(own.institutions?.sources ? { institutionSources: own.institutions.sources } : {}),
    compositions,
    catchments,
    programmes,
    crosswalks,
    editions: own.editions,
    sources: own.sources,
    context,
    disclosure: own.disclosure ?? null,
  };
  noteEmpty(study, notes);
  return succeed(study, named(notes));
}

async function readDescriptor(source: FileSource, problems: ProblemList): Promise<Descriptor | null> {
  const text = await readText(source, descriptorFile, 'utf-8', problems);
  const json = text === null ? null : parseJson(text, descriptorFile, problems);
  if (!json) return null;
  const checked = v.safeParse(descriptorSchema, json.value);
  if (checked.success) return checked.output;
  for (const found of schemaProblems(checked.issues, descriptorFile)) problems.push(found);
  return null;
}

/** What a valibot schema refuses, as problems: path, expected, found. */
export function schemaProblems(issues: readonly v.BaseIssue<unknown>[], file: string): readonly Problem[] {
  return issues.map((issue) => ({
    code: 'descriptor-invalid',
    params: {
      path: v.getDotPath(issue) ?? '–',
      // A check of the schema's own says what it expects in its message.
      expected: issue.expected ?? (issue.type === 'check' ? issue.message : issue.type),
      found: issue.received.slice(0, 80),
    },
    where: { file },
  }));
}

function checkEditions(
  own: Descriptor['quartierlupe'],
  levels: Study['levels'],
  problems: ProblemList,
): void {
  own.editions.forEach((edition, i) => {
    const level = levels.find((candidate) => candidate.id === edition.level);
    if (!level) return;
    for (const { area } of edition.outliers) {
      if (!level.keys.includes(area))
        problems.add(
          'area-unknown',
          { key: area, level: level.id },
          { file: descriptorFile, column: `editions[${i}].outliers` },
        );
    }
  });
}

/** Declared, but no table has it: nothing to show under that name. */
function noteEmpty(study: Study, notes: ProblemList): void {
  const filled = new Set(study.observations.flatMap((observations) => Object.keys(observations.columns)));
  const empty = study.variables.filter((variable) => !filled.has(variable.id));
  if (empty.length > 0)
    notes.add(
      'variables-empty',
      {
        n: empty.length,
        variables: joinedTexts(
          empty.map(({ name }) => name),
          ', ',
        ),
      },
      { file: descriptorFile },
    );
}
