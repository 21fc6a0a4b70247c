'use client';

import type { ReactNode } from 'react';
import { Link, usePathname } from '@/lib/i18n/routing';
import { isCurrent } from './is-current';

interface Props {
  href: string;
  /** Current on this address only, not below it. */
  exact?: boolean;
  className?: string;
  title?: string;
  children: ReactNode;
}

/** A link of a navigation: knows whether it is where we are. */
export function NavLink({ href, exact, className, title, children }: Props) {
  const current = isCurrent(usePathname(), href, exact);
  return (
    <Link href={href} className={className} title={title} aria-current={current ? 'page' : undefined}>
      {children}
    </Link>
  );
}
