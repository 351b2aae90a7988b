import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import './Field.css';
import './TextField.css';

export interface TextFieldProps {
  readonly label: string;
  readonly hideLabel?: boolean;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** Changes are reported when the field is left or Enter is pressed, not with every letter. */
  readonly lazy?: boolean;
  /** Id of the control, so that a list of what is missing can lead to it. */
  readonly id?: string;
  readonly note?: ComponentChildren;
  readonly placeholder?: string;
  /** What is wrong with the value: shown, and read out with the field. */
  readonly error?: string | null;
  readonly type?: 'text' | 'search' | 'url' | 'number';
  readonly inputMode?: 'text' | 'numeric' | 'decimal';
  readonly lines?: number;
  readonly size?: number;
  readonly suggestions?: readonly string[];
}

/** A line, or some lines, of text. */
export function TextField(props: TextFieldProps) {
  const { label, hideLabel, value, onChange, lazy, note, placeholder, error, type = 'text', lines } = props;
  const own = useId();
  const id = props.id ?? own;
  const shared = {
    id,
    class: 'ql-text',
    value,
    placeholder,
    'aria-invalid': error ? true : undefined,
    'aria-describedby': error ? `${id}-error` : note ? `${id}-note` : undefined,
    spellcheck: false,
    [lazy ? 'onChange' : 'onInput']: (event: { currentTarget: { value: string } }) =>
      onChange(event.currentTarget.value),
  };
  return (
    <div class="ql-field">
      <label class={hideLabel ? 'ql-unseen' : 'ql-label'} for={id}>
        {label}
      </label>
      {lines ? (
        <textarea {...shared} rows={lines} />
      ) : (
        <input
          {...shared}
          type={type}
          inputMode={props.inputMode}
          size={props.size}
          autocomplete="off"
          list={props.suggestions ? `${id}-list` : undefined}
        />
      )}
      {props.suggestions ? (
        <datalist id={`${id}-list`}>
          {props.suggestions.map((each) => (
            <option key={each} value={each} />
          ))}
        </datalist>
      ) : null}
      {error ? (
        <p class="ql-text-error" id={`${id}-error`}>
          {error}
        </p>
      ) : null}
      {note ? (
        <p class="ql-note" id={`${id}-note`}>
          {note}
        </p>
      ) : null}
    </div>
  );
}
