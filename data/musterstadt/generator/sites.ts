import { fabricTraits } from './fabric.ts';
import type { Fabric } from './masterplan.ts';
import { type District, field } from './partition.ts';
import { distance, type Point } from './plane.ts';
import type { Random } from './random.ts';

/** What stays the same about a district through all years: where it lies, what stands there, how many fit in. */
export interface Site {
  readonly key: string;
  readonly name: string;
  readonly fabric: Fabric;
  readonly hardship: readonly [number, number];
  readonly centre: Point;
  /** Square kilometres. */
  readonly area: number;
  readonly startResidents: number;
  readonly startDwellings: number;
  /** Square metres per dwelling. */
  readonly dwellingSize: number;
  /** Autocorrelated part of hardship, in SD. */
  readonly surroundings: number;
  /** 1 at the market square, 0 at the edge. */
  readonly centrality: number;
  readonly growth: number;
  readonly childShare: number;
  readonly olderShare: number;
  readonly moving: number;
  readonly network: number;
}

export function describeSites(
  districts: readonly District[],
  areas: readonly number[],
  centres: readonly Point[],
  total: number,
  random: Random,
): Site[] {
  const slow = field(random, 6500);
  const raw = districts.map((district, d) => {
    if (district.residents !== null) return district.residents;
    const area = areas[d]!;
    const people = fabricTraits[district.fabric].density * area ** 0.8;
    // No office lets a district grow without bound: the denser, the sooner it is divided.
    return Math.max(480, 5200 * (1 - Math.exp(-people / 5200)) * Math.exp(0.24 * random.normal()));
  });
  const fixed = districts.reduce((sum, { residents }) => sum + (residents ?? 0), 0);
  const scale = (total - fixed) / (raw.reduce((sum, people) => sum + people, 0) - fixed);
  return districts.map((district, d) => {
    const traits = fabricTraits[district.fabric];
    const centre = centres[d]!;
    const startResidents = Math.round(raw[d]! * (district.residents === null ? scale : 1));
    const out = distance(centre, [0, 0]);
    return {
      key: district.key,
      name: district.name,
      fabric: district.fabric,
      hardship: district.hardship,
      centre,
      area: areas[d]!,
      startResidents,
      startDwellings: Math.round(
        (startResidents / traits.personsPerDwelling) *
          (1 + traits.vacancy) *
          Math.exp(0.03 * random.normal()),
      ),
      dwellingSize: traits.dwellingSize * Math.exp(0.06 * random.normal()),
      surroundings: 0.28 * slow(centre) + 0.24 * random.normal(),
      centrality: Math.exp(-((out / 3200) ** 2)),
      growth: 0.6 + 0.8 * random.next(),
      childShare: traits.childShare * Math.exp(0.09 * random.normal()),
      olderShare: traits.olderShare * Math.exp(0.12 * random.normal()),
      moving: traits.moving * Math.exp(0.1 * random.normal()),
      network: traits.network + district.network + 0.16 * random.normal(),
    };
  });
}
