import { fail, problem, type Result, succeed } from '#model/result.ts';
import type { ReadContext } from '../driver.ts';
import { isRecord } from '../feature.ts';
import { askArcgis } from './arcgis.ts';
import { countIn, cutLayer, type LayerFeatures, mostFeatures, mostPages, tooMany } from './layerFeatures.ts';
import { type Fetch, hostOf, join, withParameters } from './requests.ts';
import type { ServiceDescription, ServiceLayer } from './service.ts';

type Document = Readonly<Record<string, unknown>>;

const everything = { where: '1=1', outFields: '*', outSR: '4326', f: 'geojson' };

/** The address under which a browser shows the first page of a layer. */
export function queryAddress(
  service: Pick<ServiceDescription, 'address'>,
  layer: Pick<ServiceLayer, 'id'>,
): string {
  return withParameters(join(service.address, `${encodeURIComponent(layer.id)}/query`), everything);
}

/** All features of a layer, in the order of their numbers: each page begins after the last number of the one before. */
export async function loadArcgis(
  service: ServiceDescription,
  layer: ServiceLayer,
  fetcher: Fetch,
  context: ReadContext,
  agreed: number,
): Promise<Result<LayerFeatures>> {
  const host = hostOf(service.address);
  const about = await askArcgis(join(service.address, encodeURIComponent(layer.id)), {}, fetcher, context);
  if (!about.ok) return about;
  const query = join(service.address, `${encodeURIComponent(layer.id)}/query`);
  const { number, dates } = fieldsOf(about.value);
  const counted = await askArcgis(query, { where: '1=1', returnCountOnly: 'true' }, fetcher, context);
  const all = counted.ok ? countIn(counted.value.count) : null;
  if (all !== null && all > agreed) return fail(tooMany(layer, all));
  const features: unknown[] = [];
  const way: ReadContext = { ...context, pause: () => context.pause(features.length, all ?? 0) };
  let where = everything.where;
  for (let pages = 0; pages < mostPages; pages++) {
    const asked: Record<string, string> = { ...everything, where };
    if (number !== null) asked.orderByFields = number;
    const page = await askArcgis(query, asked, fetcher, way);
    if (!page.ok) return page;
    if (!Array.isArray(page.value.features) || page.value.type !== 'FeatureCollection')
      return fail(problem('service-no-features', { layer: layer.title, host }));
    const more = page.value.features as unknown[];
    for (const feature of more) features.push(withDays(feature, dates));
    const last = number === null ? null : lastOf(more, number);
    const isWhole = all === null ? !isExceeded(page.value) : features.length >= all;
    const next = last === null ? null : `${number}>${last}`;
    const isStuck = more.length === 0 || next === null || next === where;
    if (isWhole || isStuck || features.length >= mostFeatures)
      return succeed({
        features,
        crs: 'EPSG:4326',
        notes: isWhole ? [] : [cutLayer(layer, features.length, all)],
      });
    where = next;
  }
  return fail(problem('service-too-many-pages', { layer: layer.id, n: features.length }));
}

/** The field that numbers the features, and those that are points in time. */
function fieldsOf({ objectIdField, fields }: Document): {
  readonly number: string | null;
  readonly dates: readonly string[];
} {
  const all = Array.isArray(fields) ? fields.filter(isRecord) : [];
  const ofType = (type: string): readonly string[] =>
    all.flatMap((field) => (field.type === type && typeof field.name === 'string' ? [field.name] : []));
  const named = typeof objectIdField === 'string' ? objectIdField : ofType('esriFieldTypeOID')[0];
  return {
    number: named !== undefined && /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(named) ? named : null,
    dates: ofType('esriFieldTypeDate'),
  };
}

/** Points in time arrive as milliseconds; a day is what is meant by them. */
function withDays(feature: unknown, dates: readonly string[]): unknown {
  if (dates.length === 0 || !isRecord(feature) || !isRecord(feature.properties)) return feature;
  const properties = { ...feature.properties };
  for (const name of dates) {
    const value = Object.hasOwn(properties, name) ? properties[name] : null;
    if (typeof value !== 'number' || Math.abs(value) > 8.64e15) continue;
    const text = new Date(value).toISOString();
    properties[name] = text.endsWith('T00:00:00.000Z') ? text.slice(0, 10) : text;
  }
  return { ...feature, properties };
}

function lastOf(features: readonly unknown[], name: string): number | null {
  let last: number | null = null;
  for (const feature of features) {
    if (!isRecord(feature)) continue;
    const own = isRecord(feature.properties) ? feature.properties[name] : undefined;
    const value = own ?? feature.id;
    if (typeof value === 'number' && Number.isSafeInteger(value) && (last === null || value > last))
      last = value;
  }
  return last;
}

/** Written beside the features or, since others may not stand there, in properties of the collection. */
function isExceeded({ exceededTransferLimit, properties }: Document): boolean {
  return (
    exceededTransferLimit === true || (isRecord(properties) && properties.exceededTransferLimit === true)
  );
}
