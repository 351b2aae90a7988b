/** Kinds of services layers are loaded from; they stand in recipes. */
export const serviceKinds = ['wfs', 'ogc-api', 'arcgis'] as const;
export type ServiceKind = (typeof serviceKinds)[number];

/** A geodata service as it describes itself. */
export interface ServiceDescription {
  readonly kind: ServiceKind;
  /** Without query: what requests are made of. */
  readonly address: string;
  readonly version: string;
  readonly title: string;
  /** Who offers it and under which licence, word for word; empty when it does not say. */
  readonly provider: string;
  readonly licence: string;
  readonly layers: readonly ServiceLayer[];
  /** The layer that the address was about; absent where it named none. */
  readonly wanted?: string;
  /** Of a WFS: the most features of one answer, where it says so. */
  readonly most?: number;
}

export interface ServiceLayer {
  /** Type name, collection id or number. */
  readonly id: string;
  readonly title: string;
  readonly abstract: string;
  /** `EPSG:25833`; the one used unless another is chosen. */
  readonly crs: string | null;
  /** The same as the service writes it, where it has to be asked for by name. */
  readonly srsName?: string;
  readonly otherCrs: readonly string[];
  /** Media types in which the layer can be had, best first. */
  readonly formats: readonly string[];
  /** Of an OGC API: where its first page is, where the service says so. */
  readonly items?: string;
}
