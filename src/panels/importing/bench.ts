import type { DisclosureProfile } from '#disclosure/profile.ts';
import { hidesNothing, rulesOf } from '#disclosure/profiles.ts';
import { proposedProfile } from '#disclosure/smallNumbers.ts';
import { hostOf } from '#import/formats/services/requests.ts';
import type { ImportPlan } from '#import/plan/plan.ts';
import { citing } from '#import/recipe/renew/renewSources.ts';
import type { ChosenColumns, CitedSources } from '#import/recipe/renewal.ts';
import { type Problem, problem, type Result } from '#model/result.ts';
import {
  draftChanged,
  filesHandedIn,
  filesInspected,
  importLeft,
  planChanged,
} from '#state/actions/draft.ts';
import { sessionChanged } from '#state/actions/session.ts';
import { studyKeysInUse, studyOpened } from '#state/actions/study.ts';
import type { ImportDraft, ImportJob, Openable } from '#state/draft.ts';
import type { RecipeOffer } from '#state/offer.ts';
import type { Store } from '#state/store.ts';
import type { RunOptions, WorkerClient } from '#worker/client.ts';
import type { ImportFile, Inspected, JobInput, JobName, JobOutput } from '#worker/jobs.ts';
import type { Effect } from '../disclosure/EffectPreview.tsx';
import { hostsOf, loadRecipe } from './catalogue/catalogue.ts';
import { protectionQuestion } from './questions.ts';
import { readRecipeFile } from './readRecipeFile.ts';

export type PlanChange = (plan: ImportPlan) => ImportPlan;

/** What the wizard can have done by the worker. One job runs at a time; the review runs beside, for the newest plan. */
export interface Bench {
  add(files: readonly ImportFile[]): void;
  /** Reads what has been handed in; called again when a job has ended. */
  readIncoming(): Promise<void>;
  /** Opens the first of what was found to be no raw data, and leaves the import for it. */
  openFound(): Promise<void>;
  /** Takes it for files of an office all the same. */
  readFound(): Promise<void>;
  passFound(): void;
  /** Begins with the files and decisions of the study whose import is opened again. */
  reopen(): Promise<void>;
  /** Changes the plan; changes in a row about the same thing are undone together. */
  edit(change: PlanChange, about?: string | null): void;
  /** Reads everything again with the decisions of the plan; `change` takes effect once that is done. */
  readAgain(change?: PlanChange): Promise<void>;
  remove(paths: readonly string[]): Promise<void>;
  review(): Promise<void>;
  findNames(table: string): Promise<void>;
  /** Looks for small numbers, and proposes by them what may be shown. */
  findSmall(): Promise<void>;
  /** What a profile would hide; null where the plan cannot be built, which is said then. */
  guardEffect(profile: DisclosureProfile, options: RunOptions): Promise<Effect | null>;
  describe(address: string): Promise<void>;
  /** `whole`: however many features it has. */
  loadLayer(layer: string, whole?: boolean): Promise<void>;
  renew(columns?: ChosenColumns): Promise<void>;
  /** Writes what is cited of a source from now on. */
  cite(source: string, change: CitedSources[string]): void;
  /** Takes a recipe of the catalogue, and loads what it names of services. */
  takeOffer(offer: RecipeOffer): Promise<void>;
  /** Asks the services again. */
  loadOffered(): Promise<void>;
  /** Goes on without the recipe, with the files that are there. */
  leaveOffer(): void;
  adopt(): Promise<void>;
  replay(): Promise<void>;
  cancel(): void;
  leave(): void;
}

/** Files being read for a plan, and what has been decided about it since. */
interface Reading {
  plan: ImportPlan | null;
  since: PlanChange[];
}

/** What the wizard leaves to the app around it. */
export interface Desk {
  /** Takes out of what was handed in whatever is opened rather than imported. */
  sort(files: readonly ImportFile[]): Promise<{
    readonly openables: readonly Openable[];
    readonly files: readonly ImportFile[];
  }>;
  /** False where it could not be opened, which is said then; what was open stays. */
  open(openable: Openable): Promise<boolean>;
}

