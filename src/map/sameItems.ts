/** Equal in length and in every property: a caller that makes its arrays anew costs no drawing. */
export function sameItems<T extends object>(some: readonly T[], others: readonly T[]): boolean {
  return (
    some === others ||
    (some.length === others.length &&
      some.every((item, i) => {
        const other = others[i];
        if (!other) return false;
        return (
          item === other || (Object.keys(item) as (keyof T)[]).every((name) => item[name] === other[name])
        );
      }))
  );
}
