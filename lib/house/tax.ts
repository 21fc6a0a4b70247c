import type { Locale } from '../actor';
import { inLanguage } from '../i18n/bilingual';
import { countryTax } from './countries/presets';

/** What of a tax identity is held against its country. */
interface Identity {
  country: string;
  regime: string;
  registration: string;
  vatNumber: string;
  companyDays: number;
}

const digitsOf = (text: string): string => text.replace(/[\s.\u00a0\u202f-]/g, '');

/** The key of Luhn (ISO/IEC 7812-1) over a row of digits. */
function passesLuhn(digits: string): boolean {
  const sum = [...digits].reverse().reduce((total, digit, at) => {
    const value = Number(digit) * (at % 2 === 0 ? 1 : 2);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}

/**
 * Whether nine digits are a SIREN, or fourteen a SIRET: both carry the key of Luhn (INSEE). The establishments of La Poste
 * (SIREN 356 000 000) but its seat are counted otherwise: the sum of their digits is a multiple of five.
 */
export function isSiren(text: string): boolean {
  const digits = digitsOf(text);
  if (!/^(\d{9}|\d{14})$/.test(digits)) return false;
  if (digits.length === 9) return passesLuhn(digits);
  const sum = [...digits].reduce((total, digit) => total + Number(digit), 0);
  if (digits.startsWith('356000000') && sum % 5 === 0) return true;
  return passesLuhn(digits) && passesLuhn(digits.slice(0, 9));
}

/**
 * Whether a French VAT number is that of a SIREN: its key, where it is in digits, is (12 + 3 × (SIREN mod 97)) mod 97
 * (DGFiP; the key in letters of newer numbers cannot be reckoned).
 */
export function isVatNumberOf(vatNumber: string, registration: string): boolean {
  const [number, siren] = [digitsOf(vatNumber).toUpperCase(), digitsOf(registration).slice(0, 9)];
  if (number.slice(4) !== siren) return false;
  const key = number.slice(2, 4);
  return !/^\d\d$/.test(key) || Number(key) === (12 + 3 * (Number(siren) % 97)) % 97;
}

/** The number a house is registered under, with the name its country gives it; nothing while it is not said. */
export function registrationOf(
  tax: Pick<Identity, 'country' | 'registration'>,
): { name: string; value: string } | undefined {
  const digits = digitsOf(tax.registration);
  if (!digits) return undefined;
  if (tax.country === 'FR') return { name: digits.length === 14 ? 'SIRET' : 'SIREN', value: tax.registration };
  return { name: countryTax(tax.country)?.registration.name ?? '', value: tax.registration };
}

/** What a house without VAT says of it: its own words, else its country's; nothing where neither says any. */
export const exemptMentionOf = (tax: { country: string; exemptMention: string }, locale: Locale): string | undefined =>
  tax.exemptMention || inLanguage(countryTax(tax.country)?.exempt, locale);

/** What is wrong with the tax identity of a house, field by field, as sentences of `errors.fields`. */
export function taxProblems(tax: Identity): { path: keyof Identity; message: string }[] {
  const problems: { path: keyof Identity; message: string }[] = [];
  const note = (path: keyof Identity, message: string): void =>
    void problems.push({ path, message: `fields.${message}` });
  const law = countryTax(tax.country);
  if (tax.regime !== 'unsaid' && !tax.country) note('country', 'required');
  if (law?.mostDays !== undefined && tax.companyDays > law.mostDays) note('companyDays', 'taxDays');
  const { registration, vatNumber } = { registration: digitsOf(tax.registration), vatNumber: digitsOf(tax.vatNumber) };
  const rule = law?.registration;
  if (!registration) {
    if (rule?.required && tax.regime !== 'unsaid') note('registration', 'required');
  } else if (
    (rule?.pattern && !new RegExp(rule.pattern).test(registration)) ||
    (rule?.check === 'siren' && !isSiren(registration))
  )
    note('registration', 'registration');
  const vat = law?.vatNumber;
  if (!vatNumber) {
    if (vat?.required && tax.regime === 'subject') note('vatNumber', 'required');
  } else if (
    (vat?.pattern && !new RegExp(vat.pattern).test(vatNumber.toUpperCase())) ||
    (rule?.check === 'siren' && registration && !isVatNumberOf(vatNumber, registration))
  )
    note('vatNumber', 'vatNumber');
  return problems;
}
