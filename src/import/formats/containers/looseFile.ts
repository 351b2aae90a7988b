/** A file as it was dropped or found in an archive. */
export interface LooseFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}
