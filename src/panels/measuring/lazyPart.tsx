import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { useSpeech } from '#state/useApp.ts';
import type { Measured } from './measured.ts';

export interface PartProps {
  readonly measured: Measured;
}

/** A part of the answer whose code comes when it is first opened, not with the page. */
export function lazyPart(load: () => Promise<ComponentType<PartProps>>): ComponentType<PartProps> {
  let loaded: ComponentType<PartProps> | null = null;
  return function LazyPart({ measured }: PartProps) {
    const { t } = useSpeech();
    const [Part, setPart] = useState<ComponentType<PartProps> | null>(() => loaded);
    useEffect(() => {
      if (Part) return;
      let isGone = false;
      void load().then((now) => {
        loaded = now;
        if (!isGone) setPart(() => now);
      });
      return () => {
        isGone = true;
      };
    }, [Part]);
    return Part ? <Part measured={measured} /> : <p class="ql-note">{t('app.computing')}</p>;
  };
}
