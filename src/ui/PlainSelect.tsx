import { useId } from 'preact/hooks';
import './Field.css';
import './PlainSelect.css';

export interface PlainSelectProps<T extends string> {
  readonly label: string;
  readonly hideLabel?: boolean;
  readonly options: readonly {
    readonly value: T;
    readonly label: string;
    readonly group?: string;
    readonly disabled?: boolean;
  }[];
  readonly value: T | '';
  readonly onChange: (value: T) => void;
  /** Stands for nothing chosen. */
  readonly placeholder?: string;
  readonly id?: string;
  readonly small?: boolean;
  readonly disabled?: boolean;
}

/** One of many, as the browser's own list: for tables full of them, where `Select` would be too large. */
export function PlainSelect<T extends string>(props: PlainSelectProps<T>) {
  const { label, hideLabel, options, value, onChange, placeholder, small, disabled } = props;
  const own = useId();
  const id = props.id ?? own;
  const groups = new Map<string, PlainSelectProps<T>['options'][number][]>();
  for (const option of options) {
    const members = groups.get(option.group ?? '');
    if (members) members.push(option);
    else groups.set(option.group ?? '', [option]);
  }
  const isKnown = options.some((option) => option.value === value);
  return (
    <div class="ql-field">
      <label class={hideLabel ? 'ql-unseen' : 'ql-label'} for={id}>
        {label}
      </label>
      <select
        id={id}
        class={`ql-plain-select${small ? ' ql-plain-select-small' : ''}`}
        value={isKnown ? value : ''}
        disabled={disabled}
        onChange={(event) => onChange(event.currentTarget.value as T)}
      >
        {placeholder !== undefined || !isKnown ? (
          <option value="" disabled={!isKnown ? undefined : true} hidden={isKnown}>
            {placeholder ?? ''}
          </option>
        ) : null}
        {[...groups].map(([group, members]) => {
          const items = members.map((option) => (
            <option key={option.value} value={option.value} disabled={option.disabled}>
              {option.label}
            </option>
          ));
          return group === '' ? (
            items
          ) : (
            <optgroup key={group} label={group}>
              {items}
            </optgroup>
          );
        })}
      </select>
    </div>
  );
}
