import { useLocale, useTranslations } from 'next-intl';
import { AutoForm } from '@/components/form/auto-form';
import { NativeButton } from '@/components/ui/native';
import { formatLongMonth, inCapital } from '@/lib/i18n/format';
import { paths } from '@/lib/paths';

interface Props {
  period: string;
  periods: { months: readonly string[]; years: readonly string[] };
}

/** Which month or year the journal of VAT is read for. */
export function VatPeriods({ period, periods }: Props) {
  const t = useTranslations('ledger');
  const locale = useLocale();
  return (
    <AutoForm action={`/${locale}${paths.atelier.vat}`} label={t('filters')}>
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
        </select>
      </label>
      <noscript>
        <NativeButton type="submit" size="small">
          {t('show')}
        </NativeButton>
      </noscript>
    </AutoForm>
  );
}
