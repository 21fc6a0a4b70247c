'use client';

import type { ReactNode } from 'react';
import { usePathname } from '@/lib/i18n/routing';
import { chromeOf } from './chrome-of';

interface Props {
  header: ReactNode;
  bar: ReactNode;
  footer?: ReactNode;
  /** Lines under the header: offline. */
  notices: ReactNode;
  children: ReactNode;
  /** A rail stands beside the page, a header above it. */
  side?: boolean;
}

/** Puts around a page what belongs around it; the order flow and conversations ask for less. */
export function Chrome({ header, bar, footer, notices, children, side }: Props) {
  const chrome = chromeOf(usePathname());
  return (
    <div
      className={side && chrome.frame ? 'workspace-side' : 'workspace'}
      data-narrow={chrome.narrow || undefined}
      data-bar={chrome.bar || undefined}
      data-voice={chrome.voice || undefined}
    >
      {chrome.frame && header}
      <div className="workspace-main">
        {notices}
        <main id="main" tabIndex={-1} className="workspace-page">
          {children}
        </main>
        {chrome.footer && footer}
      </div>
      {chrome.bar && bar}
    </div>
  );
}
