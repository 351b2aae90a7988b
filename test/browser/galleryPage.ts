import { showGallery } from './gallery.tsx';

const root = document.getElementById('gallery');
if (root) showGallery(root);
