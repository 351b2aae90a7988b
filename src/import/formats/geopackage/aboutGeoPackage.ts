import { aboutMetadata } from '../aboutMetadata.ts';
import type { FileAbout } from '../driver.ts';

/**
 * What the metadata of a GeoPackage (ISO 19139) and the descriptions of its layers say about their source.
 *
 * @param descriptions - of the layers, as they stand
 * @param documents - metadata as XML
 */
export function aboutGeoPackage(
  descriptions: readonly string[],
  documents: readonly string[],
): FileAbout | null {
  return aboutMetadata(documents[0] ?? '', descriptions);
}
