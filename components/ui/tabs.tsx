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
}

/** Arrows move, the address keeps the tab. The first tab leaves the address clean. */
export function Tabs({ label, items, param = 'tab' }: Props) {
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
  return (
    <AriaTabs selectedKey={selected} onSelectionChange={(key) => select(String(key))}>
      <TabList aria-label={label} className="tab-list">
        {items.map((item) => (
          <Tab key={item.id} id={item.id} className="tab">
            {item.label}
          </Tab>
        ))}
      </TabList>
      {items.map((item) => (
        <TabPanel key={item.id} id={item.id} className="pt-8 outline-none">
          {item.content}
        </TabPanel>
      ))}
    </AriaTabs>
  );
}
