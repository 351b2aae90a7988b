/**
 * Run times of the fastest other package for a task, in milliseconds, as recorded on a machine of this kind (2 × EPYC,
 * lattices of 250 m squares, two or five groups): PySAL segregation 2.5.4 and esda 2.5.1 on Python 3.11, OasisR 3.1.1,
 * segregation 1.1.0, seg 0.5-7 and spdep 1.2.7 on R 4.2.2. Null: not run, because the package would need more memory
 * than the machine has.
 */
export interface Peer {
  readonly by: string;
  readonly ms: Readonly<Record<500 | 5000 | 50000, number | null>>;
}

const peer = (by: string, small: number, middle: number, large: number | null): Peer => ({
  by,
  ms: { 500: small, 5000: middle, 50000: large },
});

export const peers = {
  d: peer('OasisR, OasisR, PySAL', 0.2, 1.06, 7.97),
  dMulti: peer('OasisR, PySAL, PySAL', 0.14, 0.57, 9.45),
  gini: peer('PySAL', 1.66, 12.42, 1100),
  giniMulti: peer('PySAL', 21.24, 725.38, null),
  h: peer('OasisR, OasisR, PySAL', 0.14, 0.96, 5.15),
  hMulti: peer('OasisR, PySAL, PySAL', 0.16, 0.49, 12.66),
  mAndH: peer('segregation', 4.74, 15.24, 140),
  mAndHBootstrap: peer('segregation', 299, 1300, 9000),
  moran: peer('esda', 15.78, 103.38, 1200),
  localMoran: peer('esda', 27.41, 191.64, 4900),
  allTwoGroups: peer('PySAL', 9.5, 20.03, 1100),
  allManyGroups: peer('PySAL', 23.84, 706.5, null),
  localScores: peer('segregation', 7.14, 36, 343),
  queen: peer('libpysal', 13.87, 198.61, 2100),
  spatialH: peer('PySAL', 167.95, 2000, 21400),
  spatialFamilies: peer('seg', 3.94, 49, 2300),
} as const satisfies Readonly<Record<string, Peer>>;
