import { type Cluster, clusters, type LocalAnswer } from '#measuring/answer.ts';

/** Areas of every kind of cluster, as positions. */
export function clusterMembers({ cluster }: LocalAnswer): Readonly<Record<Cluster, readonly number[]>> {
  const members: Record<Cluster, number[]> = {
    none: [],
    'high-high': [],
    'low-high': [],
    'low-low': [],
    'high-low': [],
    island: [],
    excluded: [],
  };
  cluster.forEach((code, a) => {
    const kind = clusters[code];
    if (kind) members[kind].push(a);
  });
  return members;
}

/** The order in which clusters are listed: alike first, then those unlike their neighbours. */
export const listedClusters = ['high-high', 'low-low', 'high-low', 'low-high', 'none', 'island'] as const;
