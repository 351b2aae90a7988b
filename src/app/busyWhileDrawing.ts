/** What the waiting needs of the map. */
export interface Drawn {
  /** Resolves when everything set so far has been drawn. */
  settled(): Promise<void>;
}

/**
 * Says with `aria-busy` on its element that a map does not show yet what it was given last.
 * @returns to be called after everything that the map is given
 */
export function busyWhileDrawing(element: Element, map: Drawn): () => void {
  let given = 0;
  const wait = async (): Promise<void> => {
    for (let drawn = 0; drawn < given; ) {
      const now = given;
      await map.settled();
      drawn = now;
    }
    element.removeAttribute('aria-busy');
  };
  return () => {
    given++;
    if (element.hasAttribute('aria-busy')) return;
    element.setAttribute('aria-busy', 'true');
    void wait();
  };
}
