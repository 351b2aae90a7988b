import type { FileSource } from '../source.ts';

/** Files below an address of the own host. `fetch` is a parameter, so that nothing is requested behind its back. */
export function fromUrl(base: string, fetchFile: typeof fetch): FileSource {
  const folder = base.endsWith('/') ? base : `${base}/`;
  return {
    name: base,
    async read(path) {
      const response = await fetchFile(folder + path.split('/').map(encodeURIComponent).join('/'));
      if (response.status === 404) return null;
      if (!response.ok) throw new Error(`HTTP ${response.status}`);
      // Hosts of single-page apps answer unknown paths with their start page.
      if (response.headers.get('content-type')?.includes('text/html')) return null;
      return new Uint8Array(await response.arrayBuffer());
    },
  };
}
