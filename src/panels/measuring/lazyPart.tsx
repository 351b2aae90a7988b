import type { ComponentType } from 'preact';
import { lazily } from '#ui/lazily.tsx';
import { Computing } from '../Computing.tsx';
import type { Measured } from './measured.ts';

export interface PartProps {
  readonly measured: Measured;
}

/** A part of the answer whose code comes when it is first opened, not with the page. */
export function lazyPart(load: () => Promise<ComponentType<PartProps>>): ComponentType<PartProps> {
  return lazily(load, Computing);
}
