'use client';

import { type ReactNode, useRef } from 'react';

/** A form of choices that shows what was chosen at once; words that are typed wait for Enter. Without JavaScript its button does. */
export function AutoForm({ action, label, children }: { action: string; label: string; children: ReactNode }) {
  const form = useRef<HTMLFormElement>(null);
  return (
    <form
      ref={form}
      method="get"
      action={action}
      role="search"
      aria-label={label}
      className="filter-line"
      onChange={({ target }) => {
        if (target instanceof HTMLSelectElement) form.current?.requestSubmit();
      }}
    >
      {children}
    </form>
  );
}
