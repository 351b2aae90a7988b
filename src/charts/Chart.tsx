import type { ComponentChildren, VNode } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { useLanguage } from '#i18n/LanguageContext.ts';
import type { Draw, Drawing } from './drawing.ts';

export interface ChartProps {
  /** Marked in the chart without drawing it anew, e.g. what the pointer is over on the map. */
  readonly hovered?: string | null;
  /** Kept free until the chart is drawn, so that nothing jumps. */
  readonly reserve?: number;
  readonly children?: ComponentChildren;
}

/**
 * A component that draws `load`'s chart into its own width and draws anew when an option, the width or the language
 * changes. The drawing code is fetched with the first chart of its kind, not with the page. Options compare by
 * identity: keep arrays and `format` functions between renders; functions named `on…` may be new every time.
 */
export function chartOf<O extends object>(load: () => Promise<Draw<O>>): (props: O & ChartProps) => VNode {
  let loaded: Draw<O> | null = null;
  return function Chart(props: O & ChartProps) {
    const { hovered, reserve, children: _, ...rest } = props;
    const options = rest as unknown as O;
    const speech = useLanguage();
    const box = useRef<HTMLDivElement>(null);
    const drawing = useRef<Drawing | null>(null);
    const [draw, setDraw] = useState<{ readonly now: Draw<O> } | null>(loaded ? { now: loaded } : null);
    const [width, setWidth] = useState(0);
    const latest = useRef(options);
    latest.current = options;
    const drawn = useRef<O | null>(null);
    const isSame = drawn.current !== null && sameOptions(drawn.current, options);
    const current = isSame && drawn.current ? drawn.current : options;
    drawn.current = current;

    useEffect(() => {
      if (draw) return;
      let isGone = false;
      load().then((now) => {
        loaded = now;
        if (!isGone) setDraw({ now });
      });
      return () => {
        isGone = true;
      };
    }, [draw]);

    useLayoutEffect(() => {
      const element = box.current;
      if (!element) return;
      const measure = () => setWidth(Math.floor(element.clientWidth));
      measure();
      const observer = new ResizeObserver(measure);
      observer.observe(element);
      return () => observer.disconnect();
    }, []);

    useLayoutEffect(() => {
      const element = box.current;
      if (!element || !draw || width < 40) return;
      const next = draw.now(withLatest(current, latest), { document, width, ...speech });
      drawing.current = next;
      // A chart answering to keys is drawn anew by every step: the focus goes over to the new picture.
      const hadFocus = element.contains(document.activeElement);
      element.replaceChildren(next.svg);
      if (hadFocus) next.svg.focus({ preventScroll: true });
    }, [draw, width, current, speech]);

    useEffect(() => {
      if (hovered !== undefined) drawing.current?.mark?.(hovered);
    }, [hovered, draw, width, current]);

    return (
      <div
        ref={box}
        class="ql-chart"
        style={{ minHeight: draw || reserve === undefined ? undefined : `${reserve}px` }}
      />
    );
  };
}

const isCallback = (key: string) => /^on[A-Z]/.test(key);

function sameOptions(a: object, b: object): boolean {
  const before = a as Record<string, unknown>;
  const now = b as Record<string, unknown>;
  const keys = new Set([...Object.keys(before), ...Object.keys(now)]);
  return [...keys].every((key) => {
    if (isCallback(key)) return (before[key] === undefined) === (now[key] === undefined);
    return Object.is(before[key], now[key]) || isSmallSame(before[key], now[key]);
  });
}

/** Small plain parts such as `{value, label}` are often written in place: they compare by content. */
function isSmallSame(a: unknown, b: unknown): boolean {
  if (!isPlain(a) || !isPlain(b)) return false;
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key) => Object.is(a[key], b[key]));
}

function isPlain(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}

/** The options with callbacks that always call the newest ones given. */
function withLatest<O extends object>(options: O, latest: { readonly current: O }): O {
  const entries = Object.entries(options).map(([key, value]) => {
    if (!isCallback(key) || typeof value !== 'function') return [key, value];
    return [
      key,
      (...parameters: readonly unknown[]) => {
        const callback = (latest.current as Record<string, unknown>)[key];
        if (typeof callback === 'function') callback(...parameters);
      },
    ];
  });
  return Object.fromEntries(entries) as O;
}
