import { expect, test } from 'vitest';
import { begunLate, readOnce, tasksInTurn } from '#measuring/stages.ts';

function counting(total: number) {
  const log = { begun: 0, read: 0 };
  const begin = () => {
    log.begun++;
    let done = 0;
    return {
      total,
      get done() {
        return done;
      },
      step(count: number) {
        done = Math.min(total, done + count);
      },
      result() {
        log.read++;
        return [done];
      },
    };
  };
  return { log, begin };
}

test('a stepper is begun with its first step, and its result is not known before', () => {
  const { log, begin } = counting(5);
  const stepper = begunLate(5, begin);
  expect([stepper.total, stepper.done, stepper.result(), log.begun]).toEqual([5, 0, null, 0]);
  stepper.step(2);
  stepper.step(2);
  expect([stepper.done, stepper.result(), log.begun]).toEqual([4, [4], 1]);
});

test('a result is worked out once until something new is done', () => {
  const { log, begin } = counting(5);
  const stepper = readOnce(begin());
  expect(stepper.result()).toBeNull();
  stepper.step(1);
  expect(stepper.result()).toBe(stepper.result());
  expect(log.read).toBe(1);
  stepper.step(1);
  expect([stepper.result(), log.read]).toEqual([[2], 2]);
});

test('tasks are done in turn, each once', () => {
  const log: string[] = [];
  const stepper = tasksInTurn(['a', 'b', 'c'].map((name) => () => void log.push(name)));
  stepper.step(2);
  expect([log, stepper.done]).toEqual([['a', 'b'], 2]);
  stepper.step(5);
  expect([log, stepper.done, stepper.total]).toEqual([['a', 'b', 'c'], 3, 3]);
});
