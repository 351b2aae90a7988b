import { openPack } from '#import/pack/openPack.ts';
import { packFiles } from '#import/pack/packFiles.ts';
import type { FileSource } from '#import/pack/source.ts';
import { fromFiles } from '#import/pack/sources/fromFiles.ts';
import { fromUrl } from '#import/pack/sources/fromUrl.ts';
import { fromZip } from '#import/pack/sources/fromZip.ts';
import { assessInstitutions } from '#institutions/assess.ts';
import { beginComparison } from '#measuring/comparison.ts';
import { decompose } from '#measuring/decomposition.ts';
import { beginLocal } from '#measuring/local.ts';
import { beginMeasure } from '#measuring/measure.ts';
import { createMeasureCache } from '#measuring/measureCache.ts';
import { profileOf } from '#measuring/profile.ts';
import type { StagedStepper } from '#measuring/stages.ts';
import { beginUncertainty } from '#measuring/uncertainty.ts';
import { type Result, succeed } from '#model/result.ts';
import type { Study } from '#model/study.ts';
import type { NeedRequest } from '#monitoring/answer.ts';
import { editionsOf } from '#monitoring/editions.ts';
import { assessNeed } from '#monitoring/need.ts';
import { primaryExposure } from '#monitoring/primaryExposure.ts';
import { profileById } from '#monitoring/profiles/catalog.ts';
import { beginStability, defaultStability } from '#monitoring/stability.ts';
import type { JobContext, Workshop } from './host.ts';
import type { JobName, PackOrigin } from './jobs.ts';
import { runInPortions } from './portions.ts';
import { Shelf } from './shelf.ts';

type Exposure = ReadonlyMap<string, number>;

/** Calls a bench whose code comes when the first of its jobs is asked for. */
function later<Bench extends Partial<Workshop>>(load: () => Promise<Bench>) {
  let bench: Promise<Bench> | null = null;
  return <N extends keyof Bench & JobName>(job: N): Workshop[N] =>
    (async (input: never, context: JobContext) => {
      bench ??= load();
      const work = (await bench)[job] as (input: never, context: JobContext) => unknown;
      return work(input, context);
    }) as unknown as Workshop[N];
}

/** The real work behind the jobs. Keeps the last two studies opened, so that answers under way can still be given, and those said to be in use. */
export function createWorkshop(
  now: () => number = () => performance.now(),
  shelf: Shelf = new Shelf(now),
): Workshop {
  const exposures = new WeakMap<Study, Map<string, Exposure | null>>();
  const cache = createMeasureCache();
  const studyOf = (key: string): Study => shelf.study(key);
  const exposureOf = (study: Study, request: NeedRequest): Exposure | null => {
    const profile = profileById(request.profile);
    const edition = profile && editionsOf(study, profile).find((one) => one.year === request.edition);
    if (!edition) return null;
    let known = exposures.get(study);
    if (!known) {
      known = new Map();
      exposures.set(study, known);
    }
    const key = `${edition.level} ${edition.dataYear}`;
    const found = known.get(key);
    if (found !== undefined) return found;
    const exposure = primaryExposure(study, edition.level, edition.dataYear);
    known.set(key, exposure);
    return exposure;
  };

  /** Runs a stepper, letting others have their turn, and giving away what is known at every mark on the way. */
  const finishStaged = async <R>(stepper: StagedStepper<R>, context: JobContext): Promise<R> => {
    const { marks } = stepper;
    const offer = (): void => context.offer(stepper.result());
    await runInPortions(stepper, { marks, now, pause: context.pause, offer });
    return stepper.result();
  };

  const importing = later(async () => (await import('./importing.ts')).createImportBench(shelf));
  const projects = later(async () => (await import('./projects.ts')).createProjectBench(shelf));

  return {
    async open(origin, { pause }) {
      const source = await sourceOf(origin);
      if (!source.ok) return source;
      const result = await openPack(source.value);
      if (!result.ok) return result;
      const { value } = source;
      const materials = { recipe: null, files: () => packFiles(value) };
      return succeed(
        await shelf.adopt(result.value, {
          keep: origin.keep,
          materials,
          disclosure: origin.disclosure ?? result.value.disclosure ?? null,
          pause,
        }),
        result.notes,
      );
    },
    guard: ({ study, disclosure, keep }, { pause }) => shelf.guard(study, disclosure, keep, pause),
    guardReport: ({ study, disclosure }, { pause }) => shelf.guardReport(study, disclosure, pause),
    inspect: importing('inspect'),
    review: importing('review'),
    nameProposals: importing('nameProposals'),
    smallNumbers: importing('smallNumbers'),
    guardPlan: importing('guardPlan'),
    adopt: importing('adopt'),
    reopen: importing('reopen'),
    renew: importing('renew'),
    replay: importing('replay'),
    importFiles: importing('importFiles'),
    forget: importing('forget'),
    describeService: importing('describeService'),
    loadLayer: importing('loadLayer'),
    loadSources: importing('loadSources'),
    saveProject: projects('saveProject'),
    madeBy: projects('madeBy'),
    openProject: projects('openProject'),
    measure: ({ study, request }, context) =>
      finishStaged(beginMeasure(studyOf(study), request, cache), context),
    uncertainty: ({ study, request }, context) =>
      finishStaged(beginUncertainty(studyOf(study), request, cache), context),
    local: ({ study, request }, context) => finishStaged(beginLocal(studyOf(study), request, cache), context),
    profile: ({ study, request }) => profileOf(studyOf(study), request, cache),
    decomposition: ({ study, request }) => decompose(studyOf(study), request, cache),
    comparison({ study, request }, context) {
      const other = request.other === null ? null : studyOf(request.other);
      const stepper = beginComparison(studyOf(study), other, request, cache);
      // The two measurements are there at once.
      if (stepper.total > 0) context.offer(stepper.result());
      return finishStaged(stepper, context);
    },
    institutions: ({ study, request }) => assessInstitutions(studyOf(study), request),
    need({ study: key, request }) {
      const study = studyOf(key);
      return assessNeed(study, request, { exposure: exposureOf(study, request) });
    },
    async stability({ study: key, request }, context) {
      const study = studyOf(key);
      const begun = beginStability(study, request, defaultStability, exposureOf(study, request));
      if (!begun.ok) return begun;
      await runInPortions(begun.value, { now, pause: context.pause });
      return succeed(begun.value.result(), begun.notes);
    },
  };
}

async function sourceOf(origin: PackOrigin): Promise<Result<FileSource>> {
  switch (origin.kind) {
    case 'url':
      return succeed(fromUrl(origin.base, fetch.bind(globalThis)));
    case 'zip':
      return fromZip(origin.bytes, origin.name);
    case 'files':
      return succeed(fromFiles(origin.files, origin.name));
  }
}
