import type { Catalogue } from '../i18n.ts';

export const ui: Catalogue['ui'] = {
  close: 'Close',
  cancel: 'Cancel',
  play: 'Play',
  pause: 'Pause',
  'no-data-in-year': 'no data',
  'search-none': 'No match for “{query}”',
  'search-count': '{n|# suggestion|# suggestions}',
  'search-clear': 'Clear search',
  'choose-none': 'Nothing chosen',
  'table-empty': 'No rows',
  'progress-part': '{part}%',
  'problems-more': '{n|# more note|# more notes}',
  'problem-place-row': '{file}, row {row}',
  'problem-place-cell': '{file}, row {row}, column {column}',
  'problem-place-column': '{file}, column {column}',
  'open-sheet': 'Open {title}',
  'close-sheet': 'Close {title}',
  'explain-term': 'What does “{term}” mean?',
};
