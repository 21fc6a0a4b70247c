import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { InvoiceContent, LedgerEntry } from '@/lib/ledger/shape';
import { against, grossOf, less, partOf, type RateSum, together } from '@/lib/ledger/totals';
import { vatLines } from '@/lib/ledger/vat-journal';
import { invoice, LedgerWriter, receipt } from '../../support/ledger-writer';

/** A dress with its cloth at 20 %, an hour of work at 20 %, a book at 5.5 %. */
const GOODS: RateSum[] = [
  { rate: 2000, net: 100_000, vat: 20_000 },
  { rate: 550, net: 10_000, vat: 550 },
];
const WORK: RateSum[] = [{ rate: 2000, net: 20_000, vat: 4_000 }];
const ALL = together(GOODS, WORK);
const line = (nature: 'goods' | 'service' | 'mixed') => (sum: RateSum) => ({
  label: 'Robe',
  nature,
  quantity: 1000,
  unit: 'piece',
  unitNet: sum.net,
  ...sum,
});
const whole = (deposits: InvoiceContent['deposits'] = []) =>
  invoice({ act: 'invoice', rates: ALL, deposits, lines: [...GOODS.map(line('mixed')), ...WORK.map(line('service'))] });

/** One order's life, hour by hour. */
class Life {
  readonly #book = new LedgerWriter();
  #hour = Date.UTC(2026, 5, 1, 8);
  received: RateSum[] = [];
  enter(body: object, kind: LedgerEntry['kind']): string {
    this.#hour += 3_600_000;
    return this.#book.enter(kind, body, this.#hour).number;
  }
  pay(sum: number): void {
    const amount = { amount: sum, currency: 'EUR' };
    const from = sum < 0 ? this.received : less(ALL, this.received);
    const part = partOf(grossOf(from) >= Math.abs(sum) ? from : ALL, Math.abs(sum));
    const rates = sum < 0 ? against(part) : part;
    this.received = together(this.received, rates);
    this.enter(receipt({ amount, rates }), 'receipt');
  }
  lines = () => vatLines(this.#book.entries);
  due = () => together(...this.lines().map(({ due }) => due));
}
const euros = (sums: readonly RateSum[]) => sums.map(({ rate, net, vat }) => `${rate} ${net} ${vat}`);

describe('VAT', () => {
  it('is due on a deposit when it comes, on the piece with its invoice, on work as it is paid', () => {
    const life = new Life();
    life.pay(50_000);
    const deposit = life.lines().at(-1);
    expect(deposit?.cause).toBe('received');
    expect(grossOf(deposit?.due ?? [])).toBe(50_000);
    life.enter(whole(), 'invoice');
    // The goods, whole; of the work of 240,00 what 500,00 of 1 545,50 is.
    const paid = Math.round((24_000 * 50_000) / 154_550);
    expect(grossOf(life.due())).toBe(130_550 + paid);
    expect(life.lines().at(-1)?.cause).toBe('invoiced');
    life.pay(154_550 - 50_000);
    expect(euros(life.due())).toEqual(euros(ALL));
  });

  it('is given back with a credit note, and is as on receipts again where an invoice was countered whole', () => {
    const life = new Life();
    life.pay(30_000);
    const number = life.enter(whole(), 'invoice');
    life.enter(invoice({ act: 'credit', rates: against(ALL), refersTo: [number], whole: true }), 'creditNote');
    expect(life.lines().at(-1)?.cause).toBe('credited');
    expect(euros(life.due())).toEqual(euros(life.received));
    life.pay(-30_000);
    expect(life.due()).toEqual([]);
  });

  it('is not guessed where a receipt has no rate; the invoice says it', () => {
    const life = new Life();
    life.enter(receipt({ amount: { amount: 10_000, currency: 'EUR' } }), 'receipt');
    expect(life.lines()).toMatchObject([{ due: [], unsaid: 10_000 }]);
    life.enter(whole(), 'invoice');
    expect(life.lines().at(-1)).toMatchObject({ unsaid: -10_000 });
    expect(life.lines().reduce((sum, { unsaid }) => sum + unsaid, 0)).toBe(0);
  });

  it('of everything that is paid and invoiced is that of the invoice, to the cent, however it was paid', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 60_000 }), { maxLength: 12 }), fc.nat(), (sums, place) => {
        const life = new Life();
        const at = sums.length === 0 ? 0 : place % sums.length;
        let left = grossOf(ALL);
        sums.forEach((sum, index) => {
          if (index === at) life.enter(whole(), 'invoice');
          const part = Math.min(sum, left);
          if (part > 0) life.pay(part);
          left -= part;
        });
        if (sums.length === 0) life.enter(whole(), 'invoice');
        if (left > 0) life.pay(left);
        expect(euros(life.due())).toEqual(euros(ALL));
      }),
    );
  });
});
