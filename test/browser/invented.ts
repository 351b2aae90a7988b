import { randomLcg, randomNormal } from 'd3';

/** Invented areas, the same on every run. */
export interface InventedArea {
  readonly key: string;
  readonly name: string;
  readonly section: string;
  readonly poverty: number;
  readonly rent: number;
  readonly change: number;
  readonly residents: number;
}

const first = ['Alte', 'Neue', 'Obere', 'Untere', 'Große', 'Kleine', 'Lange', 'Krumme', 'Stille', 'Hohe'];
const second = ['Aue', 'Gasse', 'Mühle', 'Höhe', 'Weide', 'Brücke', 'Furt', 'Heide', 'Siedlung', 'Wiese'];
const third = ['Nord', 'Süd', 'Ost', 'West', 'Mitte', 'am Wehr'];

export function inventAreas(count: number): InventedArea[] {
  const uniform = randomLcg(7);
  const normal = randomNormal.source(uniform)(0, 1);
  return Array.from({ length: count }, (_, index) => {
    const poverty =
      index % 90 === 17 ? Number.NaN : Math.min(0.78, 0.03 + 0.18 * Math.exp(0.75 * normal()) - 0.02);
    return {
      key: String(1_000_000 + index).padStart(8, '0'),
      name: `${first[index % 10]} ${second[Math.floor(index / 10) % 10]} ${third[Math.floor(index / 100) % 6]}`,
      section: `Stadtbezirk ${1 + Math.floor((index * 6) / count)}`,
      poverty,
      rent: 14.5 - 6 * (poverty || 0.2) + 0.9 * normal(),
      change: 0.02 * normal(),
      residents: Math.round(1200 + 11_000 * uniform()),
    };
  });
}

export function quantileBreaks(values: readonly number[], count: number): number[] {
  const sorted = values.filter((value) => !Number.isNaN(value)).sort((a, b) => a - b);
  return Array.from(
    { length: count - 1 },
    (_, k) => sorted[Math.floor(((k + 1) * sorted.length) / count)] ?? 0,
  );
}

/** Invented institutions: many far from the mean, so that the funnel has something to show. */
export function inventInstitutions(count: number) {
  const uniform = randomLcg(11);
  const normal = randomNormal.source(uniform)(0, 1);
  return Array.from({ length: count }, (_, index) => {
    const size = Math.max(40, Math.round(430 + 130 * normal()));
    const share = Math.min(1, Math.max(0, 0.45 + 0.3 * normal()));
    const spread = 3 * Math.sqrt((0.45 * 0.55) / size);
    const standing = share > 0.45 + spread ? 'above' : share < 0.45 - spread ? 'below' : 'within';
    return { key: `s${index}`, label: `Schule ${index + 1}`, size, share, standing } as const;
  });
}

/** Normal approximation, enough for a picture of a funnel. */
export function roughLimits(mean: number, largest: number) {
  const sizes = Float64Array.from({ length: 60 }, (_, index) => 15 + ((largest - 15) * index) / 59);
  const edge = (z: number) =>
    sizes.map((size) => Math.min(1, Math.max(0, mean + z * Math.sqrt((mean * (1 - mean)) / size))));
  return { sizes, low95: edge(-1.96), high95: edge(1.96), low998: edge(-3.09), high998: edge(3.09) };
}
