import type { z } from 'zod';
import type { Locale } from './actor';
import { LOCALES, languageTag } from './i18n/config';
import { numberFormatter } from './i18n/formatters';
import type { NumberKind } from './numbers';
import type { money } from './money-schemas';

export type Money = z.infer<typeof money>;

/** The largest price, in minor units. */
export const PRICE_MAX = 100_000_000_00;

/** Currencies whose minor unit is not the hundredth (ISO 4217, list one, column « Minor unit »). */
const DECIMALS: Readonly<Record<string, number>> = Object.fromEntries([
  ...'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF'.split(' ').map((code) => [code, 0]),
  ...'BHD IQD JOD KWD LYD OMR TND'.split(' ').map((code) => [code, 3]),
  ...'CLF UYW'.split(' ').map((code) => [code, 4]),
]);

/** How many decimals a sum of this currency has: 2 for the euro, 0 for the CFA franc. */
export const decimalsOf = (currency: string): number => DECIMALS[currency] ?? 2;

/** How many minor units one unit of the currency is: 100 cents, 1 franc. */
export const minorPerUnit = (currency: string): number => 10 ** decimalsOf(currency);

/** The sum in units of its currency: 12.5 for 1,250 cents. For printing and typing only; sums are made of minor units. */
export const inUnits = ({ amount, currency }: Money): number => amount / minorPerUnit(currency);

/** The minor units of a number of units that has no more decimals than the currency. */
export const inMinorUnits = (units: number, currency: string): number => Math.round(units * minorPerUnit(currency));

/** What a currency is called beside the field, as its people write it: « € », « F CFA ». */
export function currencySign(locale: Locale, currency: string): string {
  const parts = numberFormatter(locale, { style: 'currency', currency }).formatToParts(0);
  return parts.find(({ type }) => type === 'currency')?.value ?? currency;
}

/** Names people type beside a sum that Intl does not know. */
const ALIASES: Readonly<Record<string, readonly string[]>> = {
  EUR: ['euro', 'euros'],
  XOF: ['f', 'cfa', 'f cfa', 'fcfa', 'francs', 'francs cfa'],
  XAF: ['f', 'cfa', 'f cfa', 'fcfa', 'francs', 'francs cfa'],
  CHF: ['fr', 'fr.', 'sfr', 'francs'],
  MAD: ['dh', 'dhs', 'dirhams'],
};

/**
 * How a sum of this currency is typed: its decimals, and the names that may stand beside it.
 * @param signed whether a sum may be taken away
 */
export function moneyKind(currency: string, signed = false): NumberKind {
  const named = (['symbol', 'narrowSymbol', 'name'] as const).flatMap((currencyDisplay) =>
    LOCALES.flatMap((locale) => [locale, languageTag(locale)]).flatMap((locale) =>
      [1, 2].map(
        (count) =>
          numberFormatter(locale, { style: 'currency', currency, currencyDisplay })
            .formatToParts(count)
            .find(({ type }) => type === 'currency')?.value ?? '',
      ),
    ),
  );
  return {
    decimals: decimalsOf(currency),
    least: decimalsOf(currency),
    units: [{ names: [currency, ...named, ...(ALIASES[currency] ?? [])], factor: 1 }],
    max: PRICE_MAX / minorPerUnit(currency),
    ...(signed ? { signed, min: -PRICE_MAX / minorPerUnit(currency) } : {}),
  };
}
