'use client';

import { later } from '@/components/ui/later';

/** One picture or video over the whole window, once one is opened. */
export const Lightbox = later(
  () => import('./lightbox-window').then((part) => part.LightboxWindow),
  ({ current }) => current !== null,
);
