/** Where the files of a pack come from: a folder, a zip, an address of our own host. Paths are relative, with `/`. */
export interface FileSource {
  /** Shown in problems, e.g. the name of the dropped folder. */
  readonly name: string;
  /** Bytes of one file, or null when it does not exist. */
  read(path: string): Promise<Uint8Array | null>;
}
