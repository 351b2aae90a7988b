import { zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { disclosureProfiles } from '#disclosure/profiles.ts';
import { areaValues, indicatorValues } from '#model/aggregate.ts';
import type { Study } from '#model/study.ts';
import { Cancelled, type JobContext } from '#worker/host.ts';
import { createImportBench } from '#worker/importing.ts';
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
    const bench = createImportBench(new Shelf());
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
    // One of the four schools lies outside the city.
    expect(study.institutions).toHaveLength(3);
    expect(study.compositions[0]).toMatchObject({ total: 200, counts: { ndh: 80 }, year: 2023 });
    const again = await bench.replay({ import: id, recipe, disclosure: null }, context);
    expect(again.ok && again.value.study.observations).toEqual(study.observations);
  });
});

describe('the files of an import', () => {
  test('come and go beside each other; what was decided stays', async () => {
    const bench = createImportBench(new Shelf());
    const first = await inspected(bench, files.slice(0, 1));
    const plan = { ...first.plan, title: 'Kleinstadt' };
    const more = await bench.inspect({ import: first.import, files: files.slice(1), plan }, context);
    if (!more.ok) throw new Error(JSON.stringify(more.problems));
    expect(more.value.import).toBe(first.import);
    expect(more.value.plan.title).toBe('Kleinstadt');
    expect(more.value.inspection.files.map(({ path }) => path)).toEqual(files.map(({ path }) => path));
    const without = [residentsFile.path];
    const less = await bench.inspect(
      { import: first.import, files: [], without, plan: more.value.plan },
      context,
    );
    expect(less.ok && less.value.inspection.files).toHaveLength(3);
    const kept = await bench.importFiles({ import: first.import }, context);
    expect(kept.map(({ path }) => path)).not.toContain(residentsFile.path);
  });

  test('are as before when reading them is cancelled', async () => {
    const bench = createImportBench(new Shelf());
    const { import: id, plan } = await inspected(bench, files.slice(0, 2));
    let pauses = 0;
    const cancelling: JobContext = {
      offer: () => {},
      pause: async () => {
        if (pauses++ > 3) throw new Cancelled();
      },
    };
    const more = bench.inspect({ import: id, files: files.slice(2), plan }, cancelling);
    await expect(more).rejects.toThrow(Cancelled);
    const again = await bench.inspect({ import: id, files: [], plan }, context);
    expect(again.ok && again.value.inspection.files.map(({ path }) => path)).toEqual(
      files.slice(0, 2).map(({ path }) => path),
    );
    expect(again.ok && again.value.plan).toEqual(plan);
  });

  test('report how far they are, never past the end', async () => {
    const bench = createImportBench(new Shelf());
    const seen: number[] = [];
    const counting: JobContext = {
      offer: () => {},
      pause: async (done, of) => {
        seen.push(done / of);
      },
    };
    await bench.inspect({ import: null, files, plan: null }, counting);
    expect(Math.max(...seen)).toBeLessThanOrEqual(1);
    expect(Math.max(...seen)).toBeGreaterThan(0.7);
  });

  test('larger than 300 MB are listed with the reason, without being taken into memory', async () => {
    const bench = createImportBench(new Shelf());
    const huge = new Blob(['x']);
    Object.defineProperty(huge, 'size', { value: 400 * 1024 * 1024 });
    Object.defineProperty(huge, 'arrayBuffer', {
      value: () => Promise.reject(new Error('must not be read')),
    });
    const { inspection } = await inspected(bench, [...files, { path: 'riesig.csv', content: huge }]);
    const listed = inspection.files.find(({ path }) => path === 'riesig.csv');
    expect(listed?.problems.map(({ code }) => code)).toEqual(['file-too-large']);
    expect(inspection.tables).toHaveLength(4);
  });

  test('of the page that vanished meanwhile are listed, too', async () => {
    const bench = createImportBench(new Shelf());
    const gone = new Blob(['x']);
    Object.defineProperty(gone, 'arrayBuffer', { value: () => Promise.reject(new Error('gone')) });
    const { inspection } = await inspected(bench, [{ path: 'weg.csv', content: gone }]);
    expect(inspection.files[0]?.problems).toEqual([
      { code: 'file-unreadable', params: { reason: 'gone' }, where: { file: 'weg.csv' } },
    ]);
  });

  test('in an archive have its name in front; one of them can be taken out', async () => {
    const archive = zipSync({
      'daten/stadtteile_2023.geojson': areasFile().bytes,
      'daten/einwohner_2023.csv': residentsFile.bytes,
    });
    const bench = createImportBench(new Shelf());
    const {
      import: id,
      inspection,
      plan,
    } = await inspected(bench, [{ path: 'stadt.zip', content: archive }]);
    expect(inspection.files.map(({ path }) => path)).toEqual([
      'stadt.zip/daten/stadtteile_2023.geojson',
      'stadt.zip/daten/einwohner_2023.csv',
    ]);
    const adopted = await bench.adopt({ import: id, plan: said(plan), disclosure: null }, context);
    expect(adopted.ok && shareOf(adopted.value.study, 'stadtteil', 'foreigners')).toEqual([
      0.25, 0.1, 0.3, 0.5,
    ]);
    const without = ['stadt.zip/daten/einwohner_2023.csv'];
    const less = await bench.inspect({ import: id, files: [], without, plan }, context);
    expect(less.ok && less.value.inspection.files).toHaveLength(1);
  });

  test('are forgotten when told', async () => {
    const bench = createImportBench(new Shelf());
    const { import: id, plan } = await inspected(bench);
    expect(bench.forget({ import: id }, context)).toBeNull();
    expect(() => bench.review({ import: id, plan }, context)).toThrow(`invalid import: ${id}`);
  });
});

