import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';

function Nothing() {
  return null;
}

/** A component whose code comes when it is first shown, not with the page. */
export function lazily<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  Waiting: ComponentType = Nothing,
): ComponentType<Props> {
  let loaded: ComponentType<Props> | null = null;
  return function Lazy(props: Props) {
    const [Component, setComponent] = useState<ComponentType<Props> | null>(() => loaded);
    useEffect(() => {
      if (Component) return;
      let isGone = false;
      void load().then((now) => {
        loaded = now;
        if (!isGone) setComponent(() => now);
      });
      return () => {
        isGone = true;
      };
    }, [Component]);
    return Component ? <Component {...props} /> : <Waiting />;
  };
}
