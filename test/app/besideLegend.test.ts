import { describe, expect, test, vi } from 'vitest';
import { besideLegend } from '../../src/app/besideLegend.ts';

/** A map that shows the whole city beside a legend of 200 pixels. */
function fitted() {
  let height = 200;
  let isAtHome = true;
  const fitAll = vi.fn();
  const beside = besideLegend({ fitAll, isAtHome: () => isAtHome }, () => height);
  return {
    fitAll,
    cityChanged: beside.cityChanged,
    legend: (next: number) => {
      height = next;
      beside.legendChanged();
    },
    leave: () => {
      isAtHome = false;
    },
  };
}

describe('the city and its legend', () => {
  test('a legend that grows moves the city, one that shrinks does not', () => {
    const { legend, fitAll } = fitted();
    legend(200);
    legend(120);
    expect(fitAll).not.toHaveBeenCalled();
    legend(260);
    expect(fitAll).toHaveBeenCalledTimes(1);
    legend(240);
    expect(fitAll).toHaveBeenCalledTimes(1);
  });

  test('a city without figures gets back the room that the legend of the one before had', () => {
    const { legend, cityChanged, fitAll } = fitted();
    cityChanged();
    legend(0);
    expect(fitAll).toHaveBeenCalledTimes(1);
    legend(0);
    expect(fitAll).toHaveBeenCalledTimes(1);
  });

  test('another city with a smaller legend, too', () => {
    const { legend, cityChanged, fitAll } = fitted();
    cityChanged();
    legend(90);
    expect(fitAll).toHaveBeenCalledTimes(1);
  });

  test('nothing moves where somebody has gone elsewhere', () => {
    const { legend, cityChanged, leave, fitAll } = fitted();
    leave();
    legend(300);
    cityChanged();
    legend(0);
    expect(fitAll).not.toHaveBeenCalled();
  });
});
