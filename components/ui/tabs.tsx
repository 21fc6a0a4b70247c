'use client';

import { useSearchParams } from 'next/navigation';
import type { ReactNode } from 'react';
import { Tab, TabList, TabPanel, Tabs as AriaTabs } from 'react-aria-components';

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

/** Arrows move, the address keeps the tab. The first tab leaves the address clean. */
export function Tabs({ label, items, param = 'tab', aside }: Props) {
  const query = useSearchParams();
  const first = items[0]?.id ?? '';
  const asked = query.get(param);
  const selected = items.some((item) => item.id === asked) ? (asked as string) : first;
  const select = (id: string) => {
    const url = new URL(window.location.href);
    if (id === first) url.searchParams.delete(param);
    else url.searchParams.set(param, id);
    // replaceState keeps the server out of it: the content is already here.
    window.history.replaceState(null, '', url);
  };
  const panels = items.map((item) => (
    <TabPanel key={item.id} id={item.id} className="min-w-0 pt-8 outline-none">
      {item.content}
    </TabPanel>
  ));
  return (
    // The ring is around the field that has the focus, never around all that stands under the tabs.
    <AriaTabs selectedKey={selected} onSelectionChange={(key) => select(String(key))} data-ring-inside="">
      <TabList aria-label={label} className="tab-list">
        {items.map((item) => (
          <Tab key={item.id} id={item.id} className="tab">
            {item.label}
          </Tab>
        ))}
      </TabList>
      {aside ? (
        <div className="grid gap-x-14 gap-y-10 xl:grid-cols-[minmax(0,1fr)_320px]">
          <div className="min-w-0">{panels}</div>
          <div className="min-w-0 xl:pt-8">{aside}</div>
        </div>
      ) : (
        panels
      )}
    </AriaTabs>
  );
}
