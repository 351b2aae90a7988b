import { calendar } from './calendar.ts';
import type { Children } from './children.ts';
import type { CompositionRow, InstitutionPlan, ProviderId } from './institutions.ts';
import { distance, type Point } from './plane.ts';
import type { Random } from './random.ts';
import { address } from './schools.ts';
import type { Site } from './sites.ts';

const NUMBER_OF_KITAS = 110;
/** Children under six among those under fifteen. */
export const UNDER_SIX = 0.405;

/** Kita providers: how common, how large, and how families of German and other languages take to them (log points). */
const providers: readonly {
  readonly id: ProviderId;
  readonly part: number;
  readonly places: readonly [number, number];
  readonly other: number;
  readonly poor: number;
}[] = [
  { id: 'stadt', part: 0.4, places: [70, 150], other: 0.35, poor: 0.25 },
  { id: 'evangelisch', part: 0.16, places: [55, 105], other: -0.45, poor: -0.1 },
  { id: 'katholisch', part: 0.09, places: [50, 100], other: -0.4, poor: -0.1 },
  { id: 'wohlfahrt', part: 0.2, places: [60, 130], other: 0.25, poor: 0.25 },
  { id: 'elterninitiative', part: 0.1, places: [18, 45], other: -1.5, poor: -1.1 },
  { id: 'betrieb', part: 0.05, places: [30, 70], other: -0.7, poor: -1.2 },
];

export interface Kitas {
  readonly kitas: readonly InstitutionPlan[];
  readonly rows: readonly CompositionRow[];
  /** `[y][d]`: children of the district in any kita. */
  readonly attending: readonly (readonly number[])[];
}

/** Kitas are chosen near home; who gets in where depends on provider, language and means. Places bind. */
export function simulateKitas(
  sites: readonly Site[],
  children: readonly (readonly Children[])[],
  place: (district: number, random: Random) => Point,
  random: Random,
): Kitas {
  const kitas = foundKitas(sites, children[4]!, place, random);
  const charm = kitas.map(() => 0.64 * random.normal());
  const rows: CompositionRow[] = [];
  const attending: number[][] = [];
  calendar.forEach(({ year }, y) => {
    const kinds = sites.flatMap((_, d) => {
      const { german, nonGerman, germanPoor, nonGermanPoor } = children[y]![d]!;
      const growth = 1 + 0.008 * y;
      return [
        { d, n: (german - germanPoor) * UNDER_SIX * 0.69 * growth, other: false, poor: false },
        { d, n: germanPoor * UNDER_SIX * 0.58 * growth, other: false, poor: true },
        { d, n: (nonGerman - nonGermanPoor) * UNDER_SIX * 0.6 * growth, other: true, poor: false },
        { d, n: nonGermanPoor * UNDER_SIX * 0.5 * growth, other: true, poor: true },
      ];
    });
    const flows = kinds.map(({ d, other, poor }) =>
      kitas.map(({ position, provider, capacity }, k) => {
        const traits = providers.find(({ id }) => id === provider)!;
        const away = distance(position, sites[d]!.centre) / 1000;
        return (
          capacity *
          Math.exp(
            -2.6 * away * (poor ? 1.2 : 1) +
              (other ? traits.other + charm[k]! : -charm[k]!) +
              (poor ? traits.poor : 0),
          )
        );
      }),
    );
    const places = kitas.reduce((sum, { capacity }) => sum + capacity, 0);
    const asked = kinds.reduce((sum, { n }) => sum + n, 0);
    // Where places run out some wait, in every group alike.
    const wanted = Math.min(asked, 0.985 * places);
    for (const kind of kinds) kind.n *= wanted / asked;
    for (let round = 0; round < 25; round++) {
      flows.forEach((row, i) => {
        const sum = row.reduce((s, f) => s + f, 0);
        row.forEach((f, k) => {
          row[k] = (f * kinds[i]!.n) / sum;
        });
      });
      kitas.forEach(({ capacity }, k) => {
        const taken = flows.reduce((sum, row) => sum + row[k]!, 0);
        const room = (capacity / places) * wanted;
        const factor = room / taken;
        for (const row of flows) row[k]! *= factor;
      });
    }
    const byDistrict = sites.map(() => 0);
    flows.forEach((row, i) => {
      byDistrict[kinds[i]!.d]! += row.reduce((s, f) => s + f, 0);
    });
    attending.push(byDistrict);
    kitas.forEach((kita, k) => {
      let all = 0;
      let other = 0;
      let poor = 0;
      flows.forEach((row, i) => {
        all += row[k]!;
        if (kinds[i]!.other) other += row[k]!;
        if (kinds[i]!.poor) poor += row[k]!;
      });
      const total = Math.min(kita.capacity, Math.max(8, Math.round(all)));
      const noise = (share: number) => 0.6 * Math.sqrt((share * (1 - share)) / total) * random.normal();
      const near = (share: number) => Math.max(0, Math.min(1, share + noise(share)));
      rows.push({
        institution: kita.id,
        year,
        classKind: 'all',
        total,
        nonGerman: Math.round(total * near(other / all)),
        feeExempt: Math.round(total * near(poor / all)),
      });
    });
  });
  return { kitas, rows, attending };
}

