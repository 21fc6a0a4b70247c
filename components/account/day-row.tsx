'use client';

import { useLocale } from 'next-intl';
import type { ReactNode } from 'react';
import { formatDayNumber, formatMonth } from '@/lib/i18n/format';

interface Props {
  /** Sure stands on a solid rule, foreseen on a basted one. */
  sure?: boolean;
  date?: string;
  title: string;
  aside?: ReactNode;
  children: ReactNode;
}

/** A day that comes: its number large, what happens beside it. */
export function DayRow({ sure = false, date, title, aside, children }: Props) {
  const locale = useLocale();
  return (
    <li
      className={`grid grid-cols-[56px_1fr] items-center gap-x-4 gap-y-2 py-4 sm:grid-cols-[72px_1fr_auto] ${sure ? 'border-b border-hair' : 'basted-row'}`}
    >
      <p className={sure ? '' : 'text-ink2'}>
        {date && (
          <>
            <span className="serif figures block text-[32px] leading-9">{formatDayNumber(locale, date)}</span>
            <span className="caption">{formatMonth(locale, date)}</span>
          </>
        )}
      </p>
      <div>
        <p className={sure ? 'strong' : 'strong text-ink2'}>{title}</p>
        <p className="small text-ink2">{children}</p>
      </div>
      {aside && <div className="col-start-2 sm:col-start-3">{aside}</div>}
    </li>
  );
}
