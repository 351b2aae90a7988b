import type { ComponentType } from 'preact';
import { useSpeech } from '#state/useApp.ts';
import { lazily } from '#ui/lazily.tsx';
import type { Measured } from './measured.ts';

export interface PartProps {
  readonly measured: Measured;
}

/** A part of the answer whose code comes when it is first opened, not with the page. */
export function lazyPart(load: () => Promise<ComponentType<PartProps>>): ComponentType<PartProps> {
  return lazily(load, Computing);
}

function Computing() {
  const { t } = useSpeech();
  return <p class="ql-note">{t('app.computing')}</p>;
}
