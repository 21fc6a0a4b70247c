import type { Locale } from '@/lib/actor';
import { formatYearlyDay } from '@/lib/i18n/format';

/** « 6 mai », from month and day as they are kept. */
export const printBirthday = (locale: Locale, kept: string): string => {
  const [month, day] = kept.split('-').map(Number);
  return month && day ? formatYearlyDay(locale, month, day) : kept;
};
