'use client';

import { useSearchParams } from 'next/navigation';
import { type KeyboardEvent, type ReactNode, useId } from 'react';

export interface TabItem {
  id: string;
  label: ReactNode;
  content: ReactNode;
}

interface Props {
  label: string;
  items: readonly TabItem[];
  /** Query parameter that keeps the tab, so that a reload and a shared address open the same one. */
  param?: string;
  /** Stands beside every panel, under the one line of tabs. */
  aside?: ReactNode;
}

/** Where a key leads from one of `count` tabs; `undefined` for a key that is not theirs (WAI-ARIA Authoring Practices, Tabs). */
export function tabAfter(key: string, from: number, count: number): number | undefined {
  if (key === 'ArrowRight') return (from + 1) % count;
  if (key === 'ArrowLeft') return (from + count - 1) % count;
  if (key === 'Home') return 0;
  if (key === 'End') return count - 1;
  return undefined;
}

/**
 * Arrows move, the address keeps the tab. The first tab leaves the address clean. Plain elements: react-aria's bring all of its
 * collections, 20 kB, for two pages.
 */
export function Tabs({ label, items, param = 'tab', aside }: Props) {
  const ids = useId();
  const query = useSearchParams();
  const first = items[0]?.id ?? '';
  const asked = query.get(param);
  const selected = items.find((item) => item.id === asked) ?? items[0];
  const select = (id: string) => {
    const url = new URL(window.location.href);
    if (id === first) url.searchParams.delete(param);
    else url.searchParams.set(param, id);
    // replaceState keeps the server out of it: the content is already here.
    window.history.replaceState(null, '', url);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    const tabs = [...event.currentTarget.children];
    const next = tabAfter(event.key, tabs.indexOf(event.target as Element), tabs.length);
    const [tab, item] = next === undefined ? [] : [tabs[next], items[next]];
    if (!(tab instanceof HTMLElement) || !item) return;
    event.preventDefault();
    tab.focus();
    select(item.id);
  };
  const panel = selected && (
    <div
      key={selected.id}
      role="tabpanel"
      id={`${ids}-panel`}
      aria-labelledby={`${ids}-${selected.id}`}
      className="min-w-0 pt-8"
    >
      {selected.content}
    </div>
  );
  return (
    <div>
      <div role="tablist" aria-label={label} className="tab-list" onKeyDown={onKeyDown}>
        {items.map(({ id, label: word }) => (
          <button
            key={id}
            id={`${ids}-${id}`}
            type="button"
            role="tab"
            aria-selected={id === selected?.id}
            aria-controls={id === selected?.id ? `${ids}-panel` : undefined}
            tabIndex={id === selected?.id ? 0 : -1}
            className="tab"
            onClick={() => select(id)}
          >
            {word}
          </button>
        ))}
      </div>
      {aside ? (
        <div className="grid gap-x-14 gap-y-10 xl:grid-cols-[minmax(0,1fr)_320px]">
          <div className="min-w-0">{panel}</div>
          <div className="min-w-0 xl:pt-8">{aside}</div>
        </div>
      ) : (
        panel
      )}
    </div>
  );
}
