import { zipSync } from 'fflate';
import { describe, expect, test, vi } from 'vitest';
import type { InstitutionRequest } from '#institutions/answer.ts';
import { assessInstitutions } from '#institutions/assess.ts';
import type { MeasureAnswer, MeasureRequest } from '#measuring/answer.ts';
import { beginComparison } from '#measuring/comparison.ts';
import { decompose } from '#measuring/decomposition.ts';
import { beginLocal } from '#measuring/local.ts';
import { measure } from '#measuring/measure.ts';
import { profileOf } from '#measuring/profile.ts';
import { beginUncertainty } from '#measuring/uncertainty.ts';
import type { Result } from '#model/result.ts';
import type { NeedRequest } from '#monitoring/answer.ts';
import { assessNeed } from '#monitoring/need.ts';
import { assessStability } from '#monitoring/stability.ts';
import { finish } from '#stats/inference/stepper.ts';
import { createClient } from '#worker/client.ts';
import { createHost, type JobContext } from '#worker/host.ts';
import type { OpenedStudy, PackOrigin } from '#worker/jobs.ts';
import { createWorkshop } from '#worker/workshop.ts';
import { kleinstadtFiles } from '../import/pack/fixturePack.ts';
import { needStudy } from './needStudy.ts';
import { portPair } from './portPair.ts';

const files: PackOrigin = { kind: 'files', name: 'Kleinstadt', files: kleinstadtFiles() };
const unhurried: JobContext = { pause: async () => {}, offer() {} };

const measureRequest: MeasureRequest = {
  family: 'district',
  year: 2020,
  group: 'foreigners',
  reference: 'rest',
  neighbourhood: 'contiguity',
  radius: 1000,
  kernel: 'biweight',
};
const uncertaintyRequest = { ...measureRequest, bootstraps: 0, permutations: 199, seed: 7 };
const institutionRequest: InstitutionRequest = {
  kind: 'school',
  form: 'primary',
  provider: 'all',
  group: 'ndh',
  year: 2020,
  threshold: { method: 'funnel-95', value: 0 },
};

/** On which every step takes long, so that there is a pause after each and everything worth showing is shown. */
function slowClock(): () => number {
  let now = 0;
  return () => {
    now += 100;
    return now;
  };
}

async function opened(workshop = createWorkshop(), origin: PackOrigin = files): Promise<OpenedStudy> {
  return successful(await workshop.open(origin, unhurried));
}

function successful<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.problems.map(({ code }) => code).join());
  return result.value;
}

describe('opening a pack', () => {
  test('from files', async () => {
    const { study, key } = await opened();
    expect(study.id).toBe('kleinstadt');
    expect(study.levels.find(({ id }) => id === 'district')?.keys).toHaveLength(6);
    expect(key).toContain('kleinstadt');
  });

  test('from a zip, also with a folder of its own around it', async () => {
    const entries = Object.fromEntries(kleinstadtFiles().map(({ path, bytes }) => [`paket/${path}`, bytes]));
    const origin: PackOrigin = { kind: 'zip', name: 'kleinstadt.zip', bytes: zipSync(entries) };
    const { study } = await opened(createWorkshop(), origin);
    expect(study).toEqual((await opened()).study);
  });

  test('from an address', async () => {
    const found = new Map(kleinstadtFiles().map(({ path, bytes }) => [path, bytes]));
    const base = 'http://localhost/packs/kleinstadt/';
    vi.stubGlobal('fetch', async (address: string | URL) => {
      const bytes = found.get(String(address).slice(base.length));
      return bytes ? new Response(bytes.slice()) : new Response(null, { status: 404 });
    });
    try {
      const { study } = await opened(createWorkshop(), { kind: 'url', base });
      expect(study).toEqual((await opened()).study);
    } finally {
      vi.unstubAllGlobals();
    }
  });

  test('that is broken gives its problems and no study', async () => {
    const workshop = createWorkshop();
    const broken = await workshop.open({ kind: 'files', name: 'leer', files: [] }, unhurried);
    expect(broken).toMatchObject({ ok: false, problems: [{ code: 'file-missing' }] });
    const zip = await workshop.open({ kind: 'zip', name: 'x.zip', bytes: new Uint8Array(9) }, unhurried);
    expect(zip).toMatchObject({ ok: false, problems: [{ code: 'zip-invalid' }] });
  });

  test('every opening has a key of its own, and those beyond two forget the oldest', async () => {
    const workshop = createWorkshop();
    const keys = [(await opened(workshop)).key, (await opened(workshop)).key, (await opened(workshop)).key];
    expect(new Set(keys).size).toBe(3);
    const ask = (study: string) => () => workshop.measure({ study, request: measureRequest }, unhurried);
    expect(ask(keys[0]!)).toThrow(`invalid study: ${keys[0]}`);
    expect(ask(keys[1]!)).not.toThrow();
    expect(ask(keys[2]!)).not.toThrow();
    expect(ask('nirgends')).toThrow('invalid study: nirgends');
  });

  test('a study still in use is kept beyond those', async () => {
    const workshop = createWorkshop();
    const { key } = await opened(workshop);
    for (let i = 0; i < 3; i++) await opened(workshop, { ...files, keep: [key] } as PackOrigin);
    expect(() => workshop.measure({ study: key, request: measureRequest }, unhurried)).not.toThrow();
    await opened(workshop);
    expect(() => workshop.measure({ study: key, request: measureRequest }, unhurried)).toThrow();
  });

  test('a broken pack forgets none of the open ones', async () => {
    const workshop = createWorkshop();
    const { key } = await opened(workshop);
    for (let i = 0; i < 3; i++) await workshop.open({ kind: 'files', name: 'leer', files: [] }, unhurried);
    expect(() => workshop.measure({ study: key, request: measureRequest }, unhurried)).not.toThrow();
  });
});

