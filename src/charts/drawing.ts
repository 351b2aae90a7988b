import type { Words } from '#i18n/i18n.ts';
import type { Numbers } from '#i18n/numbers.ts';

/** What a chart is drawn into: nothing here depends on a page being there. */
export interface Frame {
  readonly document: Document;
  /** CSS pixels. */
  readonly width: number;
  readonly words: Words;
  readonly numbers: Numbers;
}

/** A finished picture, and how to mark one of its points without drawing it anew. */
export interface Drawing {
  readonly svg: SVGSVGElement;
  readonly mark?: (key: string | null) => void;
}

/** A chart: options in, picture out. The options are not kept and not changed. */
export type Draw<O> = (options: O, frame: Frame) => Drawing;

/** A point that stands for a thing one can choose. */
export interface Callbacks {
  readonly onHover?: (key: string | null) => void;
  readonly onSelect?: (key: string) => void;
}

/** A line at one value: the city's mean, a threshold. */
export interface Reference {
  readonly value: number;
  readonly label: string;
}
