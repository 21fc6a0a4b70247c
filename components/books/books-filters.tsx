import { useLocale, useTranslations } from 'next-intl';
import { AutoForm } from '@/components/form/auto-form';
import { NativeButton } from '@/components/ui/native';
import { BOOK_ACTS, type BooksChoice } from '@/lib/books/rules';
import { inCapital } from '@/lib/i18n/format';
import { PAYMENT_METHODS } from '@/lib/orders/words';
import { paths } from '@/lib/paths';
import { PeriodChoice } from './period-choice';

interface Props {
  choice: BooksChoice;
  periods: { months: readonly string[]; years: readonly string[] };
  /** How many entries there are to this choice, in words. */
  found: string;
}

/** When, what, by which means, with which words; and how many entries that is. */
export function BooksFilters({ choice, periods, found }: Props) {
  const t = useTranslations('ledger');
  const orders = useTranslations('orders');
  const locale = useLocale();
  return (
    <AutoForm action={`/${locale}${paths.atelier.ledger}`} label={t('filters')}>
      <PeriodChoice period={choice.period} periods={periods}>
        <option value="all">{t('everything')}</option>
      </PeriodChoice>
      <label className="filter-choice">
        <span className="sr-only">{t('what')}</span>
        <select name="act" defaultValue={choice.act ?? ''} key={choice.act}>
          <option value="">{t('allActs')}</option>
          {BOOK_ACTS.map((act) => (
            <option key={act} value={act}>
              {t(`acts.${act}`)}
            </option>
          ))}
        </select>
      </label>
      <label className="filter-choice">
        <span className="sr-only">{t('means')}</span>
        <select name="method" defaultValue={choice.method ?? ''} key={choice.method}>
          <option value="">{t('allMeans')}</option>
          {PAYMENT_METHODS.map((method) => (
            <option key={method} value={method}>
              {inCapital(orders(`payments.method.${method}`))}
            </option>
          ))}
        </select>
      </label>
      <label className="filter-choice">
        <span className="sr-only">{t('search')}</span>
        <input
          type="search"
          name="q"
          maxLength={100}
          placeholder={t('searchHint')}
          defaultValue={choice.q ?? ''}
          key={choice.q}
        />
      </label>
      <noscript>
        <NativeButton type="submit" size="small">
          {t('show')}
        </NativeButton>
      </noscript>
      <span className="small ml-auto text-ink3" role="status">
        {found}
      </span>
    </AutoForm>
  );
}
