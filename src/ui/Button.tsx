import type { ButtonHTMLAttributes, ComponentChildren, Ref } from 'preact';
import './Button.css';

export interface ButtonProps extends Omit<ButtonHTMLAttributes, 'size' | 'icon'> {
  /** `primary` once per screen; `quiet` has no border; `map` floats above the map. */
  readonly kind?: 'plain' | 'primary' | 'quiet' | 'map';
  readonly small?: boolean;
  /** For buttons that stay pressed. */
  readonly pressed?: boolean;
  readonly buttonRef?: Ref<HTMLButtonElement>;
  readonly children: ComponentChildren;
}

export function Button({ kind = 'plain', small, pressed, buttonRef, children, ...rest }: ButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      ref={buttonRef}
      aria-pressed={pressed}
      class={`ql-button ql-button-${kind}${small ? ' ql-button-small' : ''}${rest.class ? ` ${rest.class}` : ''}`}
    >
      {children}
    </button>
  );
}
