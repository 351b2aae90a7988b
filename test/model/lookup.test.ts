import { describe, expect, it } from 'vitest';
import {
  ancestorPositions,
  indicatorById,
  levelById,
  levelFor,
  observationsOf,
  positionsOf,
  variableById,
} from '#model/lookup.ts';
import { exampleLevel, exampleStudy } from './exampleStudy.ts';

const study = exampleStudy({
  levels: [
    exampleLevel('plr-2021', ['a', 'b', 'c', 'd'], {
      family: 'plr',
      validFrom: 2021,
      parent: { level: 'bzr', keys: ['2', '1', null, '9'] },
    }),
    exampleLevel('plr-old', ['x'], { family: 'plr', validTo: 2020 }),
    exampleLevel('bzr', ['1', '2'], { parent: { level: 'city', keys: ['all', 'all'] } }),
    exampleLevel('city', ['all']),
  ],
});

describe('looking things up by id', () => {
  it('finds a level and names the one it cannot find', () => {
    expect(levelById(study, 'bzr').keys).toEqual(['1', '2']);
    expect(() => levelById(study, 'kiez')).toThrow('invalid level: kiez');
    expect(() => indicatorById(study, 'sgb2')).toThrow('invalid indicator: sgb2');
    expect(() => variableById(study, 'x')).toThrow('invalid variable: x');
    expect(observationsOf(study, 'bzr')).toBeNull();
  });

  it('takes the vintage official in the year, also at both ends of its validity', () => {
    expect(levelFor(study, 'plr', 2021)?.id).toBe('plr-2021');
    expect(levelFor(study, 'plr', 2020)?.id).toBe('plr-old');
    expect(levelFor(study, 'kiez', 2021)).toBeNull();
  });

  it('takes the newest vintage where none claims the year, in whatever order they are listed', () => {
    const gap = exampleStudy({
      levels: [
        exampleLevel('new', ['a'], { family: 'f', validFrom: 2021, validTo: 2022 }),
        exampleLevel('old', ['a'], { family: 'f', validTo: 2015 }),
      ],
    });
    expect(levelFor(gap, 'f', 2018)?.id).toBe('new');
    expect(levelFor({ ...gap, levels: [...gap.levels].reverse() }, 'f', 2018)?.id).toBe('new');
  });
});

describe('positions of areas in the levels above', () => {
  it('follows parents over several levels, −1 where a parent is unknown', () => {
    const fine = levelById(study, 'plr-2021');
    expect([...ancestorPositions(study, fine, levelById(study, 'bzr'))!]).toEqual([1, 0, -1, -1]);
    expect([...ancestorPositions(study, fine, levelById(study, 'city'))!]).toEqual([0, 0, -1, -1]);
  });

  it('is the identity at the level itself and null for a level that is not above', () => {
    const fine = levelById(study, 'plr-2021');
    expect([...ancestorPositions(study, fine, fine)!]).toEqual([0, 1, 2, 3]);
    expect(ancestorPositions(study, levelById(study, 'bzr'), fine)).toBeNull();
    expect(ancestorPositions(study, fine, levelById(study, 'plr-old'))).toBeNull();
  });

  it('maps every key', () => {
    expect(positionsOf(levelById(study, 'bzr'))).toEqual(
      new Map([
        ['1', 0],
        ['2', 1],
      ]),
    );
  });
});
