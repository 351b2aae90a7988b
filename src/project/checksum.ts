/**
 * SHA-256 in hexadecimal digits. Not by `crypto.subtle`: browsers have it only on pages served with TLS, which those of
 * an office network often are not.
 */
export async function checksum(bytes: Uint8Array): Promise<string> {
  const [{ sha256 }, { bytesToHex }] = await Promise.all([
    import('@noble/hashes/sha2.js'),
    import('@noble/hashes/utils.js'),
  ]);
  return bytesToHex(sha256(bytes));
}
