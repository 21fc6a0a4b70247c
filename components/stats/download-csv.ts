import type { Locale } from '@/lib/actor';
import { languageOf } from '@/lib/i18n/config';
import { decimalsOf, inUnits, type Money } from '@/lib/money';

/** A sum as a spreadsheet of that language reads a number: no currency, no spaces. */
export const csvAmount = (sum: Money, locale: Locale): string =>
  inUnits(sum).toFixed(decimalsOf(sum.currency)).replace('.', languageOf(locale).decimal);

/**
 * Gives the person a file of these rows, as spreadsheets of the house's countries open it: semicolons, and a mark that says
 * UTF-8. A cell that would be read as a formula is defused.
 */
export async function downloadCsv(name: string, rows: readonly (readonly (string | number)[])[]): Promise<void> {
  const { unparse } = await import('papaparse');
  const text = unparse(
    rows.map((row) => [...row]),
    { delimiter: ';', escapeFormulae: /^[=@\t\r]|^[+-](?![\d.,\s]+$)/ },
  );
  const address = URL.createObjectURL(new Blob([`\uFEFF${text}\r\n`], { type: 'text/csv;charset=utf-8' }));
  const link = Object.assign(document.createElement('a'), { href: address, download: `${name}.csv` });
  link.click();
  URL.revokeObjectURL(address);
}
