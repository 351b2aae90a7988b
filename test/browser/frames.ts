/** Lets the browser draw so many times: for what must not happen, there is nothing else to wait for. */
export async function frames(count: number): Promise<void> {
  for (let frame = 0; frame < count; frame++) {
    await new Promise((resolve) => requestAnimationFrame(resolve));
  }
}
