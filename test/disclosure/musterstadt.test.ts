import { expect, test } from 'vitest';
import { guardStudy } from '#disclosure/guard.ts';
import { asDelivered, standard, strict } from '#disclosure/profiles.ts';
import { musterstadtStudy } from '../panels/musterstadt.ts';

test('time', async () => {
  const study = await musterstadtStudy();
  for (const p of [asDelivered, standard, strict]) {
    const t = performance.now();
    const { report } = guardStudy(study, p);
    console.log(
      p.id,
      performance.now() - t,
      JSON.stringify({ ...report, columns: report.columns.slice(0, 12) }),
    );
  }
  expect(1).toBe(1);
});
