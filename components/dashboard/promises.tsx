'use client';

import { OrderPlate } from '@/components/orders/order-plate';
import { TextLink } from '@/components/ui/link-button';
import { SectionHead } from '@/components/ui/section-head';
import type { Promised } from '@/lib/dashboard/schemas';
import { daysBetween, formatDay, formatDuration } from '@/lib/i18n/format';
import { Link } from '@/lib/i18n/routing';
import { paths } from '@/lib/paths';
import { useDashboardWords } from './use-dashboard-words';

/** The next pieces to hand over, and whether the hands left before the day suffice. */
export function Promises({ promises, now }: { promises: readonly Promised[]; now: string }) {
  const { t, locale } = useDashboardWords();
  const state = (one: Promised): string => {
    if (one.state === 'late') return t('promises.late', { days: Math.max(1, daysBetween(one.promisedDate, now)) });
    if (one.state === 'untenable' || one.state === 'tight')
      return t(`promises.${one.state}`, { needed: formatDuration(one.needed), free: formatDuration(one.free) });
    return t('promises.onTime');
  };
  const dye = { late: 'text-garance', untenable: 'text-garance', tight: 'text-ocre', onTime: 'text-ink3' };
  return (
    <section aria-labelledby="promises">
      <SectionHead
        id="promises"
        title={t('promises.title')}
        aside={<TextLink href={paths.atelier.orders}>{t('promises.all')}</TextLink>}
      />
      {promises.length === 0 && <p className="small py-5 text-ink2">{t('promises.empty')}</p>}
      <ul className="mt-5 grid gap-x-6 gap-y-6 sm:grid-cols-2 lg:grid-cols-3 xl:grid-cols-5">
        {promises.map((one) => (
          <li key={one.orderId}>
            <Link href={paths.atelier.order(one.orderId)} className="flex gap-3.5 no-underline">
              <OrderPlate plate={one.plate} width={320} className="h-24 w-18 shrink-0" decorative />
              <span className="min-w-0">
                <span className="h3 block">{one.title}</span>
                <span className="smaller block text-ink2">{one.clientName}</span>
                <span className="smaller mt-2 block">{formatDay(locale, one.promisedDate)}</span>
                <span className={`caption block ${dye[one.state]}`}>{state(one)}</span>
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
