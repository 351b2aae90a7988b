import { expect } from 'vitest';
import { loadWords, type Words } from '#i18n/i18n.ts';
import { describeProblem } from '#i18n/problemText.ts';
import type { FileContents, ReadContext } from '#import/formats/driver.ts';
import type { Problem } from '#model/result.ts';
import type { Study } from '#model/study.ts';

const languages: readonly Words[] = [await loadWords('de'), await loadWords('en')];
const placeholder = /\{(\w+)(?:\|[^|{}]*\|[^|{}]*)?\}/g;

/** Every problem has words in both languages and says all that its words speak of; nobody has to read a thousand. */
export function expectWorded(problems: readonly Problem[]): void {
  expect(problems.length).toBeLessThan(500);
  for (const found of problems) {
    for (const words of languages) {
      const text = words.find('problems', found.code);
      if (text === null) throw new Error(`no words in ${words.language}: ${found.code}`);
      const said = new Set([
        ...Object.keys(found.params),
        ...(found.where?.column === undefined ? [] : ['column']),
      ]);
      const missing = [...text.matchAll(placeholder)]
        .map(([, name = '']) => name)
        .filter((name) => !said.has(name));
      if (missing.length > 0) throw new Error(`${found.code} does not say ${missing.join(', ')}`);
      expect(describeProblem(words, found).length, found.code).toBeLessThan(2_000);
    }
    for (const [name, value] of Object.entries(found.params)) {
      // A name is known in both languages, or the same in both.
      const said = typeof value === 'object' ? [value.de, value.en] : [value];
      for (const one of said) {
        if (typeof one === 'number' ? Number.isNaN(one) : typeof one !== 'string')
          throw new Error(`${found.code} says ${JSON.stringify(value)} for ${name}`);
      }
    }
  }
}

/** A refusal says why. */
export function expectRefused(problems: readonly Problem[]): void {
  expect(problems.length).toBeGreaterThan(0);
  expectWorded(problems);
}

/** What everybody who reads sheets and layers takes for granted about them; geometries are checked where outlines are. */
export function expectContents({ sheets, layers }: FileContents): void {
  for (const { rows, merges } of sheets) {
    for (const row of rows) {
      if (!Array.isArray(row)) throw new Error(`a row that is none: ${row}`);
      for (const cell of row)
        if (typeof cell !== 'string') throw new Error(`a cell that is no text: ${cell}`);
    }
    for (const { top, left, bottom, right } of merges) {
      expect(top >= 0 && left >= 0 && bottom >= top && right >= left, 'merged cells').toBe(true);
    }
  }
  for (const { features, crs } of layers) {
    expect(crs === null || /^EPSG:\d+$/.test(crs), `${crs}`).toBe(true);
    for (const { properties } of features) {
      expect(typeof properties === 'object' && properties !== null && !Array.isArray(properties)).toBe(true);
    }
  }
  expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
}

/** What every other layer takes for granted about a Study. */
export function expectSound(study: Study): void {
  for (const { level: id, years, columns } of study.observations) {
    const level = study.levels.find((candidate) => candidate.id === id);
    expect(level).toBeDefined();
    for (const column of Object.values(columns)) {
      expect(column.values).toHaveLength(years.length * (level?.keys.length ?? 0));
      if (column.signs) expect(column.signs).toHaveLength(column.values.length);
      column.values.forEach((value, cell) => {
        // Absent figures have a reason, present ones have none (or are marked unreliable).
        const sign = column.signs?.[cell] ?? 0;
        if (Number.isNaN(value) !== (sign !== 0 && sign !== 3)) throw new Error(`${value} with sign ${sign}`);
        if (Math.abs(value) === Infinity) throw new Error('an endless figure');
      });
    }
  }
  for (const level of study.levels) {
    expect(new Set(level.keys).size).toBe(level.keys.length);
    expect(level.names).toHaveLength(level.keys.length);
    expect(level.geometries).toHaveLength(level.keys.length);
  }
  const ids = new Set(study.institutions.map((institution) => institution.id));
  expect(ids.size).toBe(study.institutions.length);
  for (const composition of study.compositions) {
    expect(ids.has(composition.institution)).toBe(true);
    for (const count of Object.values(composition.counts))
      expect(count).toBeLessThanOrEqual(composition.total);
  }
  expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
}

/** More turns than any of the small files here is worth: who asks for more does not end. */
export function bounded(limit = 20_000): ReadContext & { offer(output: unknown): void } {
  let turns = 0;
  return {
    offer() {},
    async pause(done, of) {
      if (++turns > limit) throw new Error(`does not end: turn ${turns} at ${done} of ${of}`);
    },
  };
}