describe('the figures are those of the functions themselves', () => {
  test('measure', async () => {
    const workshop = createWorkshop();
    const { key, study } = await opened(workshop);
    const answer = await workshop.measure({ study: key, request: measureRequest }, unhurried);
    expect(answer).toEqual(measure(study, measureRequest));
    expect(answer.indices.find(({ id }) => id === 'D')?.value).toBeGreaterThan(0);
  });

  test('the measurement first as far as counts go, then with places', async () => {
    const workshop = createWorkshop(slowClock());
    const { key } = await opened(workshop);
    const offered: MeasureAnswer[] = [];
    const context: JobContext = {
      ...unhurried,
      offer: (output) => void offered.push(output as MeasureAnswer),
    };
    const answer = await workshop.measure({ study: key, request: measureRequest }, context);
    const indexOf = ({ indices }: MeasureAnswer, id: string) => indices.find((one) => one.id === id);
    const [first] = offered;
    expect(indexOf(first!, 'D')).toEqual(indexOf(answer, 'D'));
    expect(first!.course.map(({ values }) => values.D)).toEqual(answer.course.map(({ values }) => values.D));
    expect(indexOf(first!, 'moran')).toMatchObject({ value: NaN, reason: 'pending' });
    expect(indexOf(offered.at(-1)!, 'moran')).toEqual(indexOf(answer, 'moran'));
    expect(answer.indices.map(({ reason }) => reason)).not.toContain('pending');
  });

  test('uncertainty, in portions with progress', async () => {
    const workshop = createWorkshop(slowClock());
    const { key, study } = await opened(workshop);
    const progress: number[] = [];
    const offered: unknown[] = [];
    const answer = await workshop.uncertainty(
      { study: key, request: uncertaintyRequest },
      {
        pause: async (done) => {
          progress.push(done);
        },
        offer: (output) => {
          offered.push(output);
        },
      },
    );
    expect(answer).toEqual(finish(beginUncertainty(study, uncertaintyRequest)));
    expect(answer.indices.moran!.p).toBeGreaterThan(0);
    expect(progress.at(-1)).toBe(beginUncertainty(study, uncertaintyRequest).total);
    expect(offered.length).toBeGreaterThan(1);
    expect(offered[0]).toMatchObject({ request: uncertaintyRequest, permutations: 0 });
  });

  test('local patterns, profile and decomposition', async () => {
    const workshop = createWorkshop();
    const { key, study } = await opened(workshop);
    const local = { ...measureRequest, second: null, permutations: 99, seed: 7, discovery: true };
    expect(await workshop.local({ study: key, request: local }, unhurried)).toEqual(
      finish(beginLocal(study, local)),
    );
    const profile = { ...measureRequest, radii: [500, 2000] };
    expect(await workshop.profile({ study: key, request: profile }, unhurried)).toEqual(
      profileOf(study, profile),
    );
    const parts = { ...measureRequest, from: null };
    expect(await workshop.decomposition({ study: key, request: parts }, unhurried)).toEqual(
      decompose(study, parts),
    );
  });

  test('a comparison with another study, whose two sides are there at once', async () => {
    const workshop = createWorkshop();
    const { key, study } = await opened(workshop);
    const other = await opened(workshop);
    const request = {
      left: measureRequest,
      right: { ...measureRequest, year: 2019 },
      other: other.key,
      bootstraps: 20,
      permutations: 20,
      seed: 1,
    };
    const offered: unknown[] = [];
    const answer = await workshop.comparison(
      { study: key, request },
      { ...unhurried, offer: (output) => void offered.push(output) },
    );
    expect(answer).toEqual(finish(beginComparison(study, other.study, request)));
    expect(offered[0]).toMatchObject({ left: answer.left, right: answer.right });
    const lost = { ...request, other: 'nirgends' };
    expect(() => workshop.comparison({ study: key, request: lost }, unhurried)).toThrow('invalid study');
  });

  test('institutions', async () => {
    const workshop = createWorkshop();
    const { key, study } = await opened(workshop);
    const answer = await workshop.institutions({ study: key, request: institutionRequest }, unhurried);
    expect(answer).toEqual(assessInstitutions(study, institutionRequest));
    expect(answer.rows).toHaveLength(3);
  });

  test('need and stability, with the problems of a pack that lacks the indicators', async () => {
    const workshop = createWorkshop();
    const { key, study } = await opened(workshop);
    const request: NeedRequest = { profile: 'mss-2021', edition: 2021, thresholds: {} };
    const need = await workshop.need({ study: key, request }, unhurried);
    expect(need).toEqual(assessNeed(study, request));
    expect(need).toMatchObject({ ok: false, problems: [{ code: 'need-indicators-missing' }] });
    const stability = await workshop.stability({ study: key, request }, unhurried);
    expect(stability).toMatchObject({ ok: false, problems: [{ code: 'need-indicators-missing' }] });
  });
});

