import fc from 'fast-check';

/** Two to five columns of counts over the same units, zeros among them. */
export const manyGroups: fc.Arbitrary<readonly (readonly number[])[]> = fc
  .tuple(fc.integer({ min: 2, max: 5 }), fc.integer({ min: 2, max: 15 }))
  .chain(([k, n]) =>
    fc.array(fc.array(fc.oneof(fc.constant(0), fc.nat(300)), { minLength: n, maxLength: n }), {
      minLength: k,
      maxLength: k,
    }),
  );

/** Sum of the values that are defined. */
export function sumOf(values: Float64Array): number {
  return values.reduce((sum, value) => (Number.isNaN(value) ? sum : sum + value), 0);
}
