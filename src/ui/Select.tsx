import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { useLanguage } from '#i18n/LanguageContext.ts';
import { usePopover } from './usePopover.ts';
import './Field.css';
import './popover.css';
import './Select.css';

export interface SelectOption<T extends string> {
  readonly value: T;
  readonly label: string;
  /** Second line: definition, size, source. */
  readonly note?: string;
  /** Options of one group stand together under its name. */
  readonly group?: string;
  readonly disabled?: boolean;
}

export interface SelectProps<T extends string> {
  readonly label: string;
  readonly hideLabel?: boolean;
  readonly options: readonly SelectOption<T>[];
  readonly value: T | null;
  readonly onChange: (value: T) => void;
  /** Shown while nothing is chosen. */
  readonly placeholder?: string;
  readonly note?: ComponentChildren;
  readonly disabled?: boolean;
}

/** One of many, with a second line per option. A select-only combobox: arrows, Home, End, page keys and type-ahead. */
export function Select<T extends string>(props: SelectProps<T>) {
  const { label, hideLabel, options, value, onChange, note, disabled } = props;
  const { words } = useLanguage();
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const typed = useRef({ text: '', at: 0 });
  const [isOpen, setOpen] = useState(false);
  const chosen = options.findIndex((option) => option.value === value);
  const [active, setActive] = useState(chosen);
  usePopover(isOpen, list, button, () => setOpen(false), { sameWidth: true });

  useEffect(() => {
    if (isOpen) list.current?.querySelector('[data-active="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [isOpen, active]);

  const open = (at: number) => {
    setActive(at >= 0 ? at : next(options, -1, 1));
    setOpen(true);
  };
  const choose = (index: number) => {
    const option = options[index];
    if (!option || option.disabled) return;
    setOpen(false);
    if (option.value !== value) onChange(option.value);
  };
  const search = (letter: string, at: number) => {
    const before = typed.current;
    const text = at - before.at < 600 ? before.text + letter : letter;
    typed.current = { text, at };
    return find(options, text, isOpen ? active : chosen);
  };

  const press = (event: KeyboardEvent) => {
    const { key } = event;
    if (event.ctrlKey || event.metaKey) return;
    const isLetter = key.length === 1 && (key !== ' ' || event.timeStamp - typed.current.at < 600);
    if (isLetter && !event.altKey) {
      const found = search(key, event.timeStamp);
      open(found >= 0 ? found : isOpen ? active : chosen);
    } else if (!isOpen) {
      if (!['ArrowDown', 'ArrowUp', 'Enter', ' ', 'Home', 'End'].includes(key)) return;
      open(
        key === 'Home' ? next(options, -1, 1) : key === 'End' ? next(options, options.length, -1) : chosen,
      );
    } else if (key === 'Escape') setOpen(false);
    else if (key === 'Enter' || key === ' ') choose(active);
    else if (key === 'Tab') {
      choose(active);
      return;
    } else {
      const to = target(options, active, key);
      if (to === null) return;
      setActive(to);
    }
    event.preventDefault();
    event.stopPropagation();
  };

  const shown = options[chosen];
  return (
    <div class="ql-field">
      <div class={hideLabel ? 'ql-unseen' : 'ql-label'} id={`${id}-label`}>
        {label}
      </div>
      <button
        ref={button}
        type="button"
        class="ql-select"
        role="combobox"
        aria-labelledby={`${id}-label`}
        aria-haspopup="listbox"
        aria-expanded={isOpen}
        aria-controls={`${id}-list`}
        aria-activedescendant={isOpen && active >= 0 ? `${id}-${active}` : undefined}
        disabled={disabled}
        onClick={() => (isOpen ? setOpen(false) : open(chosen))}
        onKeyDown={press}
        onBlur={() => setOpen(false)}
      >
        <span class="ql-select-text">
          <span class="ql-select-title">
            {shown?.label ?? props.placeholder ?? words.t('ui.choose-none')}
          </span>
          {shown?.note ? <span class="ql-select-note">{shown.note}</span> : null}
        </span>
        <svg class="ql-select-arrow" viewBox="0 0 10 6" width="10" height="6" aria-hidden="true">
          <path d="M0 0h10L5 6z" fill="currentColor" />
        </svg>
      </button>
      <div
        ref={list}
        id={`${id}-list`}
        class="ql-popover ql-select-list"
        popover="manual"
        role="listbox"
        aria-labelledby={`${id}-label`}
        // The button keeps the focus; without this a press on the scroll bar or a gap would close the list.
        onPointerDown={(event) => event.preventDefault()}
        onMouseDown={(event) => event.preventDefault()}
      >
        {isOpen
          ? grouped(options).map(({ group, members }) => {
              const items = members.map((index) => {
                const option = options[index];
                if (!option) return null;
                return (
                  // biome-ignore lint/a11y/useFocusableInteractive: the combobox keeps the focus and names the active option
                  // biome-ignore lint/a11y/useKeyWithClickEvents: keys are handled by the combobox
                  <div
                    key={option.value}
                    id={`${id}-${index}`}
                    class="ql-option"
                    role="option"
                    aria-selected={index === chosen}
                    aria-disabled={option.disabled ? true : undefined}
                    data-active={index === active}
                    onPointerMove={() => index !== active && setActive(index)}
                    onClick={() => choose(index)}
                  >
                    <span>{option.label}</span>
                    {option.note ? <span class="ql-option-note">{option.note}</span> : null}
                  </div>
                );
              });
              if (group === null) return items;
              const groupId = `${id}-group-${members[0] ?? 0}`;
              return (
                // biome-ignore lint/a11y/useSemanticElements: a fieldset may not stand inside a listbox
                <div key={group} role="group" aria-labelledby={groupId}>
                  <div class="ql-option-group" id={groupId}>
                    {group}
                  </div>
                  {items}
                </div>
              );
            })
          : null}
      </div>
      {note ? <p class="ql-note">{note}</p> : null}
    </div>
  );
}

type Options = readonly { readonly label: string; readonly group?: string; readonly disabled?: boolean }[];

/** The next option that can be chosen from `from` in `direction`; `from` itself where there is none. */
function next(options: Options, from: number, direction: 1 | -1): number {
  for (let i = from + direction; i >= 0 && i < options.length; i += direction) {
    if (!options[i]?.disabled) return i;
  }
  return from;
}

function target(options: Options, active: number, key: string): number | null {
  const last = options.length;
  switch (key) {
    case 'ArrowDown':
      return next(options, active, 1);
    case 'ArrowUp':
      return next(options, active, -1);
    case 'Home':
      return next(options, -1, 1);
    case 'End':
      return next(options, last, -1);
    case 'PageDown':
      return active + 10 >= last ? next(options, last, -1) : next(options, active + 9, 1);
    case 'PageUp':
      return active - 10 < 0 ? next(options, -1, 1) : next(options, active - 9, -1);
    default:
      return null;
  }
}

/** The next option whose label begins with what was typed; the same letter again steps through its options. */
function find(options: Options, typed: string, from: number): number {
  const text = typed.toLocaleLowerCase();
  const isRepeated = text.length > 1 && [...text].every((letter) => letter === text[0]);
  const start = isRepeated ? text.slice(0, 1) : text;
  const offset = text.length === 1 || isRepeated ? 1 : 0;
  for (let step = 0; step < options.length; step++) {
    const index = (Math.max(0, from) + offset + step) % options.length;
    const option = options[index];
    if (option && !option.disabled && option.label.toLocaleLowerCase().startsWith(start)) return index;
  }
  return -1;
}

function grouped(options: Options): { group: string | null; members: number[] }[] {
  const groups = new Map<string | null, number[]>();
  options.forEach((option, index) => {
    const group = option.group ?? null;
    const members = groups.get(group);
    if (members) members.push(index);
    else groups.set(group, [index]);
  });
  return [...groups].map(([group, members]) => ({ group, members }));
}
