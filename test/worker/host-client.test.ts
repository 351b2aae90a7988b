import { describe, expect, test, vi } from 'vitest';
import { createClient } from '#worker/client.ts';
import { createHost, type JobContext, type Workshop } from '#worker/host.ts';
import type { FromWorker } from '#worker/protocol.ts';
import { portPair } from './portPair.ts';

type AnyJob = (input: never, context: JobContext) => unknown;

/** A worker whose job `measure` is the one given; the client asks it with any input. */
function joined(job: AnyJob) {
  const pair = portPair();
  createHost(pair.far, { measure: job } as unknown as Workshop);
  const client = createClient(pair.near);
  const run = (input: unknown, options?: Parameters<typeof client.run>[2]): Promise<unknown> =>
    client.run('measure', input as never, options);
  return { ...pair, run };
}

/** Messages are delivered in turns of their own, in the order they were sent: so many turns, however long they take. */
const settled = async () => {
  for (let turn = 0; turn < 20; turn++) await new Promise((resolve) => setTimeout(resolve, 0));
};
const steps = (count: number, log: number[]) => async (_: never, context: JobContext) => {
  for (let done = 1; done <= count; done++) {
    log.push(done);
    await context.pause(done, count);
  }
  return 'fertig';
};

describe('a job', () => {
  test('gives back what the worker computed', async () => {
    const { run } = joined((input: number) => input * 2);
    expect(await run(21)).toBe(42);
  });

  test('may be slower than the next one: every answer finds its question', async () => {
    const finish = new Map<number, () => void>();
    const { run } = joined(
      (name: number) => new Promise((resolve) => finish.set(name, () => resolve(`Antwort ${name}`))),
    );
    const order: unknown[] = [];
    const answers = [1, 2, 3].map((name) => run(name).then((answer) => order.push([name, answer])));
    await settled();
    for (const name of [2, 3, 1]) {
      finish.get(name)?.();
      await settled();
    }
    await Promise.all(answers);
    expect(order).toEqual([
      [2, 'Antwort 2'],
      [3, 'Antwort 3'],
      [1, 'Antwort 1'],
    ]);
  });

  test('reports how far it is', async () => {
    const { run } = joined(steps(3, []));
    const progress = vi.fn();
    expect(await run(null, { onProgress: progress })).toBe('fertig');
    expect(progress.mock.calls).toEqual([
      [1, 3],
      [2, 3],
      [3, 3],
    ]);
  });

  test.each([
    [
      'thrown at once',
      (): never => {
        throw new Error('invalid study: x');
      },
    ],
    ['thrown later', () => Promise.reject(new Error('invalid study: x'))],
  ])('that fails rejects with the message, %s', async (_name, job) => {
    const { run } = joined(job as AnyJob);
    await expect(run(null)).rejects.toThrow('invalid study: x');
  });

  test('that throws something else than an error still says what', async () => {
    const { run } = joined(() => Promise.reject('Speicher voll'));
    await expect(run(null)).rejects.toThrow('Speicher voll');
  });

  test('that nobody knows fails and does not hang', async () => {
    const { near } = joined(() => 1);
    await expect(createClient(near).run('need', {} as never)).rejects.toThrow();
  });

  test('that fails does not stop the worker', async () => {
    const { run } = joined((input: number) => {
      if (input < 0) throw new Error('negativ');
      return input;
    });
    await expect(run(-1)).rejects.toThrow('negativ');
    expect(await run(1)).toBe(1);
  });
});

describe('cancelling', () => {
  test('rejects with an AbortError at once and stops the stepper', async () => {
    const done: number[] = [];
    const { run, log } = joined(steps(1000, done));
    const controller = new AbortController();
    const answer = run(null, {
      signal: controller.signal,
      onProgress: (now) => {
        if (now === 3) controller.abort();
      },
    });
    await expect(answer).rejects.toMatchObject({ name: 'AbortError' });
    await settled();
    const reached = done.length;
    expect(reached).toBeLessThan(50);
    await settled();
    expect(done.length, 'nothing goes on in the worker').toBe(reached);
    expect(log.filter(({ kind }) => kind === 'done' || kind === 'failed')).toEqual([]);
  });

  test('before the start asks the worker nothing', async () => {
    const { run, log } = joined(() => 1);
    await expect(run(null, { signal: AbortSignal.abort() })).rejects.toMatchObject({ name: 'AbortError' });
    expect(log).toEqual([]);
  });

  test('after the answer changes nothing', async () => {
    const { run, log } = joined(() => 1);
    const controller = new AbortController();
    expect(await run(null, { signal: controller.signal })).toBe(1);
    controller.abort();
    await settled();
    expect(log.filter(({ kind }) => kind === 'cancel')).toEqual([]);
  });

  test('a job without pauses: its answer comes too late and is dropped', async () => {
    let finish = () => {};
    const { run, log } = joined(
      () =>
        new Promise((resolve) => {
          finish = () => resolve(1);
        }),
    );
    const controller = new AbortController();
    const answer = run(null, { signal: controller.signal });
    await settled();
    controller.abort();
    await expect(answer).rejects.toMatchObject({ name: 'AbortError' });
    await settled();
    finish();
    await settled();
    expect(log.filter(({ kind }) => kind === 'done')).toEqual([]);
  });

  test('one of two leaves the other alone', async () => {
    const { run } = joined(steps(5, []));
    const controller = new AbortController();
    const first = run(null, { signal: controller.signal });
    const second = run(null);
    controller.abort();
    await expect(first).rejects.toMatchObject({ name: 'AbortError' });
    expect(await second).toBe('fertig');
  });
});

