/** The map and both its libraries, fetched when first needed: about 460 kB that the first paint does without. */
export function loadMap(): Promise<typeof import('./mapView.ts')> {
  return import('./mapView.ts');
}
