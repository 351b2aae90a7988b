import { describe, expect, it } from 'vitest';
import { correctedValue } from '#measuring/correctedValue.ts';
import { measuredIndices } from '#measuring/measureIndex.ts';
import { indexById } from '#stats/catalog.ts';

describe('a value freed of chance', () => {
  it('is a part of the way from chance to complete segregation', () => {
    expect(correctedValue(indexById('D'), 0.4, 0.2)).toBeCloseTo(0.25, 15);
    expect(correctedValue(indexById('D'), 0.2, 0.2)).toBe(0);
    expect(correctedValue(indexById('D'), 1, 0.2)).toBe(1);
    expect(correctedValue(indexById('D'), 0.1, 0.2)).toBeLessThan(0);
  });

  it('is a difference where there is no largest value 1', () => {
    expect(correctedValue(indexById('M'), 0.4, 0.1)).toBeCloseTo(0.3, 15);
    expect(correctedValue(indexById('SP'), 1.2, 1)).toBeCloseTo(0.2, 15);
    // complete segregation of three tenths is 0.7: no part of a way to 1
    expect(correctedValue(indexById('GS'), 0.7, 0.1)).toBeCloseTo(0.6, 15);
  });

  it('is none where zero is no absence of segregation, or nothing is left to correct', () => {
    for (const id of ['moran', 'geary', 'xPy', 'D_modified']) {
      expect(correctedValue(indexById(id), 0.4, 0.1), id).toBeNaN();
    }
  });

  it('is unknown where the value or the expectation is', () => {
    for (const spec of measuredIndices) {
      expect(correctedValue(spec, NaN, 0.1)).toBeNaN();
      expect(correctedValue(spec, 0.4, NaN)).toBeNaN();
    }
  });
});
