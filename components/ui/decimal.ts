/**
 * Reads a number as people type it: comma or point, spaces of any kind between thousands, U+2212 or a hyphen.
 * @returns `undefined` for an empty field, NaN for what is not a number.
 */
export function parseDecimal(text: string): number | undefined {
  const plain = text
    .replace(/[\s\u00A0\u202F]/g, '')
    .replace(/\u2212/g, '-')
    .replace(',', '.');
  if (plain === '') return undefined;
  return /^[+-]?(\d+\.?\d*|\.\d+)$/.test(plain) ? Number(plain) : Number.NaN;
}

/** Prints with the comma or the point of the language, without thousands, so that it can be edited again. */
export const printDecimal = (value: number | undefined, locale: string): string =>
  value === undefined || Number.isNaN(value) ? '' : String(value).replace('.', locale === 'fr' ? ',' : '.');
