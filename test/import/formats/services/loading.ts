import { expect } from 'vitest';
import { wordsOf } from '#i18n/i18n.ts';
import { describeProblem } from '#i18n/problemText.ts';
import { describeService } from '#import/formats/services/describeService.ts';
import { loadLayer } from '#import/formats/services/loadLayer.ts';
import type { ServiceDescription } from '#import/formats/services/service.ts';
import type { Problem, Result } from '#model/result.ts';
import type { PretendedHost } from './pretendedHost.ts';

const context = { pause: async () => undefined };

export function given<T>(result: Result<T>): T {
  if (!result.ok)
    throw new Error(result.problems.map((one) => describeProblem(wordsOf('de'), one)).join('\n'));
  return result.value;
}

/** What was wrong, each with words that leave nothing open. */
export function codesOf(problems: readonly Problem[]): readonly string[] {
  for (const one of problems) expect(describeProblem(wordsOf('de'), one)).not.toMatch(/\{\w+/);
  return problems.map(({ code }) => code);
}

export async function describeAt(host: PretendedHost, address: string): Promise<Result<ServiceDescription>> {
  return describeService(address, host.fetcher, context);
}

export interface Loaded {
  readonly path: string;
  readonly features: readonly {
    readonly properties: Readonly<Record<string, unknown>>;
    readonly geometry: { readonly type: string; readonly coordinates: readonly unknown[] } | null;
  }[];
  /** As the file names it; null for degrees. */
  readonly crs: string | null;
  readonly notes: readonly string[];
}

/** The first layer of the service at an address, or the one named. */
export async function loadFrom(host: PretendedHost, address: string, layer?: string): Promise<Loaded> {
  const service = given(await describeAt(host, address));
  const result = await loadLayer(service, layer ?? service.layers[0]?.id ?? '', host.fetcher, context);
  const { path, bytes } = given(result);
  const { features, crs } = JSON.parse(new TextDecoder().decode(bytes));
  return { path, features, crs: crs?.properties.name ?? null, notes: result.ok ? codesOf(result.notes) : [] };
}

export function keysOf({ features }: Loaded): readonly unknown[] {
  return features.map(({ properties }) => properties.schluessel);
}

export async function refusedFrom(
  host: PretendedHost,
  address: string,
  layer?: string,
): Promise<readonly string[]> {
  const service = given(await describeAt(host, address));
  const result = await loadLayer(service, layer ?? service.layers[0]?.id ?? '', host.fetcher, context);
  return codesOf(result.ok ? [] : result.problems);
}
