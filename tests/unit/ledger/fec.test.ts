import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countryTax } from '@/lib/house/countries/presets';
import { dayKey } from '@/lib/i18n/format';
import { FEC_COLUMNS, type FecLine, fecLines, fecName, fecSum, fecText } from '@/lib/ledger/fec';
import type { LedgerEntry } from '@/lib/ledger/shape';
import { against, less, partOf, type RateSum } from '@/lib/ledger/totals';
import { invoice, LedgerWriter, orderOf, receipt } from '../../support/ledger-writer';

const accounts = countryTax('FR')?.books?.accounts;
if (!accounts) throw new Error('France has no accounts');
const RATES: RateSum[] = [
  { rate: 2000, net: 100_000, vat: 20_000 },
  { rate: 550, net: 10_000, vat: 550 },
];
const noon = Date.UTC(2026, 10, 28, 11);
const postings = (entries: readonly LedgerEntry[], all = entries) =>
  fecLines(
    entries.filter(({ kind }) => kind !== 'closing').map((entry) => ({ day: dayKey(entry.at), entry })),
    entries.filter(({ kind }) => kind === 'closing'),
    { accounts, find: (number) => all.find((one) => one.number === number), firstTill: 'C-2026-0001' },
  );
const balance = (lines: readonly FecLine[]) => lines.reduce((sum, { debit, credit }) => sum + debit - credit, 0);
const words = (lines: readonly FecLine[]) =>
  lines.map(({ journal, account, debit, credit }) => `${journal} ${account.number} ${debit} ${credit}`);

/** A deposit that is paid, its invoice, the whole, and all of it countered again. */
function life(deposit: number): LedgerEntry[] {
  const book = new LedgerWriter();
  const rates = partOf(RATES, deposit);
  book.enter('receipt', receipt({ amount: { amount: deposit, currency: 'EUR' }, method: 'card', rates }), noon);
  const taken = book.issue(invoice({ act: 'deposit', rates }), noon).number;
  const deposits = [{ number: taken, issuedAt: '2026-11-28T11:00:00.000Z', rates }];
  const whole = book.issue(invoice({ act: 'invoice', rates: RATES, deposits }), noon).number;
  book.issue(invoice({ act: 'credit', rates: against(less(RATES, rates)), refersTo: [whole], whole: true }), noon);
  book.issue(invoice({ act: 'credit', rates: against(rates), refersTo: [taken], whole: true }), noon);
  return book.entries;
}

describe('the accounting entries of a journal', () => {
  it('are those of a deposit, of its invoice and of the whole', () => {
    const [paid, deposit, whole] = life(60_000);
    expect(words(postings([paid as LedgerEntry]))).toEqual(['BQ 511500 60000 0', 'BQ 411000 0 60000']);
    const vat = partOf(RATES, 60_000).reduce((sum, one) => sum + one.vat, 0);
    expect(words(postings([deposit as LedgerEntry]))).toEqual([
      'VE 411000 60000 0',
      `VE 419100 0 ${60_000 - vat}`,
      `VE 445710 0 ${vat}`,
    ]);
    expect(words(postings([whole as LedgerEntry]))).toEqual([
      'VE 411000 70550 0',
      'VE 701000 0 110000',
      `VE 419100 ${60_000 - vat} 0`,
      `VE 445710 0 ${20_550 - vat}`,
    ]);
  });

  it('are balanced each, and come to nothing where everything was countered', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 130_550 }), (deposit) => {
        const entries = life(deposit);
        for (const entry of entries) expect(balance(postings([entry], entries))).toBe(0);
        const left = new Map<string, number>();
        for (const { account, debit, credit } of postings(entries))
          left.set(account.number, (left.get(account.number) ?? 0) + debit - credit);
        // What was paid is still there, and owed to the client.
        expect(Object.fromEntries([...left].filter(([, sum]) => sum !== 0))).toEqual({
          '511500': deposit,
          '411000': -deposit,
        });
      }),
    );
  });

  it('are those of a till: what was in it, what was missing, what was taken out', () => {
    const book = new LedgerWriter();
    book.enter('receipt', receipt({ amount: { amount: 68_000, currency: 'EUR' }, order: orderOf(2) }), noon);
    book.closeDay('2026-11-28', noon, { opening: 15_000, counted: 82_500, left: 15_000, word: 'Monnaie' });
    const lines = postings(book.entries);
    expect(balance(lines)).toBe(0);
    const cash = lines.filter(({ account }) => account.number === '530000');
    expect(cash.reduce((sum, { debit, credit }) => sum + debit - credit, 0)).toBe(15_000);
    expect(words(lines)).toContain('CA 658000 500 0');
  });
});

describe('the file of accounting entries', () => {
  it('has eighteen columns, a tab between them, days without dashes, decimals after a comma, and numbers without a gap', () => {
    const text = [...fecText(postings(life(60_000)), { decimals: 2, dayOfHour: dayKey })].join('');
    const [head, ...rows] = text.slice(0, -2).split('\r\n');
    expect(head?.split('\t')).toEqual([...FEC_COLUMNS]);
    for (const row of rows) {
      const cells = row.split('\t');
      expect(cells).toHaveLength(18);
      expect(cells[3]).toMatch(/^\d{8}$/);
      expect(cells[11]).toMatch(/^\d+,\d\d$/);
      expect(cells[12]).toMatch(/^\d+,\d\d$/);
    }
    const numbers = rows.map((row) => Number(row.split('\t')[2]));
    expect([...new Set(numbers)]).toEqual([1, 2, 3, 4, 5]);
    const sum = (at: number) =>
      rows.reduce((all, row) => all + Math.round(Number(row.split('\t')[at]?.replace(',', '.')) * 100), 0);
    expect(sum(11)).toBe(sum(12));
  });

  it('bears the SIREN and the last day', () => {
    expect(fecName('123 456 782 00011', '2026-12-31')).toBe('123456782FEC20261231.txt');
    expect([fecSum(5, 2), fecSum(-1_234_567, 2), fecSum(500, 0)]).toEqual(['0,05', '-12345,67', '500,00']);
  });
});
