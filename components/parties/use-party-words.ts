'use client';

import { useLocale, useTranslations } from 'next-intl';
import { daysFrom } from '@/lib/calendar';
import { formatMoney, formatShortDate, formatWholeDay, inCapital } from '@/lib/i18n/format';
import type { Money } from '@/lib/money';
import type { PartySumDto } from '@/lib/parties/schemas';

/** The words a party is told in: days of the calendar, sums of several currencies. */
export function usePartyWords() {
  const t = useTranslations('parties');
  const locale = useLocale();
  const noon = (day: string) => `${day}T12:00:00Z`;
  /** « Samedi 13 février 2027, dans 76 jours ». */
  const countdown = (day: string, today: string): string => {
    const n = daysFrom(today, day);
    const words = inCapital(formatWholeDay(locale, noon(day)));
    return n < 0 ? t('countdown.past', { day: words, n: -n }) : t('countdown.coming', { day: words, n });
  };
  const money = (amount: Money): string => formatMoney(locale, amount);
  /** One sum, or those of several currencies: they are never added up. */
  const sums = (all: readonly PartySumDto[], key: 'total' | 'due' | 'deposit'): string =>
    all
      .filter((one) => key !== 'deposit' || one.deposit.amount > 0)
      .map((one) => money(one[key]))
      .join(' + ');
  return { t, locale, noon, countdown, money, sums, short: (day: string) => formatShortDate(locale, day) };
}
