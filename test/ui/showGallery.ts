import { render } from 'preact';
import { page } from 'vitest/browser';
import { showGallery } from '../browser/gallery.tsx';

/** The gallery in a fresh page, and how to take it down. */
export async function openGallery(width = 1440, height = 900): Promise<{ root: HTMLElement; close(): void }> {
  await page.viewport(width, height);
  const root = document.createElement('main');
  document.body.append(root);
  showGallery(root);
  return {
    root,
    close() {
      render(null, root);
      root.remove();
    },
  };
}
