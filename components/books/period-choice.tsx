import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { formatLongMonth, inCapital } from '@/lib/i18n/format';

interface Props {
  period: string;
  periods: { months: readonly string[]; years: readonly string[] };
  /** Options after the years. */
  children?: ReactNode;
}

/** The field of a month or a year, in the forms that narrow what is read of the ledger. */
export function PeriodChoice({ period, periods, children }: Props) {
  const t = useTranslations('ledger');
  const locale = useLocale();
  return (
    <label className="filter-choice">
      <span className="sr-only">{t('period')}</span>
      <select name="period" defaultValue={period} key={period}>
        {periods.months.map((month) => (
          <option key={month} value={month}>
            {inCapital(formatLongMonth(locale, `${month}-15T12:00:00Z`))}
          </option>
        ))}
        {periods.years.map((year) => (
          <option key={year} value={year}>
            {t('year', { year })}
          </option>
        ))}
        {children}
      </select>
    </label>
  );
}
