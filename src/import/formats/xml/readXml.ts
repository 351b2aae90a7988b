import { loadXmlReader, type XmlElement } from './xmlElement.ts';
import { BrokenXml, xmlPieces } from './xmlPieces.ts';
import { xmlText } from './xmlText.ts';

/**
 * The root of a small XML document, such as the capabilities of a service; null when it is none. What declares an encoding
 * that it is not in is read as UTF-8 or as the code page of Windows.
 */
export async function readXml(bytes: Uint8Array): Promise<XmlElement | null> {
  for (const encoding of [undefined, 'utf-8', 'windows-1252']) {
    const read = xmlText(bytes, '', encoding);
    if ('problem' in read) continue;
    const elementOf = await loadXmlReader();
    try {
      const [root] = [...xmlPieces(read.text, (_, parent) => parent === '')];
      return root ? elementOf(root) : null;
    } catch (error) {
      if (!(error instanceof BrokenXml)) throw error;
      return null;
    }
  }
  return null;
}
