'use client';

import { useLocale, useTranslations } from 'next-intl';
import { formatMoney, inCapital } from '@/lib/i18n/format';
import { currencyName, moneyWords } from '@/lib/i18n/number-words';
import { currencySign, decimalsOf, inMinorUnits, moneyKind } from '@/lib/money';
import { printNumber } from '@/lib/numbers';
import { NumberField, type NumberFieldProps } from './number-field';

interface Props extends Omit<NumberFieldProps, 'kind' | 'read' | 'unit' | 'words' | 'shown'> {
  /** ISO 4217 */
  currency: string;
  /** Whether a sum may be taken away: « − 85 € ». */
  signed?: boolean;
}

/** What makes a number field one of money: its decimals, its sign, and the sum in words. */
export function useMoneyProps(
  currency: string,
  signed?: boolean,
): Pick<NumberFieldProps, 'kind' | 'unit' | 'shown' | 'words' | 'emptyWords' | 'finer' | 'placeholder'> {
  const t = useTranslations('form.number');
  const locale = useLocale();
  const decimals = decimalsOf(currency);
  return {
    kind: moneyKind(currency, signed),
    unit: currencySign(locale, currency),
    shown: (units) => formatMoney(locale, { amount: inMinorUnits(units, currency), currency }),
    words: (units) => moneyWords(locale, { amount: inMinorUnits(units, currency), currency }),
    emptyWords: t('noSum'),
    finer: decimals === 0 ? t('noCents', { name: currencyName(locale, currency) }) : undefined,
    placeholder: printNumber(0, locale, decimals, decimals),
  };
}

/** A sum in words that begins a sentence: « Dix mille quatre cent seize euros ». */
export function useSumWords(currency: string): (units: number) => string {
  const locale = useLocale();
  return (units) => inCapital(moneyWords(locale, { amount: inMinorUnits(units, currency), currency }));
}

/** A sum of money; says in words what it understood. Its text is read with `useRead`. */
export function MoneyField({ currency, signed, ...props }: Props) {
  return <NumberField {...useMoneyProps(currency, signed)} {...props} />;
}
