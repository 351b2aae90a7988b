import { fail, type Problem, problem, type Result, succeed } from '#model/result.ts';
import type { Driver, FileContents, FormatFile, ReadChoices, ReadContext } from '../driver.ts';
import { extensionOf } from '../extension.ts';
import type { RawFeature } from '../feature.ts';
import { loadXmlReader } from '../xml/xmlElement.ts';
import { BrokenXml, rootOf, xmlPieces } from '../xml/xmlPieces.ts';
import { startOf, xmlText } from '../xml/xmlText.ts';
import { readPlacemark } from './readPlacemark.ts';

/** Keyhole Markup Language. A `.kmz` is an archive of one and arrives here unpacked. */
export const kmlDriver: Driver = {
  id: 'kml',
  extensions: ['kml'],
  companions: [],
  recognises({ path, bytes }) {
    const start = startOf(bytes);
    const root = rootOf(start);
    if (root === 'kml' || /opengis\.net\/kml|earth\.google\.com\/kml/.test(start)) return 1;
    return extensionOf(path) === 'kml' ? 0.5 : 0;
  },
  async read(file, choices, context) {
    try {
      return await readKml(file, choices, context);
    } catch (error) {
      if (!(error instanceof BrokenXml)) throw error;
      return fail(problem('xml-invalid', {}, { file: file.path }));
    }
  },
};

async function readKml(
  { path, bytes }: FormatFile,
  choices: ReadChoices,
  context: ReadContext,
): Promise<Result<FileContents>> {
  const where = { file: path };
  const read = xmlText(bytes, path, choices.encoding);
  if ('problem' in read) return fail(read.problem);
  const { text } = read;
  const elementOf = await loadXmlReader();
  const features: RawFeature[] = [];
  let links = 0;
  let unread = 0;
  let pieces = 0;
  for (const piece of xmlPieces(text, (local) => local === 'Placemark' || local === 'NetworkLink')) {
    if (pieces++ % 64 === 0) await context.pause(piece.end, text.length);
    if (piece.local === 'NetworkLink') links++;
    else {
      const placemark = readPlacemark(elementOf(piece));
      if (placemark.isBroken) unread++;
      features.push(placemark.feature);
    }
  }
  const notes: Problem[] = [];
  if (links > 0) notes.push(problem('kml-links', { n: links }, where));
  if (unread > 0) notes.push(problem('kml-geometry-unread', { n: unread }, where));
  if (features.length === 0) return fail(...notes, problem('layer-empty', {}, where));
  const layer = { name: '', features, crs: 'EPSG:4326', crsText: null };
  return succeed({ encoding: null, delimiter: null, sheets: [], layers: [layer] }, notes);
}
