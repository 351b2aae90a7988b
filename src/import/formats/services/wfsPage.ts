import { fail, problem, type Result, succeed } from '#model/result.ts';
import type { ReadContext } from '../driver.ts';
import { isRecord } from '../feature.ts';
import { fileName } from './fileName.ts';
import { countIn, crsOfCollection, type LayerFeatures } from './layerFeatures.ts';
import { parsedJson } from './parsedJson.ts';
import { refusalIn } from './refusalIn.ts';
import { type Answer, ask, type Fetch } from './requests.ts';
import type { ServiceDescription, ServiceLayer } from './service.ts';
import { featureAddress } from './wfs.ts';

/** One answer with features, the whole layer or a part of it. */
export interface WfsPage extends LayerFeatures {
  /** How many there are altogether, where the service says so. */
  readonly matched: number | null;
  /** It speaks of a page after this one. */
  readonly hasNext: boolean;
}

/** GeoJSON or GML, whatever was asked for; or what the service says instead. */
export async function readWfsPage(
  answer: Answer,
  layer: ServiceLayer,
  host: string,
  context: ReadContext,
): Promise<Result<WfsPage>> {
  const text = startOf(answer).trimStart();
  const json = text.startsWith('{') ? parsedJson(answer) : null;
  if (json && Array.isArray(json.features)) {
    const links = Array.isArray(json.links) ? (json.links as unknown[]) : [];
    return succeed({
      features: json.features as unknown[],
      crs: crsOfCollection(json, layer.crs),
      matched: countIn(json.numberMatched) ?? countIn(json.totalFeatures),
      hasNext: links.some((link) => isRecord(link) && link.rel === 'next'),
      notes: [],
    });
  }
  const refusal = refusalIn(text);
  if (refusal !== null) return fail(problem('service-refused', { host, reason: refusal }));
  if (!text.startsWith('<') || /^<(!doctype\s+)?html/i.test(text))
    return fail(problem('service-no-features', { layer: layer.id, host }));
  return readGmlPage(answer, text, layer, context);
}

async function readGmlPage(
  answer: Answer,
  start: string,
  layer: ServiceLayer,
  context: ReadContext,
): Promise<Result<WfsPage>> {
  const file = { path: `${fileName(layer.id)}.gml`, bytes: answer.bytes, companions: new Map() };
  const { gmlDriver: driver } = await import('../gml/gmlDriver.ts');
  const read = await driver.read(file, {}, context);
  const matched = countIn(attributeIn(start, 'numberMatched'));
  const hasNext = (attributeIn(start, 'next') ?? '') !== '';
  if (!read.ok) {
    const isEmpty = read.problems.every(({ code }) => code === 'layer-empty');
    return isEmpty ? succeed({ features: [], crs: layer.crs, matched, hasNext: false, notes: [] }) : read;
  }
  const { layers } = read.value;
  // Kinds of the same type stand beside each other.
  const features = layers.flatMap((one) => one.features);
  return succeed({
    features: features.map(({ properties, geometry }) => ({ type: 'Feature', properties, geometry })),
    crs: layers.find((one) => one.crs !== null)?.crs ?? layer.crs,
    matched,
    hasNext,
    notes: read.notes,
  });
}

/** How many features a layer has; null where the service does not say. Asked for in the format all of them have. */
export async function countWfs(
  service: ServiceDescription,
  layer: ServiceLayer,
  fetcher: Fetch,
  context: ReadContext,
): Promise<number | null> {
  const answer = await ask(featureAddress(service, layer, { hits: true }), 'text/xml', fetcher, context);
  if (!answer.ok) return null;
  const text = startOf(answer.value);
  if (refusalIn(text) !== null) return null;
  return countIn(attributeIn(text, 'numberMatched') ?? attributeIn(text, 'numberOfFeatures'));
}

function startOf({ bytes }: Answer): string {
  return new TextDecoder().decode(bytes.subarray(0, 20_000));
}

/** An attribute of the outermost element. */
function attributeIn(text: string, name: string): string | null {
  const root = /<(?![?!])[^>]*>/.exec(text)?.[0] ?? '';
  return new RegExp(`\\s${name}\\s*=\\s*["']([^"']*)["']`).exec(root)?.[1] ?? null;
}
