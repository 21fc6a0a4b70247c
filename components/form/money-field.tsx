'use client';

import { useLocale, useTranslations } from 'next-intl';
import { currencySign, inMinorUnits, moneyKind } from '@/lib/money';
import { moneyWords } from '@/lib/i18n/number-words';
import { NumberField, type NumberFieldProps } from './number-field';

interface Props extends Omit<NumberFieldProps, 'kind' | 'read' | 'unit' | 'words'> {
  /** ISO 4217 */
  currency: string;
  /** Whether a sum may be taken away: « − 85 € ». */
  signed?: boolean;
}

/** What makes a number field one of money: its decimals, its sign, and the sum in words. */
export function useMoneyProps(
  currency: string,
  signed?: boolean,
): Pick<NumberFieldProps, 'kind' | 'unit' | 'words' | 'emptyWords'> {
  const t = useTranslations('form.number');
  const locale = useLocale();
  return {
    kind: moneyKind(currency, signed),
    unit: currencySign(locale, currency),
    words: (units) => moneyWords(locale, { amount: inMinorUnits(units, currency), currency }),
    emptyWords: t('noSum'),
  };
}

/** A sum of money; says in words what it understood. Its text is read with `useRead`. */
export function MoneyField({ currency, signed, ...props }: Props) {
  return <NumberField {...useMoneyProps(currency, signed)} {...props} />;
}
