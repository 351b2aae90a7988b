/** A feature whose parts have not been checked yet. */
export interface RawFeature {
  readonly properties: Readonly<Record<string, unknown>>;
  readonly geometry: unknown;
}

/** A property as text; null when absent or empty; `undefined` is never returned. */
export function propertyOf(feature: RawFeature, name: string): unknown {
  return Object.hasOwn(feature.properties, name) ? feature.properties[name] : undefined;
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
