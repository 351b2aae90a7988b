import { describe, expect, test } from 'vitest';
import type { Study } from '#model/study.ts';
import { indicatorValues } from '#model/aggregate.ts';
import { createImportBench } from '#worker/importing.ts';
import type { JobContext } from '#worker/host.ts';
import type { ImportFile, Inspected } from '#worker/jobs.ts';
import { Shelf } from '#worker/shelf.ts';
import { areasFile, benefitsFile, residentsFile, said, schoolsFile } from '../import/plan/smallCity.ts';

const context: JobContext = { pause: async () => {}, offer: () => {} };

const files: readonly ImportFile[] = [areasFile(), residentsFile, benefitsFile, schoolsFile].map(
  ({ path, bytes }) => ({ path, content: bytes }),
);

async function inspected(
  bench: ReturnType<typeof createImportBench>,
  input: readonly ImportFile[] = files,
): Promise<Inspected> {
  const result = await bench.inspect({ import: null, files: input, plan: null }, context);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value;
}

describe('a city brought along', () => {
  test('goes from files to a study with what only people know', async () => {
    const bench = createImportBench(new Shelf().adopt);
    const { import: id, plan } = await inspected(bench);
    const unsaid = await bench.adopt({ import: id, plan, disclosure: null }, context);
    expect(unsaid.ok ? [] : unsaid.problems.map(({ code }) => code)).toEqual([
      'plan-title-missing',
      'plan-nothing-matched',
    ]);
    const first = await bench.review({ import: id, plan: said(plan) }, context);
    const repair = first.tables.find(({ table }) => table === 'sgb2_2023.csv')?.repairs[0];
    expect(repair).toMatchObject({ kind: 'pad', to: '3', more: 4 });
    const padded = {
      ...said(plan),
      tables: plan.tables.map((table) =>
        table.table === 'sgb2_2023.csv' ? { ...table, key: { ...table.key, pad: 3 } } : table,
      ),
    };
    const review = await bench.review({ import: id, plan: padded }, context);
    expect(review.problems).toEqual([]);
    const adopted = await bench.adopt({ import: id, plan: padded, disclosure: null }, context);
    if (!adopted.ok) throw new Error(JSON.stringify(adopted.problems));
    const { study, recipe } = adopted.value;
    expect(study.title).toEqual({ de: 'Kleinstadt', en: 'Kleinstadt' });
    expect(shareOf(study, 'stadtteil', 'foreigners')).toEqual([0.25, 0.1, 0.3, 0.5]);
    expect(shareOf(study, 'bezirk', 'foreigners')).toEqual([0.15, 1580 / 4400]);
    expect(study.institutions).toHaveLength(4);
    expect(study.compositions[0]).toMatchObject({ total: 200, counts: { ndh: 80 }, year: 2023 });
    const again = await bench.replay({ import: id, recipe, disclosure: null }, context);
    expect(again.ok && again.value.study.observations).toEqual(study.observations);
  });
});

function shareOf(study: Study, level: string, indicator: string): readonly number[] {
  return [...(indicatorValues(study, level, indicator, 2023)?.values ?? [])];
}
