import type { ComponentChildren } from 'preact';
import './Field.css';

export interface FieldProps {
  readonly label: ComponentChildren;
  /** Id of the control, when there is exactly one. */
  readonly htmlFor?: string;
  /** Small print under the control: definition, source. */
  readonly note?: ComponentChildren;
  readonly children: ComponentChildren;
}

/** A labelled control in a panel. Chips and Select bring their own label and need no Field. */
export function Field({ label, htmlFor, note, children }: FieldProps) {
  return (
    <div class="ql-field">
      {htmlFor ? (
        <label class="ql-label" for={htmlFor}>
          {label}
        </label>
      ) : (
        <div class="ql-label">{label}</div>
      )}
      {children}
      {note ? <p class="ql-note">{note}</p> : null}
    </div>
  );
}
