import type { Catalogue } from '../i18n.ts';

export const disclosure: Catalogue['disclosure'] = {
  title: 'Disclosure control',
  lead: 'Small counts can make single people recognisable. Here you decide which figures are not shown: on the map, in tables and sentences and in saved pictures and tables alike.',
  active: 'In force: {profile}.',
  change: 'See and change the rules',
  close: 'Close the rules',
  apply: 'Apply',
  'apply-note':
    'The original data stay on this machine unchanged; the rules can be changed again at any time.',
  'project-note': 'A project file with data contains the original data unprotected.',
  profiles: 'Rules',
  own: 'Own rules',
  'rule-nothing':
    'All figures are shown as they were delivered. Right for data that were protected before they were published.',
  'rule-count':
    'Counts below {minimum} are not shown, nor counts that leave fewer than {minimum} others. Zero stays.',
  'rule-denominator':
    'Shares and the counts behind them are shown only if they rest on at least {minimum} people (or households, dwellings, cases).',
  'rule-institution':
    'Of institutions with fewer than {minimum} children only the number of all children is shown.',
  'rule-dominance':
    'Counts that make up {share} of a whole or more are not shown: they speak of nearly everybody there.',
  'rule-rounding': 'Each count is rounded by itself to a multiple of {base}; sums may therefore differ.',
  'rule-secondary':
    'Where a figure that is not shown could be found by subtracting, a second one is not shown: that of another area, say, if the sum of both is known (secondary suppression).',
  'field-count': 'Smallest count shown',
  'field-denominator': 'Smallest base of a share',
  'field-institution': 'Smallest institution',
  'field-rounding': 'Round to multiples of',
  'rounding-none': 'do not round',
  'field-dominance': 'Do not show dominant shares',
  'field-dominance-share': 'Dominant from (per cent)',
  'field-secondary': 'Protect against finding the figure by subtracting, too',
  'error-range': 'A whole number from {from} to {to}',
  'error-rounding': 'When rounding to {base}, the smallest count shown may not be above {base}',
  'effect-title': 'Effect on these data',
  'effect-run': 'Compute the effect',
  'effect-pending': 'Computing the effect',
  applying: 'Applying the rules',
  'effect-none': 'No figure is hidden.',
  effect: 'Not shown: {n|# figure|# figures} of {of} ({share})',
  'effect-split':
    'To be protected by themselves: {n}. Hidden with them so that they cannot be computed: {secondary}.',
  'example-open': 'Example: uncover one of the figures not shown',
  example: 'Example: “{variable}” in {area}, {year}: {value}. The figure is not shown, reason: {reason}.',
  'example-company':
    'Still shown is “{wholeVariable}” in {wholeArea}: {whole}. Whoever subtracts everything else would arrive at {hidden}. So “{variable}” in {area} is not shown either: {value}.',
  years: 'Year by year, {from} to {to}',
  'column-year': 'Year',
  'column-own': 'protected by themselves',
  'column-secondary': 'hidden with them',
  'effect-beyond-help':
    '{n|# figure that is not shown can|# figures that are not shown can} still be worked out from those shown, or nearly: there is no other figure to hide with it. Take these figures out of the data before passing anything on, or choose larger areas.',
  'effect-beyond-help-one': '{variable}, {area} ({year})',
  'effect-rounded': 'Rounded: {n|# figure|# figures}',
  'effect-areas':
    '{year}: {n|# area|# areas} of {of} with figures not shown; {residents} of {all} people live there',
  'effect-areas-only': '{year}: {n|# area|# areas} of {of} with figures not shown',
  'effect-institutions': '{n|# institution|# institutions} with figures not shown',
  reasons: 'Figures not shown by reason',
  'reason-count': 'count too small',
  'reason-complement': 'too few others',
  'reason-dominance': 'nearly everybody',
  'reason-denominator': 'base too small',
  'reason-secondary': 'protects another figure',
  'column-reason': 'Reason',
  'column-areas': 'Areas',
  'column-institutions': 'Institutions',
  columns: 'Most affected',
  'column-variable': 'Variable',
  'column-hidden': 'not shown',
  'column-of': 'of',
  sources: 'Where the rules come from',
};
