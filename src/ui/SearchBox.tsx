import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { useLanguage } from '#i18n/LanguageContext.ts';
import { usePopover } from './usePopover.ts';
import './popover.css';
import './SearchBox.css';

export interface Suggestion {
  readonly key: string;
  readonly label: string;
  /** What kind of thing it is, its place: after or under the label. */
  readonly note?: string;
  readonly group?: string;
}

export interface SearchBoxProps {
  readonly label: string;
  readonly placeholder?: string;
  /** Best first; called with the trimmed query, never with an empty one. */
  readonly suggest: (query: string) => readonly Suggestion[];
  readonly onChoose: (suggestion: Suggestion) => void;
  /** Keeps the chosen name in the box; else it is emptied. */
  readonly keepChosen?: boolean;
}

/** Search with suggestions while typing: the ARIA combobox with a list. */
export function SearchBox({ label, placeholder, suggest, onChoose, keepChosen }: SearchBoxProps) {
  const { words } = useLanguage();
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const [query, setQuery] = useState('');
  const [isOpen, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const wanted = query.trim();
  const isShown = isOpen && wanted !== '';
  const suggestions = isShown ? suggest(wanted) : [];
  usePopover(isShown, list, box, () => setOpen(false), { sameWidth: true });

  useEffect(() => {
    if (isShown) list.current?.querySelector('[data-active="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [isShown, active]);

  const choose = (suggestion: Suggestion | undefined) => {
    if (!suggestion) return;
    setOpen(false);
    setActive(-1);
    setQuery(keepChosen ? suggestion.label : '');
    onChoose(suggestion);
  };
  const press = (event: KeyboardEvent) => {
    const count = suggestions.length;
    switch (event.key) {
      case 'ArrowDown':
      case 'ArrowUp': {
        if (!isShown) {
          setOpen(true);
          if (wanted === '') return;
        }
        const step = event.key === 'ArrowDown' ? 1 : -1;
        if (count > 0) setActive(active < 0 ? (step > 0 ? 0 : count - 1) : (active + step + count) % count);
        break;
      }
      case 'Enter':
        if (!isShown) return;
        choose(suggestions[Math.max(0, active)]);
        break;
      case 'Escape':
        if (isShown) setOpen(false);
        else if (query !== '') setQuery('');
        else return;
        setActive(-1);
        break;
      default:
        return;
    }
    event.preventDefault();
    event.stopPropagation();
  };

  let group: string | undefined;
  return (
    <div class="ql-search" ref={box}>
      <input
        ref={input}
        class="ql-search-input"
        type="text"
        role="combobox"
        enterkeyhint="search"
        aria-label={label}
        placeholder={placeholder ?? label}
        autocomplete="off"
        spellcheck={false}
        aria-autocomplete="list"
        aria-expanded={isShown && suggestions.length > 0}
        aria-controls={`${id}-list`}
        aria-activedescendant={
          isShown && active >= 0 && active < suggestions.length ? `${id}-${active}` : undefined
        }
        value={query}
        onInput={(event) => {
          setQuery(event.currentTarget.value);
          setActive(-1);
          setOpen(true);
        }}
        onFocus={() => setOpen(true)}
        onBlur={() => setOpen(false)}
        onKeyDown={press}
      />
      {query === '' ? null : (
        <button
          type="button"
          class="ql-search-clear"
          aria-label={words.t('ui.search-clear')}
          onClick={() => {
            setQuery('');
            setActive(-1);
            input.current?.focus();
          }}
        >
          <svg viewBox="0 0 10 10" width="10" height="10" aria-hidden="true">
            <path d="M1 1l8 8M9 1L1 9" fill="none" stroke="currentColor" stroke-width="1.5" />
          </svg>
        </button>
      )}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: keeps the focus in the input, nothing to operate here */}
      <div
        ref={list}
        class="ql-popover ql-search-popover"
        popover="manual"
        onPointerDown={(event) => event.preventDefault()}
        onMouseDown={(event) => event.preventDefault()}
      >
        {isShown && suggestions.length === 0 ? (
          <p class="ql-search-none">{words.t('ui.search-none', { query: wanted })}</p>
        ) : null}
        <div id={`${id}-list`} role="listbox" aria-label={label}>
          {suggestions.map((suggestion, index) => {
            const isNewGroup = suggestion.group !== undefined && suggestion.group !== group;
            group = suggestion.group;
            return [
              isNewGroup ? (
                <div key={`group ${suggestion.group}`} class="ql-option-group" role="presentation">
                  {suggestion.group}
                </div>
              ) : null,
              // biome-ignore lint/a11y/useFocusableInteractive: the input keeps the focus and names the active option
              // biome-ignore lint/a11y/useKeyWithClickEvents: keys are handled by the input
              <div
                key={suggestion.key}
                id={`${id}-${index}`}
                class="ql-option"
                role="option"
                aria-selected={index === active}
                data-active={index === active}
                onPointerMove={() => index !== active && setActive(index)}
                onClick={() => choose(suggestion)}
              >
                <span>{suggestion.label}</span>
                {suggestion.note ? <span class="ql-option-note">{suggestion.note}</span> : null}
              </div>,
            ];
          })}
        </div>
      </div>
      <p class="ql-unseen" role="status">
        {isShown
          ? suggestions.length === 0
            ? words.t('ui.search-none', { query: wanted })
            : words.t('ui.search-count', { n: suggestions.length })
          : ''}
      </p>
    </div>
  );
}
