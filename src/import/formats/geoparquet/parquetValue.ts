import type { SchemaElement } from 'hyparquet';
import { single } from '../flatgeobuf/readFgbProperties.ts';

export type PlainValue = string | number | boolean | null;

/** What the library makes of dates, texts and outlines: nothing that loses anything. */
export const parsers = {
  timestampFromMilliseconds: (millis: bigint): string | null => timeOf(Number(millis)),
  timestampFromMicroseconds: (micros: bigint): string | null => timeOf(Number(micros / 1000n)),
  timestampFromNanoseconds: (nanos: bigint): string | null => timeOf(Number(nanos / 1_000_000n)),
  dateFromDays: (days: number): string | null => timeOf(days * 86_400_000)?.slice(0, 10) ?? null,
  jsonFromBytes: (bytes: Uint8Array | undefined): string | null => textOf(bytes),
  stringFromBytes: (bytes: Uint8Array | undefined): string | null => textOf(bytes),
  geometryFromBytes: (bytes: Uint8Array | undefined): Uint8Array | undefined => bytes,
  geographyFromBytes: (bytes: Uint8Array | undefined): Uint8Array | undefined => bytes,
};

/**
 * A value of a column as text, number or truth. Whole numbers beyond what a number can hold come as text, because they
 * are keys; lists and structures as JSON; bytes that are no text as null.
 */
export function parquetValue(value: unknown, element: SchemaElement): PlainValue {
  switch (typeof value) {
    case 'string':
    case 'boolean':
      return value;
    case 'bigint':
      return Number.isSafeInteger(Number(value)) ? Number(value) : String(value);
    case 'number':
      if (!Number.isFinite(value)) return null;
      if (element.type === 'FLOAT') return single(value);
      // The library multiplies by a power of ten, which leaves 0.30000000000000004.
      return element.converted_type === 'DECIMAL' ? Number(value.toFixed(element.scale ?? 0)) : value;
    case 'object':
      if (value === null) return null;
      if (value instanceof Uint8Array) return textOf(value);
      return JSON.stringify(value, (_, inner: unknown) =>
        typeof inner === 'bigint' ? String(inner) : inner,
      );
    default:
      return null;
  }
}

function timeOf(millis: number): string | null {
  const time = new Date(millis);
  return Number.isNaN(time.getTime()) ? null : time.toISOString().replace(/\.000Z$|Z$/, '');
}

function textOf(bytes: Uint8Array | undefined): string | null {
  if (!bytes) return null;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
