import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { useSpeech } from '#state/useApp.ts';

export interface IncludedFirstProps<T> {
  readonly list: readonly T[];
  readonly render: (one: T) => ComponentChildren;
}

/** So many are shown in any case. */
const few = 8;

/** What is taken over; further proposals wait behind a line, each where it stood when the list was first shown. */
export function IncludedFirst<T extends { readonly id: string; readonly included: boolean }>({
  list,
  render,
}: IncludedFirstProps<T>) {
  const { t } = useSpeech();
  // One that is ticked off must not jump away under the pointer.
  const [first] = useState(() => new Set(list.filter((one) => one.included).map(({ id }) => id)));
  const rest = list.length <= few ? [] : list.filter(({ id, included }) => !included && !first.has(id));
  const shown = list.filter((one) => !rest.includes(one));
  return (
    <>
      <ul class="ql-import-items">{shown.map(render)}</ul>
      {rest.length > 0 && (
        <details class="ql-import-inner">
          <summary>{t('importing.proposals-more', { n: rest.length })}</summary>
          <ul class="ql-import-items">{rest.map(render)}</ul>
        </details>
      )}
    </>
  );
}