const plainDesk: Desk = {
  sort: async (files) => ({ openables: [], files }),
  open: async () => false,
};

export function createBench(store: Store, client: WorkerClient, desk: Desk = plainDesk): Bench {
  let running: AbortController | null = null;
  let reviewing: AbortController | null = null;
  let reading: Reading | null = null;
  const draft = (): ImportDraft | null => store.getState().draft;
  const change = (part: Partial<ImportDraft>): void => store.setState((state) => draftChanged(state, part));

  /** Runs a job with progress and a way out; null when it was cancelled or failed, which is said then. */
  const run = async <N extends JobName>(
    name: N,
    input: JobInput<N>,
    job: Omit<ImportJob, 'part'>,
  ): Promise<JobOutput<N> | null> => {
    running?.abort();
    const controller = new AbortController();
    running = controller;
    change({ job: { ...job, part: null }, problems: [], notes: [] });
    try {
      return await client.run(name, input, {
        signal: controller.signal,
        onProgress: (done, of) => {
          if (running === controller && of > 0) change({ job: { ...job, part: Math.min(1, done / of) } });
        },
      });
    } catch (error) {
      if (running === controller && !controller.signal.aborted) fail([unexpected(error)]);
      return null;
    } finally {
      if (running === controller) {
        running = null;
        change({ job: null });
      }
    }
  };
  const fail = (problems: readonly Problem[]): void => change({ problems });

  /** The value of a result; its problems are shown, what there was stays. */
  const accepted = <T>(result: Result<T> | null): T | null => {
    if (!result) return null;
    if (!result.ok) {
      fail(result.problems);
      return null;
    }
    change({ notes: result.notes });
    return result.value;
  };
  /** Takes over what a job has read for a plan. What was decided while it read is decided about the new plan too. */
  const read = async (
    plan: ImportPlan | null,
    job: () => Promise<Result<Inspected> | null>,
  ): Promise<boolean> => {
    const mine: Reading = { plan, since: [] };
    reading = mine;
    const found = accepted(await job());
    if (reading === mine) reading = null;
    if (!found) return false;
    const { import: key, inspection } = found;
    const decided = mine.since.reduce((now, one) => one(now), found.plan);
    store.setState((state) => filesInspected(state, { key, inspection, plan: decided }));
    return true;
  };
  const inspect = async (
    files: readonly ImportFile[],
    { plan = draft()?.plan ?? null, without = [] as readonly string[] } = {},
  ): Promise<boolean> => {
    const key = draft()?.key ?? null;
    const input = { import: key, files, plan, without };
    const subject = files.length === 1 ? (files[0]?.path ?? '') : '';
    return read(plan, () => run('inspect', input, { kind: 'read', subject }));
  };
  const open = (
    result: JobOutput<'adopt'> | null,
    key: string,
    disclosure: ImportDraft['disclosure'],
  ): void => {
    if (!result || !draft()) return;
    if (!result.ok) {
      fail(result.problems);
      return;
    }
    const { recipe, ...opened } = result.value;
    store.setState((state) => {
      const study = { ...opened, notes: result.notes, recipe, disclosure, own: true };
      const { indicators, institutions } = opened.study;
      // Without anything to colour areas by there are still the institutions.
      const task = indicators.length === 0 && institutions.length > 0 ? 'institutions' : 'explore';
      const shown = studyOpened(importLeft(state), study, { task }, 'adopted');
      const city = opened.study.title[state.session.language];
      return sessionChanged(shown, { message: { key: 'adopted', params: { city } } });
    });
    void client.run('forget', { import: key }).catch(() => {});
  };

  /** The files have their own step: what is dropped into a later one and cannot be read is told there. */
  const tellUnread = (paths: readonly string[]): void => {
    const now = draft();
    if (!now || now.step === 'files') return;
    const unread = now.inspection?.files.filter((one) => paths.includes(one.path)) ?? [];
    const problems = unread.flatMap((one) => one.problems);
    if (problems.length > 0) change({ problems });
  };

  let isSorting = false;
  const sort = async (incoming: readonly ImportFile[]) => {
    const { openables, files } = await desk.sort(incoming);
    return { openables, ...(await readRecipeFile(files)) };
  };
  const take = async (files: readonly ImportFile[]): Promise<void> => {
    const hasRead = files.length === 0 || (await inspect(files));
    if (hasRead) tellUnread(files.map(({ path }) => path));
    if (hasRead && draft()?.recipe && draft()?.key) await bench.renew();
  };

  const bench: Bench = {
    add(files) {
      store.setState((state) => filesHandedIn(state, files));
    },
    async readIncoming() {
      const { incoming, job } = draft() ?? {};
      if (!incoming || incoming.length === 0 || job || isSorting) return;
      change({ incoming: [] });
      isSorting = true;
      const sorted = await sort(incoming).finally(() => {
        isSorting = false;
      });
      const { openables = [] } = draft() ?? {};
      change({ openables: [...openables, ...sorted.openables] });
      if (sorted.recipe) change({ recipe: sorted.recipe, renewal: null });
      await take(sorted.files);
      // Handed in while these were sorted, when nothing was heard of them.
      void bench.readIncoming();
    },
    async openFound() {
      const [first] = draft()?.openables ?? [];
      if (!first) return;
      const isOpen = await desk.open(first);
      if (isOpen) bench.leave();
      else bench.passFound();
    },
    async readFound() {
      const [first] = draft()?.openables ?? [];
      if (!first) return;
      bench.passFound();
      await take(first.files);
    },
    passFound() {
      change({ openables: draft()?.openables.slice(1) ?? [] });
    },
    async reopen() {
      const { reopening: study, job } = draft() ?? {};
      if (!study || job) return;
      const disclosure = store.getState().study?.disclosure ?? null;
      change({ reopening: null });
      const found = accepted(await run('reopen', { study }, { kind: 'read', subject: '' }));
      if (!found) {
        // Cancelled: back to the city. A failure stays to be read.
        if (draft()?.problems.length === 0) bench.leave();
        return;
      }
      const { import: key, answered, recipe, inspection, plan } = found;
      store.setState((state) =>
        draftChanged(filesInspected(state, { key, inspection, plan }), {
          answered,
          disclosure,
          ...(recipe ? { recipe: { name: recipe.title.de, value: recipe } } : {}),
        }),
      );
      if (recipe) await bench.renew();
    },
    edit(edit, about = null) {
      const { plan } = draft() ?? {};
      if (!plan) return;
      store.setState((state) => planChanged(state, edit(plan), about));
      if (!reading) return;
      reading.plan &&= edit(reading.plan);
      reading.since.push(edit);
    },
    async readAgain(edit) {
      const plan = reading?.plan ?? draft()?.plan ?? null;
      await inspect([], { plan: edit && plan ? edit(plan) : plan });
    },
    async remove(paths) {
      await inspect([], { without: paths });
    },
    async review() {
      const { key, plan } = draft() ?? {};
      if (!key || !plan) return;
      reviewing?.abort();
      const controller = new AbortController();
      reviewing = controller;
      change({ reviewing: true });
      try {
        const value = await client.run('review', { import: key, plan }, { signal: controller.signal });
        // A plan changed meanwhile waits for its own.
        if (reviewing === controller) change({ review: { plan, value }, reviewing: draft()?.plan !== plan });
      } catch (error) {
        if (reviewing !== controller || controller.signal.aborted) return;
        change({ reviewing: false });
        fail([unexpected(error)]);
      }
    },
    async findNames(table) {
      const { key, plan } = draft() ?? {};
      if (!key || !plan) return;
      const found = await run(
        'nameProposals',
        { import: key, plan, table },
        { kind: 'names', subject: table },
      );
      if (found) change({ names: { ...draft()?.names, [table]: found } });
    },
    async findSmall() {
      const { key, plan } = draft() ?? {};
      if (!key || !plan) return;
      const found = await run(
        'smallNumbers',
        { import: key, plan },
        { kind: 'protect', subject: plan.title },
      );
      const value = found?.ok ? found.value : null;
      change({ protection: { plan, value } });
      const now = draft();
      if (!value || !now || now.answered.includes(protectionQuestion) || now.disclosureOpen) return;
      const proposed = proposedProfile(value);
      change({ disclosure: hidesNothing(proposed) ? null : rulesOf(proposed) });
    },
    async guardEffect(disclosure, options) {
      const { key, plan } = draft() ?? {};
      if (!key || !plan) return null;
      const found = await client.run('guardPlan', { import: key, plan, disclosure }, options);
      if (found.ok) return found.value;
      fail(found.problems);
      return null;
    },
    async describe(address) {
      const service = accepted(
        await run('describeService', { address }, { kind: 'describe', subject: hostOf(address) }),
      );
      if (service) change({ service });
    },
    async loadLayer(layer, whole = false) {
      const { key = null, plan = null, service } = draft() ?? {};
      if (!service) return;
      const input = { import: key, service, layer, plan, whole };
      await read(plan, () => run('loadLayer', input, { kind: 'load', subject: layer }));
    },
    async renew(columns = draft()?.renewal?.columns ?? {}) {
      const { key, recipe } = draft() ?? {};
      if (!key || !recipe) return;
      const input = { import: key, recipe: recipe.value, columns };
      const result = await run('renew', input, { kind: 'renew', subject: recipe.name });
      if (!result) return;
      const { cited = {} } = draft()?.renewal ?? {};
      if (result.ok) change({ renewal: { value: result.value, notes: result.notes, columns, cited } });
      else change({ problems: result.problems, renewal: null });
    },
    cite(source, cited) {
      const { renewal } = draft() ?? {};
      if (!renewal) return;
      const before = renewal.cited ?? {};
      change({ renewal: { ...renewal, cited: { ...before, [source]: { ...before[source], ...cited } } } });
    },
    async takeOffer(offer) {
      store.setState((state) =>
        draftChanged(draft() ? state : filesHandedIn(state, []), {
          offer,
          recipe: null,
          renewal: null,
          problems: [],
          notes: [],
        }),
      );
      try {
        const value = await loadRecipe(offer);
        if (draft()?.offer !== offer) return;
        change({ recipe: { name: offer.path, value } });
      } catch (error) {
        fail([unexpected(error)]);
        return;
      }
      if (offer.files.some(({ from }) => from)) await bench.loadOffered();
      else if (draft()?.key) await bench.renew();
    },
    async loadOffered() {
      const { key = null, recipe, offer } = draft() ?? {};
      if (!recipe || !offer) return;
      const input = { import: key, recipe: recipe.value };
      const hasRead = await read(null, () =>
        run('loadSources', input, { kind: 'describe', subject: hostsOf(offer).join(', ') }),
      );
      const { notes = [], problems = [] } = draft() ?? {};
      if (hasRead) await bench.renew();
      // What could not be had of the services stays said.
      change({
        notes,
        problems: [...problems, ...(draft()?.problems ?? []).filter((one) => !problems.includes(one))],
      });
    },
    leaveOffer() {
      change({ offer: null, recipe: null, renewal: null, problems: [], notes: [] });
    },
    async adopt() {
      const { key, plan, disclosure = null, answered } = draft() ?? {};
      if (!key || !plan) return;
      const input = { import: key, plan, disclosure, answered, keep: studyKeysInUse(store.getState()) };
      open(await run('adopt', input, { kind: 'adopt', subject: plan.title }), key, disclosure);
    },
    async replay() {
      const { key, renewal, disclosure = null } = draft() ?? {};
      if (!key || !renewal) return;
      const recipe = citing(renewal.value.recipe, renewal.cited);
      const input = { import: key, recipe, disclosure, keep: studyKeysInUse(store.getState()) };
      open(await run('replay', input, { kind: 'adopt', subject: recipe.title.de }), key, disclosure);
    },
    cancel() {
      running?.abort();
    },
    leave() {
      const key = draft()?.key;
      running?.abort();
      reviewing?.abort();
      store.setState(importLeft);
      if (key) void client.run('forget', { import: key }).catch(() => {});
    },
  };
  return bench;
}

function unexpected(error: unknown): Problem {
  return problem('unexpected', { reason: error instanceof Error ? error.message : String(error) });
}
