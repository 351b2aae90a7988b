export interface Utf8Evidence {
  /** Characters of several bytes that are sound. */
  readonly sound: number;
  /** Places where a sequence breaks off or cannot be. */
  readonly broken: number;
  /** Position of the first of them; the length when there is none. */
  readonly firstBroken: number;
}

/** How much of the bytes above ASCII is UTF-8. */
export function utf8Evidence(bytes: Uint8Array): Utf8Evidence {
  let sound = 0;
  let broken = 0;
  let firstBroken = bytes.length;
  let i = 0;
  while (i < bytes.length) {
    const lead = bytes[i]!;
    if (lead < 0x80) {
      i++;
      continue;
    }
    const length = sequenceLength(bytes, i);
    if (length > 0) {
      sound++;
      i += length;
      continue;
    }
    if (broken === 0) firstBroken = i;
    broken++;
    i++;
  }
  return { sound, broken, firstBroken };
}

/** Bytes of the sequence that starts here; 0 when it is none. */
function sequenceLength(bytes: Uint8Array, at: number): number {
  const lead = bytes[at]!;
  const length = lead < 0xc2 ? 0 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : lead < 0xf5 ? 4 : 0;
  for (let k = 1; k < length; k++) if (((bytes[at + k] ?? 0) & 0xc0) !== 0x80) return 0;
  const second = bytes[at + 1] ?? 0;
  // Longer than needed, half of a surrogate pair, beyond Unicode.
  if (lead === 0xe0 && second < 0xa0) return 0;
  if (lead === 0xed && second > 0x9f) return 0;
  if (lead === 0xf0 && second < 0x90) return 0;
  if (lead === 0xf4 && second > 0x8f) return 0;
  return length;
}
