import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import './Checkbox.css';

export interface CheckboxProps {
  readonly label: ComponentChildren;
  /** Keep the label for screen readers only. */
  readonly hideLabel?: boolean;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
  /** Neither on nor off: some of many are. */
  readonly mixed?: boolean;
  readonly disabled?: boolean;
  readonly id?: string;
  readonly note?: ComponentChildren;
}

/** Yes or no. */
export function Checkbox({
  label,
  hideLabel,
  checked,
  onChange,
  mixed,
  disabled,
  note,
  ...rest
}: CheckboxProps) {
  const own = useId();
  const id = rest.id ?? own;
  return (
    <div class="ql-check">
      <input
        id={id}
        type="checkbox"
        checked={checked}
        disabled={disabled}
        aria-describedby={note ? `${id}-note` : undefined}
        ref={(element) => {
          if (element) element.indeterminate = mixed ?? false;
        }}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      <div class={hideLabel ? 'ql-unseen' : 'ql-check-text'}>
        <label for={id}>{label}</label>
        {note ? (
          <p class="ql-note" id={`${id}-note`}>
            {note}
          </p>
        ) : null}
      </div>
    </div>
  );
}
