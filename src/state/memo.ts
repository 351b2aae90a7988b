/**
 * A function of the state that is computed again only when one of the values it reads has changed (by `Object.is`).
 * Holds one result: selectors answer for the state now.
 */
export function memo<State, const Inputs extends readonly unknown[], Output>(
  read: (state: State) => Inputs,
  compute: (inputs: Inputs) => Output,
): (state: State) => Output {
  let last: { readonly inputs: Inputs; readonly output: Output } | null = null;
  return (state) => {
    const inputs = read(state);
    if (last?.inputs.every((value, i) => Object.is(value, inputs[i]))) return last.output;
    last = { inputs, output: compute(inputs) };
    return last.output;
  };
}
