/** Official systems of keys whose length is known, so that a lost zero shows even where every key has lost it. */
export interface KeySystem {
  readonly id: string;
  readonly length: number;
  /** On `headingWords`. */
  readonly heading: RegExp;
}

export const keySystems: readonly KeySystem[] = [
  { id: 'ars', length: 12, heading: /\bars\b|regional ?schl/ },
  { id: 'ags', length: 8, heading: /\bags\b|gemeinde ?(?:schl|kennziffer)/ },
  { id: 'lor-plr', length: 8, heading: /\bplr\b|planungsraum/ },
  { id: 'lor-bzr', length: 6, heading: /\bbzr\b|bezirksregion/ },
  { id: 'lor-pgr', length: 4, heading: /\bpgr\b|prognoseraum/ },
  { id: 'postcode', length: 5, heading: /\bplz\b|postleitzahl|post ?code|postal code/ },
];

/** The system a key belongs to by its heading and the length of most keys; one lost zero is allowed for. */
export function keySystemOf(heading: string, length: number): KeySystem | null {
  return (
    keySystems.find((it) => it.heading.test(heading) && (length === it.length || length === it.length - 1)) ??
    null
  );
}