const words = [
  'Löwenzahn',
  'Regenbogen',
  'Sonnenblume',
  'Kastanienbande',
  'Pusteblume',
  'Mäuseburg',
  'Sternschnuppe',
  'Wirbelwind',
  'Zaubergarten',
  'Schatzinsel',
  'Villa Kunterbunt',
  'Spatzennest',
  'Bärenhöhle',
  'Wurzelkinder',
  'Froschteich',
  'Kinderland',
  'Himmelszelt',
  'Arche',
  'Rappelkiste',
  'Waldwichtel',
];

function foundKitas(
  sites: readonly Site[],
  children: readonly Children[],
  place: (district: number, random: Random) => Point,
  random: Random,
): InstitutionPlan[] {
  const small = children.map(({ german, nonGerman }) => (german + nonGerman) * UNDER_SIX);
  const served = sites.map(() => 0.35 * random.next());
  const used = new Map<string, number>();
  const kitas: InstitutionPlan[] = [];
  const left = providers.map(({ part }) => Math.round(part * NUMBER_OF_KITAS));
  for (let k = 0; k < NUMBER_OF_KITAS; k++) {
    // The next kita goes where most children are without one.
    const district = small.reduce(
      (best, n, d) => (n / (served[d]! + 0.5) > small[best]! / (served[best]! + 0.5) ? d : best),
      0,
    );
    served[district]! += 1;
    const site = sites[district]!;
    const rich = site.hardship[0] + site.surroundings;
    const weights = providers.map(({ id }, p) => {
      const bias = id === 'elterninitiative' || id === 'betrieb' ? Math.exp(-0.8 * rich) : 1;
      return left[p]! * bias;
    });
    const drawn = random.multinomial(1, weights).indexOf(1);
    const p = drawn < 0 ? 0 : drawn;
    left[p]! -= 1;
    const { id: provider, places } = providers[p]!;
    const word = words[Math.floor(random.next() * words.length)]!;
    const plain = provider === 'stadt' || provider === 'wohlfahrt' ? `Kita ${site.name}` : '';
    const church = provider === 'evangelisch' ? 'Ev. Kita ' : provider === 'katholisch' ? 'Kath. Kita ' : '';
    let name =
      plain !== '' && !used.has(plain) ? plain : church !== '' ? `${church}${site.name}` : `Kita ${word}`;
    if (provider === 'elterninitiative') name = `Kinderladen ${word}`;
    if (provider === 'betrieb') name = `Betriebskita ${word}`;
    const number = (used.get(name) ?? 0) + 1;
    used.set(name, number);
    kitas.push({
      id: `k${String(k + 1).padStart(3, '0')}`,
      name: number === 1 ? name : `${name} ${'I'.repeat(number)}`,
      form: 'kita',
      provider,
      district,
      position: place(district, random),
      capacity: Math.round((places[0] + (places[1] - places[0]) * random.next()) / 5) * 5,
      address: address(random),
    });
  }
  return kitas;
}
