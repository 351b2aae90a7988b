import { loadWords } from '#i18n/i18n.ts';

// Texts that the page loads when it needs them are there in every test.
await loadWords('de');
