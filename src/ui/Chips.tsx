import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import './Field.css';
import './Chips.css';

export interface Chip<T extends string> {
  readonly value: T;
  readonly label: ComponentChildren;
  /** Small figure after the label ("409"). */
  readonly count?: string;
  readonly disabled?: boolean;
  /** Why disabled, or what it means. */
  readonly title?: string;
}

interface Shared<T extends string> {
  readonly label: string;
  /** Keep the label for screen readers only. */
  readonly hideLabel?: boolean;
  readonly options: readonly Chip<T>[];
  readonly note?: ComponentChildren;
}

export interface ChipsProps<T extends string> extends Shared<T> {
  readonly value: T | null;
  readonly onChange: (value: T) => void;
}

/** One of a few: pills over native radio buttons, so that arrows, Tab and form readers work as they always do. */
export function Chips<T extends string>(props: ChipsProps<T>) {
  const { value, onChange } = props;
  return pills(props, 'radio', (option) => option === value, onChange);
}

export interface MultiChipsProps<T extends string> extends Shared<T> {
  readonly values: readonly T[];
  readonly onChange: (values: readonly T[]) => void;
}

/** Any of a few: pills over native check boxes. */
export function MultiChips<T extends string>(props: MultiChipsProps<T>) {
  const { values, onChange, options } = props;
  return pills(
    props,
    'checkbox',
    (option) => values.includes(option),
    (option) => {
      const chosen = new Set(values);
      if (!chosen.delete(option)) chosen.add(option);
      onChange(options.map((each) => each.value).filter((each) => chosen.has(each)));
    },
  );
}

function pills<T extends string>(
  { label, hideLabel, options, note }: Shared<T>,
  type: 'radio' | 'checkbox',
  isOn: (value: T) => boolean,
  choose: (value: T) => void,
) {
  const name = useId();
  return (
    <fieldset class="ql-field">
      <legend class={hideLabel ? 'ql-unseen' : 'ql-label ql-chips-legend'}>{label}</legend>
      <div class="ql-chips">
        {options.map((option) => (
          <label key={option.value} class="ql-chip" title={option.title}>
            <input
              type={type}
              name={name}
              value={option.value}
              checked={isOn(option.value)}
              disabled={option.disabled}
              onChange={() => choose(option.value)}
            />
            <span>
              {option.label}
              {option.count === undefined ? null : <span class="ql-chip-count">{option.count}</span>}
            </span>
          </label>
        ))}
      </div>
      {note ? <p class="ql-note">{note}</p> : null}
    </fieldset>
  );
}
