import type { ComponentChildren } from 'preact';
import './InfoLine.css';

export interface InfoLineProps {
  /** What a figure rests on: n used, n left out, source, date. Empty ones are skipped. */
  readonly items: readonly (ComponentChildren | null | false)[];
}

/** The small print under a chart or table, its parts set apart by a dot. */
export function InfoLine({ items }: InfoLineProps) {
  const shown = items.filter((item) => item !== null && item !== false && item !== '');
  return (
    <ul class="ql-info ql-note">
      {shown.map((item, index) => (
        <li key={index}>{item}</li>
      ))}
    </ul>
  );
}
