import { BrokenFgb } from './readFgbGeometry.ts';

export interface FgbColumn {
  readonly name: string;
  /** By its number in the format. */
  readonly type: number;
}

const utf8 = new TextDecoder();

/**
 * The properties of a feature: pairs of column number and value, one after the other. Whole numbers beyond what a number
 * can hold come as text, because they are keys.
 */
export function readFgbProperties(
  bytes: Uint8Array,
  columns: readonly FgbColumn[],
): Readonly<Record<string, string | number | boolean | null>> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const values = new Map<string, string | number | boolean | null>(columns.map(({ name }) => [name, null]));
  let at = 0;
  const take = (size: number): number => {
    const start = at;
    at += size;
    if (at > bytes.length) throw new BrokenFgb('ends too early');
    return start;
  };
  const block = (): Uint8Array => {
    const size = view.getUint32(take(4), true);
    const start = take(size);
    return bytes.subarray(start, start + size);
  };
  while (at < bytes.length) {
    const column = columns[view.getUint16(take(2), true)];
    if (!column) throw new BrokenFgb('unknown column');
    values.set(column.name, value(column.type));
  }
  return Object.fromEntries(values);

  function value(type: number): string | number | boolean | null {
    switch (type) {
      case 0:
        return view.getInt8(take(1));
      case 1:
        return view.getUint8(take(1));
      case 2:
        return view.getUint8(take(1)) !== 0;
      case 3:
        return view.getInt16(take(2), true);
      case 4:
        return view.getUint16(take(2), true);
      case 5:
        return view.getInt32(take(4), true);
      case 6:
        return view.getUint32(take(4), true);
      case 7:
        return whole(view.getBigInt64(take(8), true));
      case 8:
        return whole(view.getBigUint64(take(8), true));
      case 9:
        return finite(single(view.getFloat32(take(4), true)));
      case 10:
        return finite(view.getFloat64(take(8), true));
      case 11:
      case 12:
      case 13:
        return utf8.decode(block());
      case 14:
        block();
        return null;
      default:
        throw new BrokenFgb(`unknown type ${type}`);
    }
  }
}

function whole(value: bigint): number | string {
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : String(value);
}

function finite(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}

/** 0.1 in single precision is 0.10000000149 in double: the shortest number that is the same in single precision is meant. */
export function single(value: number): number {
  for (let digits = 1; digits <= 9; digits++) {
    const shorter = Number(value.toPrecision(digits));
    if (Math.fround(shorter) === value) return shorter;
  }
  return value;
}
