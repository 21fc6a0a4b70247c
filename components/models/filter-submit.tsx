'use client';

import { type ReactNode, useEffect, useRef } from 'react';
import { useRouter } from '@/lib/i18n/routing';
import { paths } from '@/lib/paths';

/** The wide screens on which the filter line is open and a change is sent at once; a phone has a button for it. */
const WIDE = '(min-width: 64rem)';

function addressOf(form: HTMLFormElement): Record<string, string> {
  const query: Record<string, string> = {};
  for (const [name, value] of new FormData(form)) {
    if (typeof value !== 'string' || value === '' || (name === 'sort' && value === 'newest')) continue;
    query[name] = query[name] ? `${query[name]},${value}` : value;
  }
  return query;
}

/** A chip that was taken off, or the browser's way back, changes the address: the form follows it. */
function show(form: HTMLFormElement, query: Record<string, string>): void {
  for (const field of form.elements) {
    if (field instanceof HTMLSelectElement) field.value = query[field.name] ?? 'newest';
    if (!(field instanceof HTMLInputElement)) continue;
    const value = query[field.name] ?? '';
    if (field.type === 'checkbox') field.checked = value.split(',').includes(field.value);
    else if (field.type === 'radio') field.checked = value === field.value;
    else if (field !== document.activeElement) field.value = value;
  }
}

/**
 * Helps the plain form around it: sends a change at once, goes there without reloading, closes a menu when one looks
 * elsewhere. Without JavaScript the button it wraps sends the form.
 */
export function FilterSubmit({ query, children }: { query: Record<string, string>; children: ReactNode }) {
  const here = useRef<HTMLDivElement>(null);
  const router = useRouter();
  useEffect(() => {
    const form = here.current?.closest('form');
    if (form) show(form, query);
  }, [query]);
  useEffect(() => {
    const form = here.current?.closest('form');
    if (!form) return;
    const go = () => {
      if (form.matches(':popover-open')) form.hidePopover();
      router.push({ pathname: paths.models, query: addressOf(form) }, { scroll: false });
    };
    const submit = (event: SubmitEvent) => {
      event.preventDefault();
      go();
    };
    const change = (event: Event) => {
      const typed = event.target instanceof HTMLInputElement && event.target.type === 'search';
      if (!typed && window.matchMedia(WIDE).matches) go();
    };
    const closeMenus = (event: Event) => {
      if (!window.matchMedia(WIDE).matches) return;
      for (const menu of form.querySelectorAll<HTMLDetailsElement>('details[open]'))
        if (!(event.target instanceof Node) || !menu.contains(event.target)) menu.open = false;
    };
    const escape = (event: KeyboardEvent) => {
      const menu = event.key === 'Escape' && form.querySelector<HTMLDetailsElement>('details[open]');
      if (!menu || !window.matchMedia(WIDE).matches) return;
      menu.open = false;
      menu.querySelector('summary')?.focus();
    };
    form.addEventListener('submit', submit);
    form.addEventListener('change', change);
    form.addEventListener('keydown', escape);
    document.addEventListener('pointerdown', closeMenus);
    return () => {
      form.removeEventListener('submit', submit);
      form.removeEventListener('change', change);
      form.removeEventListener('keydown', escape);
      document.removeEventListener('pointerdown', closeMenus);
    };
  }, [router]);
  return <div ref={here}>{children}</div>;
}
