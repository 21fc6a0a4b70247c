import { parsePhoneNumberFromString } from 'libphonenumber-js/min';

/** Where a number without a country belongs: the house is in France. */
const HOME_COUNTRY = 'FR';

const digitsOf = (text: string): string => text.replace(/\D/g, '');

/**
 * The digits a number is known by: with the country, within it, and as it was written. `06 12 34 56 78` and
 * `+33 6 12 34 56 78` give the same ones.
 */
export function phoneForms(phone: string): string[] {
  const known = parsePhoneNumberFromString(phone, HOME_COUNTRY);
  const forms = known
    ? [digitsOf(known.number), digitsOf(known.formatNational()), digitsOf(phone)]
    : [digitsOf(phone).replace(/^00/, '')];
  return [...new Set(forms.filter(Boolean))];
}

// Digits with the signs people put between them. Begun with 0 or + it is a number from its first digits on; else only
// when it is as long as one, so that « robe 2026 » stays two words. Digits in a word, or in an e-mail address, are no number.
const RUN = /\S*@\S*|(?<![\p{L}\d])(?:[+0][\d\s().\/-]+\d|\d[\d\s().\/-]{6,}\d)(?![\p{L}\d])/gu;

/** A query with each phone number in it as one word of digits, also while it is being typed. */
export const joinPhones = (query: string): string =>
  query.replace(RUN, (run) => {
    if (run.includes('@')) return run;
    const digits = digitsOf(run.replace(/\(0\)/g, '')).replace(/^00/, '');
    if (/^[+0]/.test(run) ? digits.length < 3 : digits.length < 8) return run;
    // « +33 06 … »: the zero one leaves out behind a country.
    const known = /^(\+|00)/.test(run) ? parsePhoneNumberFromString(`+${digits}`) : undefined;
    return ` ${known ? digitsOf(known.number) : digits} `;
  });
