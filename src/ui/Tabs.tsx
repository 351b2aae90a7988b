import './Tabs.css';

export interface Tab<T extends string> {
  readonly id: T;
  readonly label: string;
  /** The permalink: the tab can be opened beside, copied, bookmarked. */
  readonly href: string;
}

export interface TabsProps<T extends string> {
  /** Name of the navigation. */
  readonly label: string;
  readonly tabs: readonly Tab<T>[];
  readonly current: T;
  /** A plain press; with a modifier key the browser follows the link itself. */
  readonly onNavigate: (id: T) => void;
}

/** The tasks along the top: links, the present one underlined. */
export function Tabs<T extends string>({ label, tabs, current, onNavigate }: TabsProps<T>) {
  return (
    <nav class="ql-tabs" aria-label={label}>
      {tabs.map((tab) => (
        <a
          key={tab.id}
          class="ql-tab"
          href={tab.href}
          aria-current={tab.id === current ? 'page' : undefined}
          onClick={(event) => {
            if (event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey)
              return;
            event.preventDefault();
            if (tab.id !== current) onNavigate(tab.id);
          }}
        >
          {tab.label}
        </a>
      ))}
    </nav>
  );
}
