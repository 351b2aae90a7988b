import type { ComponentChildren } from 'preact';
import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Button, type ButtonProps } from './Button.tsx';
import { usePopover } from './usePopover.ts';
import './popover.css';
import './Menu.css';

export interface MenuItem {
  readonly id: string;
  readonly label: string;
  readonly note?: string;
  readonly disabled?: boolean;
}

export interface MenuProps {
  /** On the button. */
  readonly label: ComponentChildren;
  readonly items: readonly MenuItem[];
  readonly onChoose: (id: string) => void;
  /** Time to look again at what there is to do. */
  readonly onOpen?: () => void;
  readonly kind?: ButtonProps['kind'];
  readonly small?: boolean;
  readonly disabled?: boolean;
}

/** A button with a few things to do behind it. */
export function Menu({ label, items, onChoose, onOpen, kind, small, disabled }: MenuProps) {
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const [isOpen, setOpen] = useState(false);
  const [active, setActive] = useState(0);
  usePopover(isOpen, list, button, () => setOpen(false));

  useLayoutEffect(() => {
    if (isOpen) list.current?.querySelectorAll<HTMLElement>('[role="menuitem"]')[active]?.focus();
  }, [isOpen, active]);

  const open = (at: number) => {
    onOpen?.();
    setActive(at);
    setOpen(true);
  };
  const close = () => {
    setOpen(false);
    button.current?.focus();
  };
  const choose = (item: MenuItem) => {
    if (item.disabled) return;
    close();
    onChoose(item.id);
  };
  const press = (event: KeyboardEvent) => {
    const count = items.length;
    switch (event.key) {
      case 'ArrowDown':
        setActive((active + 1) % count);
        break;
      case 'ArrowUp':
        setActive((active - 1 + count) % count);
        break;
      case 'Home':
        setActive(0);
        break;
      case 'End':
        setActive(count - 1);
        break;
      case 'Escape':
        close();
        break;
      case 'Tab':
        setOpen(false);
        return;
      default: {
        if (event.key.length !== 1 || event.key === ' ') return;
        const letter = event.key.toLocaleLowerCase();
        const order = items.map((_, step) => (active + 1 + step) % count);
        const found = order.find((index) => items[index]?.label.toLocaleLowerCase().startsWith(letter));
        if (found === undefined) return;
        setActive(found);
      }
    }
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <div class="ql-menu">
      <Button
        buttonRef={button}
        kind={kind}
        small={small}
        disabled={disabled}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => (isOpen ? setOpen(false) : open(0))}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
          event.preventDefault();
          open(event.key === 'ArrowDown' ? 0 : items.length - 1);
        }}
      >
        {label}
        <svg viewBox="0 0 10 6" width="8" height="5" aria-hidden="true">
          <path d="M0 0h10L5 6z" fill="currentColor" />
        </svg>
      </Button>
      <div ref={list} id={id} class="ql-popover" popover="manual" role="menu" tabIndex={-1} onKeyDown={press}>
        {isOpen
          ? items.map((item, index) => (
              <button
                key={item.id}
                type="button"
                role="menuitem"
                class="ql-option ql-menu-item"
                tabIndex={-1}
                aria-disabled={item.disabled ? true : undefined}
                data-active={index === active}
                onPointerMove={() => index !== active && setActive(index)}
                onClick={() => choose(item)}
              >
                <span>{item.label}</span>
                {item.note ? <span class="ql-option-note">{item.note}</span> : null}
              </button>
            ))
          : null}
      </div>
    </div>
  );
}
