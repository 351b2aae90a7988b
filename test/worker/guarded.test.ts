import { describe, expect, test } from 'vitest';
import { guardStudy } from '#disclosure/guard.ts';
import { standard, strict } from '#disclosure/profiles.ts';
import { createClient } from '#worker/client.ts';
import { guardPreview } from '#worker/guarded.ts';
import { Cancelled, createHost } from '#worker/host.ts';
import { Shelf } from '#worker/shelf.ts';
import { createWorkshop } from '#worker/workshop.ts';
import { musterstadtStudy } from '../panels/musterstadt.ts';
import { portPair } from './portPair.ts';

/** Every look at the clock is a second later: a pause after each step. */
function hasty(): () => number {
  let time = 0;
  return () => {
    time += 1_000;
    return time;
  };
}

describe('the guard in the worker', () => {
  test('has pauses with its progress, and comes to the same', async () => {
    const study = await musterstadtStudy();
    const parts: number[] = [];
    const preview = await guardPreview(study, strict, {
      now: hasty(),
      pause: async (done, of) => {
        parts.push(done / of);
      },
    });
    expect(parts.length).toBeGreaterThan(20);
    expect(parts).toEqual([...parts].sort((a, b) => a - b));
    const { report, example } = guardStudy(study, strict);
    expect(preview).toEqual({ report, example });
  });

  test('cancelled, the study stays under the profile it was under, and no other is on the shelf', async () => {
    const shelf = new Shelf(hasty());
    const study = await musterstadtStudy();
    const { key } = await shelf.adopt(study, { disclosure: standard });
    const before = shelf.study(key);
    let pauses = 0;
    const guarding = shelf.guard(key, strict, [], async () => {
      if (++pauses === 5) throw new Cancelled();
    });
    await expect(guarding).rejects.toThrow(Cancelled);
    expect(shelf.study(key)).toBe(before);
    expect((await shelf.adopt(study)).key).toBe(`${study.id}-1`);
  });

  test('answers other jobs meanwhile, and stops when told to', async () => {
    const { near, far } = portPair();
    const shelf = new Shelf(hasty());
    createHost(
      far,
      createWorkshop(() => 0, shelf),
    );
    const client = createClient(near);
    const { key } = await shelf.adopt(await musterstadtStudy());
    const controller = new AbortController();
    const seen: number[] = [];
    const guarding = client.run(
      'guardReport',
      { study: key, disclosure: strict },
      { signal: controller.signal, onProgress: (done, of) => seen.push(done / of) },
    );
    const stopped = expect(guarding).rejects.toThrow('cancelled');
    const group = (await musterstadtStudy()).groups.find(({ scope }) => scope === 'institutions')!.id;
    const request = { kind: 'school', form: 'all', provider: 'all', group, year: 2020 } as const;
    const threshold = { method: 'funnel-95', value: 0 } as const;
    await client.run('institutions', { study: key, request: { ...request, threshold } });
    controller.abort();
    await stopped;
    expect(seen.every((part) => part < 1)).toBe(true);
  });
});
