import { normalCrs } from '../../geometry/normalCrs.ts';
import type { RawLayer } from '../driver.ts';
import { isRecord } from '../feature.ts';

/** The `crs` member: dropped from the standard, but what offices write when coordinates are no degrees. */
export function declaredCrs(value: unknown): Pick<RawLayer, 'crs' | 'crsText'> {
  const member = isRecord(value) && isRecord(value.crs) ? value.crs : null;
  const properties = member && isRecord(member.properties) ? member.properties : null;
  if (!properties) return { crs: null, crsText: null };
  const said = properties.name ?? properties.code;
  if (typeof said !== 'string' && typeof said !== 'number') return { crs: null, crsText: null };
  const crs = normalCrs(String(said));
  return { crs, crsText: crs === null && typeof said === 'string' ? said : null };
}
