'use client';

import { useEffect, useRef } from 'react';

/** Marks the small picture and the dot of the view one looks at, and lets a small picture move the row, not the page. */
export function GalleryMarks() {
  const here = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    const gallery = here.current?.parentElement;
    const row = gallery?.querySelector<HTMLElement>('.slides');
    if (!gallery || !row) return;
    const thumbs = [...gallery.querySelectorAll<HTMLElement>('.thumb')];
    const dots = [...gallery.querySelectorAll<HTMLElement>('.dot')];
    const mark = () => {
      const current = Math.round(row.scrollLeft / Math.max(1, row.clientWidth));
      thumbs.forEach((thumb, index) => thumb.toggleAttribute('data-current', index === current));
      dots.forEach((dot, index) => dot.toggleAttribute('data-current', index === current));
    };
    const go = (event: Event) => {
      const index = thumbs.indexOf(event.currentTarget as HTMLElement);
      event.preventDefault();
      row.scrollTo({ left: index * row.clientWidth });
    };
    mark();
    row.addEventListener('scroll', mark, { passive: true });
    for (const thumb of thumbs) thumb.addEventListener('click', go);
    return () => {
      row.removeEventListener('scroll', mark);
      for (const thumb of thumbs) thumb.removeEventListener('click', go);
    };
  }, []);
  return <span ref={here} hidden />;
}
