import { useLocale, useTranslations } from 'next-intl';
import { AutoForm } from '@/components/form/auto-form';
import { NativeButton } from '@/components/ui/native';
import { paths } from '@/lib/paths';
import { PeriodChoice } from './period-choice';

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
      <PeriodChoice period={period} periods={periods} />
      <noscript>
        <NativeButton type="submit" size="small">
          {t('show')}
        </NativeButton>
      </noscript>
    </AutoForm>
  );
}
