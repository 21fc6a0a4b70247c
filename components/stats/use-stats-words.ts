'use client';

import { useLocale, useTranslations } from 'next-intl';
import {
  formatLongMonth,
  formatMonth,
  formatMonthName,
  formatMonthYear,
  formatMoney,
  formatShortDate,
  inCapital,
  typo,
} from '@/lib/i18n/format';
import type { Money } from '@/lib/money';
import { changePercent, type Days, firstDay, lastDay, monthOf, type Unit } from '@/lib/stats/rules';

/** The words figures are told in: periods, sums, changes. */
export function useStatsWords() {
  const t = useTranslations('stats');
  const locale = useLocale();
  const wholeMonth = ({ from, to }: Days) => from === firstDay(monthOf(from)) && to === lastDay(monthOf(from));
  return {
    t,
    locale,
    /** « Novembre 2026 » · « Déc. 2025 – nov. 2026 » · « Sept. – nov. 2026 ». */
    period({ from, to }: Days, unit: Unit): string {
      if (unit === 'month') return inCapital(formatLongMonth(locale, from));
      const start = from.slice(0, 4) === to.slice(0, 4) ? formatMonth(locale, from) : formatMonthYear(locale, from);
      return inCapital(t('span', { from: start, to: formatMonthYear(locale, to) }));
    },
    /** Under the line: « nov. » · « 23 nov. ». */
    tick: (days: Days): string =>
      wholeMonth(days) ? formatMonth(locale, days.from) : formatShortDate(locale, days.from),
    /** « Novembre 2026 » · « 23 nov. – 29 nov. ». */
    step: (days: Days): string =>
      wholeMonth(days)
        ? inCapital(formatLongMonth(locale, days.from))
        : t('span', { from: formatShortDate(locale, days.from), to: formatShortDate(locale, days.to) }),
    month: (day: string): string => formatMonthName(locale, day),
    money: (value: Money): string => formatMoney(locale, value, { round: true }),
    /** « + 12 » · « − 4 »; `undefined` where there was nothing before. */
    percent(now: Money, before: Money): string | undefined {
      const change = changePercent(now.amount, before.amount);
      return change === undefined ? undefined : typo(`${change < 0 ? '\u2212' : '+'}\u202F${Math.abs(change)}`);
    },
  };
}
