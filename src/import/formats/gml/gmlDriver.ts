import type { Geometry, Position } from 'geojson';
import { fail, type Problem, problem, type Result, succeed } from '#model/result.ts';
import type { Driver, FileContents, FormatFile, RawLayer, ReadChoices, ReadContext } from '../driver.ts';
import { extensionOf } from '../extension.ts';
import type { RawFeature } from '../feature.ts';
import {
  attributeOf,
  elementsOf,
  loadXmlReader,
  nameOf,
  textOf,
  type XmlElement,
} from '../xml/xmlElement.ts';
import { BrokenXml, rootOf, xmlPieces } from '../xml/xmlPieces.ts';
import { startOf, xmlText } from '../xml/xmlText.ts';
import { crsOfSrsName, orderInGermany } from './crsOfSrsName.ts';
import { BrokenGml, isGmlGeometry, readGmlGeometry } from './readGmlGeometry.ts';

/** Geography Markup Language as a WFS answers with it (GML 2, 3.1, 3.2). */
export const gmlDriver: Driver = {
  id: 'gml',
  extensions: ['gml', 'xml'],
  companions: ['xsd', 'gfs'],
  recognises({ path, bytes }) {
    const start = startOf(bytes);
    const root = rootOf(start);
    if (root === '' || root === 'html' || root === 'kml') return 0;
    if (/FeatureCollection$|ExceptionReport$/.test(root)) return 1;
    if (/opengis\.net\/(gml|wfs)/.test(start)) return 0.9;
    return extensionOf(path) === 'gml' ? 0.5 : 0;
  },
  async read(file, choices, context) {
    try {
      return await readGml(file, choices, context);
    } catch (error) {
      if (!(error instanceof BrokenXml)) throw error;
      return fail(problem('xml-invalid', {}, { file: file.path }));
    }
  },
};

async function readGml(
  file: FormatFile,
  choices: ReadChoices,
  context: ReadContext,
): Promise<Result<FileContents>> {
  const where = { file: file.path };
  const read = xmlText(file.bytes, file.path, choices.encoding);
  if ('problem' in read) return fail(read.problem);
  const { text } = read;
  const elementOf = await loadXmlReader();
  const isReport = /ExceptionReport$/.test(rootOf(text.slice(0, 4_096)));
  const collected = new Layers();
  let pieces = 0;
  for (const piece of xmlPieces(text, isReport ? isException : isPart)) {
    if (pieces++ % 64 === 0) await context.pause(piece.end, text.length);
    const element = elementOf(piece);
    if (isReport) {
      const message = textOf(element).replace(/\s+/g, ' ').slice(0, 500);
      return fail(problem('gml-exception', { text: message }, where));
    }
    if (piece.local === 'boundedBy') collected.around(srsNameIn(element));
    else if (/[mM]ember$/.test(piece.local))
      for (const feature of elementsOf(element)) collected.add(feature);
    else collected.add(element);
  }
  const { layers, notes } = collected.finish(file.path);
  if (layers.length === 0) return fail(...notes, problem('layer-empty', {}, where));
  return succeed({ encoding: null, delimiter: null, sheets: [], layers }, notes);
}

/** `member` and `featureMember` hold a feature each, `featureMembers` all of them. */
function isPart(local: string, parent: string): boolean {
  return (
    local === 'member' || local === 'featureMember' || local === 'boundedBy' || parent === 'featureMembers'
  );
}

function isException(local: string): boolean {
  return local === 'Exception' || local === 'ServiceException';
}

interface ReadFeature {
  readonly properties: Readonly<Record<string, string | null>>;
  readonly geometry: Geometry | null;
  readonly srsName: string;
}

/** Features by their type. */
class Layers {
  readonly #layers = new Map<string, ReadFeature[]>();
  #srsName = '';
  #unread = 0;

