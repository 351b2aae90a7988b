import { exposureOfAreas } from '#institutions/exposureOfAreas.ts';
import { levelById } from '#model/lookup.ts';
import type { Study } from '#model/study.ts';
import type { Exposure } from './needFacts.ts';

/**
 * The institutions criterion of long-term need for every area: which share of its children would attend a public
 * primary school above the 99.8 % funnel limit. By the first institution group of the pack and the school form that has
 * catchments (else the form `primary`); null where these schools have no figures.
 */
export function primaryExposure(study: Study, levelId: string, year: number): Exposure | null {
  const group = study.groups.find((one) => one.scope === 'institutions');
  const form = study.catchments[0]?.form ?? study.forms.find((one) => one.id === 'primary')?.id;
  if (!group || !form) return null;
  const { shares, method } = exposureOfAreas(study, levelId, {
    kind: 'school',
    form,
    provider: 'public',
    group: group.id,
    year,
    threshold: { method: 'funnel-998', value: 0 },
  });
  if (method === 'none') return null;
  const { keys } = levelById(study, levelId);
  return new Map(keys.flatMap((key, a) => (Number.isNaN(shares[a]!) ? [] : [[key, shares[a]!] as const])));
}
