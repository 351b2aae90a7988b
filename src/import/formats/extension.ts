/** What follows the last dot of a file name, lower case; empty when there is none. */
export function extensionOf(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1);
  const dot = name.lastIndexOf('.');
  return dot < 0 ? '' : name.slice(dot + 1).toLowerCase();
}

/** Path without its last extension, for files that belong together; upper and lower case are the same. */
export function baseOf(path: string): string {
  const extension = extensionOf(path);
  const dropped = extension === '' ? path : path.slice(0, -extension.length - 1);
  return dropped.normalize('NFC').toLowerCase();
}