describe('need of a city that has it', () => {
  test('rests on the exposure of the children at the schools, and its stability on the same', async () => {
    const { origin, request, exposure } = await needStudy();
    const workshop = createWorkshop(slowClock());
    const { key, study } = await opened(workshop, origin);
    const expected = exposure(study);
    expect([...expected.values()].some((share) => share > 0)).toBe(true);

    const need = successful(await workshop.need({ study: key, request }, unhurried));
    expect(need).toEqual(successful(assessNeed(study, request, { exposure: expected })));
    expect(need.rated).toBeGreaterThan(50);

    const progress: [number, number][] = [];
    const context: JobContext = {
      ...unhurried,
      pause: async (done, of) => {
        progress.push([done, of]);
      },
    };
    const stability = successful(await workshop.stability({ study: key, request }, context));
    expect(stability).toEqual(successful(assessStability(study, request, undefined, expected)));
    expect(progress.at(-1)).toEqual([1000, 1000]);
    expect(progress.length).toBeGreaterThan(2);
  });

  test('long measurements say on the line what they know, until they are cancelled', async () => {
    const pair = portPair();
    createHost(pair.far, createWorkshop(slowClock()));
    const client = createClient(pair.near);
    const { key } = successful(await client.run('open', files));
    const controller = new AbortController();
    const partial: unknown[] = [];
    const request = { ...uncertaintyRequest, bootstraps: 400, permutations: 400 };
    const answer = client.run(
      'uncertainty',
      { study: key, request },
      {
        signal: controller.signal,
        onPartial: (output) => {
          partial.push(output);
          controller.abort();
        },
      },
    );
    await expect(answer).rejects.toMatchObject({ name: 'AbortError' });
    expect(partial).toHaveLength(1);
    expect(partial[0]).toMatchObject({ bootstraps: 99, permutations: 0, request });
    const measured = await client.run('measure', { study: key, request: measureRequest });
    expect(measured.refusal).toBeNull();
    const spoken = pair.log.flatMap((message) => (message.kind === 'partial' ? [message.output] : []));
    expect(spoken.filter((output) => 'bootstraps' in (output as object))).toHaveLength(1);
  });

  test('can be cancelled through the line', async () => {
    const { origin, request } = await needStudy();
    const pair = portPair();
    createHost(pair.far, createWorkshop(slowClock()));
    const client = createClient(pair.near);
    const { key } = successful(await client.run('open', origin));
    const controller = new AbortController();
    const answer = client.run(
      'stability',
      { study: key, request },
      { signal: controller.signal, onProgress: () => controller.abort() },
    );
    await expect(answer).rejects.toMatchObject({ name: 'AbortError' });
    // The worker is free again: the next question is answered.
    expect((await client.run('need', { study: key, request })).ok).toBe(true);
    expect(pair.log.filter(({ kind }) => kind === 'progress').length).toBeLessThan(10);
  });
});
