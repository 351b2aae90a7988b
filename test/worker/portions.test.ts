import { describe, expect, test } from 'vitest';
import { runInPortions } from '#worker/portions.ts';

/** A stepper whose steps take so long by its own clock. */
function clockwork(total: number, costOf: (step: number) => number) {
  let time = 0;
  let done = 0;
  const portions: number[] = [];
  return {
    total,
    get done() {
      return done;
    },
    step(count: number) {
      portions.push(count);
      for (let k = 0; k < count; k++) time += costOf(done++);
    },
    now: () => time,
    portions,
  };
}

async function run(steps: ReturnType<typeof clockwork>, marks: readonly number[] = []) {
  const pauses: number[] = [];
  const offers: number[] = [];
  await runInPortions(steps, {
    marks,
    now: steps.now,
    pause: async () => void pauses.push(steps.now()),
    offer: () => void offers.push(steps.done),
  });
  return { pauses, offers };
}

describe('portions', () => {
  test('of cheap steps grow, so that pauses do not cost more than the work', async () => {
    const steps = clockwork(10_000, () => 0.01);
    const { pauses } = await run(steps);
    expect(steps.done).toBe(10_000);
    expect(pauses.length).toBeLessThanOrEqual(5);
  });

  test('of dear steps shrink: nobody waits longer than 30 ms but for a single step', async () => {
    const steps = clockwork(2_000, (k) => (k < 1_000 ? 0.02 : 5));
    const { pauses } = await run(steps, [1_000]);
    const waits = pauses.map((time, k) => time - (pauses[k - 1] ?? 0));
    expect(Math.max(...waits)).toBeLessThanOrEqual(30);
    expect(steps.done).toBe(2_000);
  });

  test('end at every mark', async () => {
    const steps = clockwork(100, () => 0.001);
    await run(steps, [7, 50, 100]);
    const ends = steps.portions.map((_, k) => steps.portions.slice(0, k + 1).reduce((a, b) => a + b));
    expect(ends).toEqual(expect.arrayContaining([7, 50, 100]));
  });
});

describe('what is known', () => {
  test('is given away at a mark of a long job, and not at its end', async () => {
    const { offers } = await run(
      clockwork(30, () => 20),
      [10, 20, 30],
    );
    expect(offers).toEqual([10, 20]);
  });

  test('is kept back by a quick job', async () => {
    const { offers } = await run(
      clockwork(30, () => 1),
      [10, 20, 30],
    );
    expect(offers).toEqual([]);
  });

  test('is given away a moment after a mark if what follows takes long', async () => {
    const { offers } = await run(
      clockwork(30, (k) => (k < 10 ? 1 : 40)),
      [10, 30],
    );
    expect(offers).toEqual([12]);
  });
});