test('what a disclosure profile hides is hidden in the study that is adopted', async () => {
  const bench = createImportBench(new Shelf());
  const small = {
    path: 'wenige_2023.csv',
    content: new TextEncoder().encode(
      'Schlüssel;Einwohner;Ausländer\n011;1200;300\n012;2400;2\n021;3100;930\n022;1300;650\n',
    ),
  };
  const { import: id, plan } = await inspected(bench, [...files.slice(0, 1), small]);
  const profile = disclosureProfiles.find(({ minimumCount, secondary }) => minimumCount >= 3 && secondary);
  if (!profile) throw new Error('no profile with a smallest count');
  const adopted = await bench.adopt({ import: id, plan: said(plan), disclosure: profile }, context);
  if (!adopted.ok) throw new Error(JSON.stringify(adopted.problems));
  const values = areaValues(adopted.value.study, 'stadtteil', 'foreigners', 2023)?.values;
  expect(values?.[1]).toBeNaN();
  expect(adopted.value.recipe.disclosure?.id).toBe(profile.id);
});

test('names that resemble those of areas come on request only', async () => {
  const bench = createImportBench(new Shelf());
  const named = {
    path: 'namen_2023.csv',
    content: new TextEncoder().encode(
      'Stadtteil;Einwohner\nAltstadt;1\nNeu-Stadt;2\nSchlossstrasse;3\nHafen;4\n',
    ),
  };
  const { import: id, plan } = await inspected(bench, [...files.slice(0, 1), named]);
  const byName = {
    ...plan,
    tables: plan.tables.map((table) =>
      table.table === named.path
        ? {
            ...table,
            use: 'areas' as const,
            level: 'stadtteil',
            key: { ...table.key, columns: ['Stadtteil'], by: 'name' as const },
          }
        : table,
    ),
  };
  const proposals = await bench.nameProposals({ import: id, plan: byName, table: named.path }, context);
  expect(proposals.map(({ cell, row, candidates }) => [cell, row, candidates[0]?.key])).toEqual([
    ['Neu-Stadt', 3, '012'],
    ['Schlossstrasse', 4, '021'],
  ]);
});

function shareOf(study: Study, level: string, indicator: string): readonly number[] {
  return [...(indicatorValues(study, level, indicator, 2023)?.values ?? [])];
}