  /** The name of the system that is meant where a geometry has none. */
  around(srsName: string): void {
    if (this.#srsName === '') this.#srsName = srsName;
  }

  add(element: XmlElement): void {
    const name = nameOf(element);
    if (/FeatureCollection$/.test(name)) {
      // Several answers in one.
      for (const member of elementsOf(element)) {
        if (/[mM]embers?$/.test(nameOf(member))) for (const feature of elementsOf(member)) this.add(feature);
      }
      return;
    }
    const features = this.#layers.get(name) ?? [];
    features.push(this.#featureOf(element));
    this.#layers.set(name, features);
  }

  #featureOf(element: XmlElement): ReadFeature {
    const properties: [string, string | null][] = [];
    let geometry: Geometry | null = null;
    let srsName = '';
    const visit = (parent: XmlElement, path: string, depth: number): void => {
      for (const child of elementsOf(parent)) {
        const name = path === '' ? nameOf(child) : `${path}.${nameOf(child)}`;
        if (nameOf(child) === 'boundedBy' && path === '') continue;
        const shape = elementsOf(child).find(isGmlGeometry);
        if (shape) {
          try {
            const found = readGmlGeometry(shape);
            // Beside the outline there may be a point where its name is written.
            if (!found || (geometry && !(isArea(found) && !isArea(geometry)))) continue;
            geometry = found;
            srsName = srsNameIn(shape) || srsNameIn(element);
          } catch (error) {
            if (!(error instanceof BrokenGml)) throw error;
            this.#unread++;
          }
        } else if (elementsOf(child).length > 0 && depth < 6) visit(child, name, depth + 1);
        else properties.push([name, textOf(child) || attributeOf(child, 'href')]);
      }
    };
    visit(element, '', 0);
    const id = attributeOf(element, 'id') ?? attributeOf(element, 'fid');
    if (id !== null) properties.push(['gml_id', id]);
    return { properties: gathered(properties), geometry, srsName };
  }

  finish(file: string): { readonly layers: readonly RawLayer[]; readonly notes: readonly Problem[] } {
    const notes: Problem[] = [];
    const layers = [...this.#layers].map(([name, features]) => {
      const where = { file };
      const srsName = features.find((feature) => feature.srsName !== '')?.srsName ?? this.#srsName;
      const srs = crsOfSrsName(srsName);
      const order = srs.crs === null ? null : orderByEvidence(srs.crs, features);
      const northFirst = order === null ? srs.northFirst : order === 'north';
      if (northFirst !== srs.northFirst) notes.push(problem('gml-axes-otherwise', { name: srsName }, where));
      let others = 0;
      const raw = features.map((feature): RawFeature => {
        const isOther = feature.srsName !== '' && crsOfSrsName(feature.srsName).crs !== srs.crs;
        if (isOther) others++;
        const geometry = isOther ? null : feature.geometry;
        return { properties: feature.properties, geometry: northFirst ? exchanged(geometry) : geometry };
      });
      if (others > 0) notes.push(problem('gml-systems-mixed', { n: others, name: srsName }, where));
      return {
        name: this.#layers.size === 1 ? '' : name,
        features: raw,
        crs: srs.crs,
        crsText: srs.crs === null && srsName !== '' ? srsName : null,
      };
    });
    if (this.#unread > 0) notes.push(problem('gml-geometry-unread', { n: this.#unread }, { file }));
    return { layers, notes };
  }
}

function isArea({ type }: Geometry): boolean {
  return type === 'Polygon' || type === 'MultiPolygon';
}

/** Several values under one name are put together. */
function gathered(properties: readonly (readonly [string, string | null])[]): ReadFeature['properties'] {
  const values = new Map<string, string | null>();
  for (const [name, value] of properties) {
    const before = values.get(name) ?? null;
    values.set(name, before === null ? value : value === null ? before : `${before}; ${value}`);
  }
  return Object.fromEntries(values);
}

/** The first name of a system on the element, in it or around it. */
function srsNameIn(element: XmlElement): string {
  const own = element.getAttribute('srsName');
  if (own) return own;
  for (const child of elementsOf(element)) {
    const inner = srsNameIn(child);
    if (inner !== '') return inner;
  }
  return '';
}

/** Services exist that write the axes otherwise than the name of their system says: in Germany only one order can be. */
function orderByEvidence(crs: string, features: readonly ReadFeature[]): 'north' | 'east' | null {
  const votes = { north: 0, east: 0 };
  for (const { geometry } of features.slice(0, 1_000)) {
    const [first, second] = firstPosition(geometry) ?? [];
    const order = first === undefined || second === undefined ? null : orderInGermany(crs, first, second);
    if (order) votes[order]++;
  }
  if (votes.north === votes.east) return null;
  return votes.north > votes.east ? 'north' : 'east';
}

function firstPosition(geometry: Geometry | null): Position | null {
  if (!geometry) return null;
  if (geometry.type === 'GeometryCollection') return firstPosition(geometry.geometries[0] ?? null);
  let value: unknown = geometry.coordinates;
  while (Array.isArray(value) && Array.isArray(value[0])) value = value[0];
  return value as Position;
}

function exchanged(geometry: Geometry | null): Geometry | null {
  if (!geometry) return null;
  if (geometry.type === 'GeometryCollection') {
    return { ...geometry, geometries: geometry.geometries.flatMap((part) => exchanged(part) ?? []) };
  }
  const turn = (value: unknown): unknown =>
    Array.isArray(value) && typeof value[0] === 'number'
      ? [value[1], value[0]]
      : (value as unknown[]).map(turn);
  return { ...geometry, coordinates: turn(geometry.coordinates) } as Geometry;
}
