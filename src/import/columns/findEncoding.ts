import type { EncodingFinding } from '../formats/driver.ts';

export function findEncoding(bytes: Uint8Array, chosen?: string): EncodingFinding {
  if (chosen) return { encoding: chosen, from: 'chosen', alternatives: [], sample: '' };
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return { encoding: 'utf-8', from: 'valid', alternatives: [], sample: '' };
  } catch {
    let c = 0;
    let w = 0;
    for (const b of bytes) {
      if ([0x84, 0x94, 0x81, 0x8e, 0x99, 0x9a, 0xe1].includes(b)) c++;
      if ([0xe4, 0xf6, 0xfc, 0xc4, 0xd6, 0xdc, 0xdf].includes(b)) w++;
    }
    return { encoding: c > w ? 'cp850' : 'windows-1252', from: 'evidence', alternatives: [], sample: '' };
  }
}