test('messages about a question nobody asked are ignored', async () => {
  const { near, far, log } = joined((input: number) => input);
  const answer = createClient(near).run('measure', 7 as never);
  for (const message of [
    { kind: 'done', id: 99, output: 'falsch' },
    { kind: 'failed', id: 99, message: 'falsch' },
    { kind: 'progress', id: 99, done: 1, of: 2 },
  ] satisfies FromWorker[]) {
    far.post(message);
  }
  expect(await answer).toBe(7);
  near.post({ kind: 'cancel', id: 99 });
  await settled();
  expect(log.filter(({ kind }) => kind === 'failed')).toHaveLength(1);
});

describe('a worker that breaks down', () => {
  function breaking() {
    const pair = portPair();
    let breakDown: (reason: string) => void = () => {};
    const client = createClient({ ...pair.near, onBreakdown: (receive) => (breakDown = receive) });
    const run = () => client.run('measure', 1 as never);
    return { ...pair, run, breakDown: (reason: string) => breakDown(reason) };
  }

  test('before it has spoken fails what waits and what is asked later', async () => {
    const { run, breakDown } = breaking();
    const waiting = run();
    breakDown('worker not started');
    await expect(waiting).rejects.toThrow('worker not started');
    await expect(run()).rejects.toThrow('worker not started');
  });

  test('afterwards fails what waits, and may answer again', async () => {
    const { run, far, breakDown } = breaking();
    const jobs: Workshop = { measure: () => 42 } as unknown as Workshop;
    createHost(far, jobs);
    expect(await run()).toBe(42);
    const waiting = run();
    breakDown('defect');
    await expect(waiting).rejects.toThrow('defect');
    expect(await run()).toBe(42);
  });
});

describe('the order of service', () => {
  test('what has been clicked on goes before what takes long, whenever it was asked', async () => {
    const pair = portPair();
    const log: string[] = [];
    const job = (name: string) => async (_: unknown, context: JobContext) => {
      for (let done = 1; done <= 4; done++) {
        log.push(`${name} ${done}`);
        await context.pause(done, 4);
      }
    };
    createHost(pair.far, {
      uncertainty: job('uncertainty'),
      local: job('local'),
      measure: job('measure'),
    } as unknown as Workshop);
    const client = createClient(pair.near);
    const asked = { study: 'x', request: {} } as never;
    let others: Promise<unknown>[] = [];
    const slow = client.run('uncertainty', asked, {
      onProgress: (done) => {
        if (done === 1) others = [client.run('local', asked), client.run('measure', asked)];
      },
    });
    await slow;
    await Promise.all(others);
    const from = log.indexOf('measure 1');
    expect(log.slice(from, from + 4)).toEqual(['measure 1', 'measure 2', 'measure 3', 'measure 4']);
    expect(log.indexOf('local 4')).toBeGreaterThan(log.indexOf('measure 4'));
    expect(log.indexOf('uncertainty 4')).toBeGreaterThan(log.indexOf('local 4'));
  });

  test('a less urgent job can be cancelled while it waits, and is then never begun', async () => {
    const pair = portPair();
    let isOver = (_: unknown): void => undefined;
    let begun = 0;
    createHost(pair.far, {
      measure: () => new Promise((resolve) => (isOver = resolve)),
      uncertainty: () => void begun++,
    } as unknown as Workshop);
    const client = createClient(pair.near);
    const asked = { study: 'x', request: {} } as never;
    const measured = client.run('measure', asked);
    const controller = new AbortController();
    const waiting = client.run('uncertainty', asked, { signal: controller.signal });
    await settled();
    controller.abort();
    await expect(waiting).rejects.toMatchObject({ name: 'AbortError' });
    await settled();
    isOver('fertig');
    expect(await measured).toBe('fertig');
    await settled();
    expect(begun).toBe(0);
  });

  test('nobody waits for a pack that is being opened', async () => {
    const pair = portPair();
    createHost(pair.far, {
      open: () => new Promise(() => undefined),
      uncertainty: () => 'sicher',
    } as unknown as Workshop);
    const client = createClient(pair.near);
    void client.run('open', {} as never);
    expect(await client.run('uncertainty', { study: 'x', request: {} } as never)).toBe('sicher');
  });
});
