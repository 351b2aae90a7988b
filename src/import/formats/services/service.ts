/** A geodata service as it describes itself. */
export interface ServiceDescription {
  readonly kind: 'wfs' | 'ogc-api';
  /** Without query: what requests are made of. */
  readonly address: string;
  readonly version: string;
  readonly title: string;
  /** Who offers it and under which licence, word for word; empty when it does not say. */
  readonly provider: string;
  readonly licence: string;
  readonly layers: readonly ServiceLayer[];
}

export interface ServiceLayer {
  /** Type name or collection id. */
  readonly id: string;
  readonly title: string;
  readonly abstract: string;
  /** `EPSG:25833`; the one used unless another is chosen. */
  readonly crs: string | null;
  readonly otherCrs: readonly string[];
  /** Media types in which the layer can be had, best first. */
  readonly formats: readonly string[];
}
