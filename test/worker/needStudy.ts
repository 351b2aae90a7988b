import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { exposureOfAreas } from '#institutions/exposureOfAreas.ts';
import { levelById } from '#model/lookup.ts';
import type { Study } from '#model/study.ts';
import type { NeedRequest } from '#monitoring/answer.ts';
import type { PackOrigin } from '#worker/jobs.ts';
import { packFiles } from '../../scripts/packs.ts';

const folder = fileURLToPath(new URL('../../data/musterstadt', import.meta.url));

/** The embedded city as dropped files, a question about its need, and what the workshop adds to that from the schools. */
export async function needStudy(): Promise<{
  readonly origin: PackOrigin;
  readonly request: NeedRequest;
  readonly exposure: (study: Study) => ReadonlyMap<string, number>;
}> {
  const files = packFiles(folder).map((path) => ({
    path,
    bytes: new Uint8Array(readFileSync(join(folder, path))),
  }));
  const descriptor = JSON.parse(readFileSync(join(folder, 'datapackage.json'), 'utf8')) as {
    readonly quartierlupe: {
      readonly editions: readonly { readonly year: number; readonly profile: string }[];
    };
  };
  const edition = descriptor.quartierlupe.editions.at(-1);
  if (!edition) throw new Error('invalid pack: no edition');
  return {
    origin: { kind: 'files', name: 'musterstadt', files },
    request: { profile: edition.profile, edition: edition.year, thresholds: {} },
    exposure: (study) => {
      const { level, dataYear } = study.editions.find(({ year }) => year === edition.year)!;
      const { shares } = exposureOfAreas(study, level, {
        kind: 'school',
        form: study.catchments[0]!.form,
        provider: 'public',
        group: study.groups.find(({ scope }) => scope === 'institutions')!.id,
        year: dataYear,
        threshold: { method: 'funnel-998', value: 0 },
      });
      return new Map(
        levelById(study, level).keys.flatMap((key, a) =>
          Number.isNaN(shares[a]!) ? [] : [[key, shares[a]!] as const],
        ),
      );
    },
  };
}
