import type { ComponentChildren } from 'preact';
import './EmptyState.css';

export interface EmptyStateProps {
  /** What is not there. */
  readonly title: string;
  /** Why, and what would bring it. */
  readonly children?: ComponentChildren;
  readonly action?: ComponentChildren;
}

/** Instead of an empty box: what is missing, why, and what to do. */
export function EmptyState({ title, children, action }: EmptyStateProps) {
  return (
    <div class="ql-empty">
      <p class="ql-empty-title">{title}</p>
      {children ? <div class="ql-empty-text">{children}</div> : null}
      {action ? <div class="ql-empty-action">{action}</div> : null}
    </div>
  );
}
