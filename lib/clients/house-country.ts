import { type CountryCode, parsePhoneNumberFromString } from 'libphonenumber-js/min';
import type { HouseDocument } from '../house/documents';

/** Where numbers without a country belong: said by the house's own number, else by its currency. */
const BY_CURRENCY: Readonly<Record<string, CountryCode>> = {
  XOF: 'SN',
  XAF: 'CM',
  MAD: 'MA',
  TND: 'TN',
  DZD: 'DZ',
  CHF: 'CH',
  GBP: 'GB',
  USD: 'US',
  CAD: 'CA',
};

/** The country a house telephones from. */
export const countryOf = ({ phone, currency }: Pick<HouseDocument, 'phone' | 'currency'>): CountryCode =>
  parsePhoneNumberFromString(phone)?.country ?? BY_CURRENCY[currency] ?? 'FR';

/** One number in every spelling: `06 12 34 56 78`, `0033612345678` and `+33 6 12 34 56 78` are the same. */
export function phoneKey(phone: string, country: CountryCode): string | undefined {
  const digits = phone.replace(/\D/g, '');
  if (digits.length < 6) return undefined;
  return parsePhoneNumberFromString(phone.replace(/^\s*00/, '+'), country)?.number ?? digits;
}
