import type { ImportPlan } from './plan.ts';

/** Tables that tell something of the institutions of another one: where they are, or what codes in it mean. */
export function servingTables({ institutions }: Pick<ImportPlan, 'institutions'>): ReadonlySet<string> {
  return new Set(
    institutions
      .filter(({ use }) => use === 'institutions')
      .flatMap(({ form, formNames, provider, providerNames, position }) => [
        ...(position.kind === 'table' ? [position.table] : []),
        ...(form !== null && formNames ? [formNames.table] : []),
        ...(provider !== null && providerNames ? [providerNames.table] : []),
      ]),
  );
}
