import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { STAGES, type Stage } from '@/lib/house/stages';
import { grossOf, partOf } from '@/lib/ledger/totals';
import {
  creditOf,
  creditRefusal,
  depositRefusal,
  depositToInvoice,
  invoicedSum,
  type Invoiced,
  invoiceRefusal,
  isOutdated,
  type IssuedInvoice,
  leftOf,
  mostDeposit,
  standingInvoice,
  sumsOf,
  takenUp,
  uninvoiced,
} from '@/lib/orders/invoice-rules';

const eur = (amount: number) => ({ amount, currency: 'EUR' });
const line = (amount: number, vatRate?: number) => ({ quantity: 1, unitPrice: eur(amount), vatRate });
const SUBJECT = { regime: 'subject' as const };
const EXEMPT = { regime: 'exempt' as const };

/** An order with a quote in force of these lines. */
const order = (lines = [line(129_000, 20)], stage: Stage = 'confirmed', invoices: IssuedInvoice[] = []): Invoiced => ({
  stage,
  quotes: [{ n: 1, status: 'accepted', lines }],
  invoices,
});

let given = 0;
const numbered = (one: Omit<IssuedInvoice, 'number' | 'takesUp'> & { takesUp?: string[] }): IssuedInvoice => ({
  takesUp: [],
  ...one,
  number: `${one.act}-${(given += 1)}`,
});
const deposit = (of: Invoiced, amount: number) => numbered({ act: 'deposit', due: partOf(uninvoiced(of), amount) });
const whole = (of: Invoiced) =>
  numbered({
    act: 'invoice',
    quote: of.quotes.find(({ status }) => status === 'accepted')?.n,
    due: uninvoiced(of),
    takesUp: takenUp(of.invoices).map(({ number }) => number),
  });
const credit = (of: Invoiced, one: IssuedInvoice, amount?: number) =>
  numbered({ act: 'credit', refersTo: one.number, ...creditOf(of.invoices, one, amount) });
const withMore = (of: Invoiced, ...more: IssuedInvoice[]): Invoiced => ({ ...of, invoices: [...of.invoices, ...more] });

describe('when which may be issued', () => {
  it('at no stage before the acceptance, no deposit once it is over, and no invoice where nothing is sold', () => {
    const may = (refused: (one: Invoiced) => unknown) =>
      STAGES.filter((stage) => refused(order(undefined, stage)) === undefined);
    const going = STAGES.filter(
      (stage) => !['requested', 'quoted', 'delivered', 'cancelled', 'declined'].includes(stage),
    );
    expect(may((one) => depositRefusal(one, SUBJECT, 100))).toEqual(going);
    expect(may((one) => invoiceRefusal(one, SUBJECT))).toEqual(
      [...going, 'delivered'].toSorted((a, b) => STAGES.indexOf(a as Stage) - STAGES.indexOf(b as Stage)),
    );
  });

  it('not while the house has not said under which regime, nor against it', () => {
    expect(invoiceRefusal(order(), { regime: 'unsaid' })).toBe('tax_unsaid');
    expect(invoiceRefusal(order(), EXEMPT)).toBe('invoice_vat');
    expect(invoiceRefusal(order([line(1_000)]), EXEMPT)).toBeUndefined();
    expect(invoiceRefusal(order([line(1_000), line(500, 20)]), SUBJECT)).toBe('exemption_needed');
    expect(invoiceRefusal(order([line(1_000)]), SUBJECT, { exemption: 'CGI, art. 262 ter, I' })).toBeUndefined();
  });

  it('not of a piece that is given, nor of an order without a quote in force', () => {
    expect(invoiceRefusal(order([line(0, 20)]), SUBJECT)).toBe('invoice_nothing');
    expect(invoiceRefusal({ ...order(), quotes: [] }, SUBJECT)).toBe('action_not_allowed');
    expect(depositRefusal(order([line(0, 20)]), SUBJECT, 1)).toBe('invoice_nothing');
  });

  it('once, until it is countered whole; then anew', () => {
    const first = order();
    const invoice = whole(first);
    const invoiced = withMore(first, invoice);
    expect(invoiceRefusal(invoiced, SUBJECT)).toBe('invoice_standing');
    expect(invoiceRefusal(invoiced, SUBJECT, { replace: true })).toBeUndefined();
    expect(depositRefusal(invoiced, SUBJECT, 1)).toBe('invoice_standing');
    const partly = withMore(invoiced, credit(invoiced, invoice, 1_000));
    expect(invoiceRefusal(partly, SUBJECT)).toBe('invoice_standing');
    const countered = withMore(partly, credit(partly, invoice));
    expect(invoicedSum(countered.invoices)).toBe(0);
    expect(invoiceRefusal(countered, SUBJECT)).toBeUndefined();
    expect(creditRefusal(countered.invoices, invoice.number)).toBe('credit_settled');
  });

  it('takes up every deposit that stands; one that is taken up is countered after its invoice only', () => {
    const first = order();
    const one = deposit(first, 51_600);
    const paid = withMore(first, one);
    expect(depositRefusal(paid, SUBJECT, 77_401)).toBe('invoice_over');
    const invoice = whole(paid);
    expect(invoice).toMatchObject({ takesUp: [one.number], due: [{ rate: 2000, net: 64_500, vat: 12_900 }] });
    const invoiced = withMore(paid, invoice);
    expect(creditRefusal(invoiced.invoices, one.number)).toBe('credit_taken_up');
    const countered = withMore(invoiced, credit(invoiced, invoice));
    expect(creditRefusal(countered.invoices, one.number)).toBeUndefined();
    expect(whole(countered)).toMatchObject({ takesUp: [one.number], due: invoice.due });
  });

  it('after the order changed: the old one countered, the new one of the new price', () => {
    const first = order();
    const invoiced = withMore(first, whole(first));
    const changed: Invoiced = {
      ...invoiced,
      quotes: [
        { n: 1, status: 'superseded', lines: [line(129_000, 20)] },
        { n: 2, status: 'accepted', lines: [line(141_000, 20)] },
      ],
    };
    expect([isOutdated(invoiced), isOutdated(changed)]).toEqual([false, true]);
    expect(invoiceRefusal(changed, SUBJECT, { replace: true })).toBeUndefined();
    const standing = standingInvoice(changed.invoices) as IssuedInvoice;
    const countered = withMore(changed, credit(changed, standing));
    expect(grossOf(whole(countered).due)).toBe(141_000);
  });

  it('not where more was asked in deposits than the piece costs now', () => {
    const first = order();
    const cheaper: Invoiced = {
      ...withMore(first, deposit(first, 100_000)),
      quotes: [{ n: 2, status: 'accepted', lines: [line(90_000, 20)] }],
    };
    expect(invoiceRefusal(cheaper, SUBJECT)).toBe('invoice_under_deposits');
    const [one] = cheaper.invoices as [IssuedInvoice];
    expect(creditRefusal(cheaper.invoices, one.number, 100_001)).toBe('credit_over');
    expect(invoiceRefusal(withMore(cheaper, credit(cheaper, one, 10_000)), SUBJECT)).toBeUndefined();
  });

  it('of a deposit that came, for what no invoice is of yet', () => {
    const first = order();
    expect(depositToInvoice(first, 51_600, 51_600)).toBe(51_600);
    const asked = withMore(first, deposit(first, 51_600));
    // Asked for before, paid now.
    expect(depositToInvoice(asked, 51_600, 51_600)).toBe(0);
    expect(depositToInvoice(asked, 60_000, 60_000)).toBe(8_400);
    // Paid too much: never more than the price.
    expect(depositToInvoice(first, 200_000, 200_000)).toBe(129_000);
    expect(depositToInvoice(withMore(first, whole(first)), 129_000, 129_000)).toBe(0);
  });
});

const rates = fc.constantFrom(0, 5.5, 10, 20);
const step = fc.record({
  act: fc.constantFrom('deposit' as const, 'invoice' as const, 'credit' as const, 'change' as const),
  at: fc.nat(),
  share: fc.double({ min: 0.01, max: 1, noNaN: true }),
  all: fc.boolean(),
});

describe('whatever is done in whatever order', () => {
  it('what stands is never more than the price was, nothing is countered twice, and a whole invoice comes to the price to the cent', () =>
    fc.assert(
      fc.property(
        fc.array(fc.record({ amount: fc.integer({ min: 1, max: 300_000 }), rate: rates }), {
          minLength: 1,
          maxLength: 6,
        }),
        fc.array(step, { maxLength: 25 }),
        (lines, steps) => {
          let now = order(lines.map(({ amount, rate }) => line(amount, rate)));
          const exemption = 'by a rule';
          let dearest = 0;
          for (const { act, at, share, all } of steps) {
            const price = grossOf(sumsOf(now.quotes.at(-1)?.lines ?? []).rates);
            dearest = Math.max(dearest, price);
            if (act === 'change') {
              const n = now.quotes.length + 1;
              const next = [line(Math.max(1, Math.round(price * (0.5 + share))), at % 2 === 0 ? 20 : 10)];
              now = {
                ...now,
                quotes: [
                  ...now.quotes.map((one) => ({ ...one, status: 'superseded' as const })),
                  { n, status: 'accepted', lines: next },
                ],
              };
            } else if (act === 'deposit') {
              const amount = Math.max(1, Math.floor(mostDeposit(now) * share));
              if (depositRefusal(now, SUBJECT, amount, exemption) === undefined) {
                const one = deposit(now, amount);
                expect(grossOf(one.due)).toBe(amount);
                now = withMore(now, one);
              }
            } else if (act === 'invoice') {
              if (invoiceRefusal(now, SUBJECT, { exemption }) === undefined) {
                const one = whole(now);
                expect(grossOf(one.due)).toBeGreaterThanOrEqual(0);
                now = withMore(now, one);
                expect(uninvoiced(now)).toEqual([]);
                expect(invoicedSum(now.invoices)).toBe(price);
              }
            } else {
              const one = now.invoices[at % Math.max(1, now.invoices.length)];
              if (!one || one.act === 'credit') continue;
              const amount = all ? undefined : Math.max(1, Math.floor(grossOf(leftOf(now.invoices, one)) * share));
              if (creditRefusal(now.invoices, one.number, amount) === undefined) {
                now = withMore(now, credit(now, one, amount));
                if (amount !== undefined && !all)
                  for (const { net, vat } of leftOf(now.invoices, one))
                    expect([net >= 0, vat >= 0]).toEqual([true, true]);
              }
            }
            expect(
              now.invoices.filter(
                (one) =>
                  one.act === 'invoice' &&
                  standingInvoice([one, ...now.invoices.filter(({ refersTo }) => refersTo === one.number)]),
              ).length,
            ).toBeLessThanOrEqual(1);
            expect(invoicedSum(now.invoices)).toBeLessThanOrEqual(
              Math.max(dearest, grossOf(sumsOf(now.quotes.at(-1)?.lines ?? []).rates)),
            );
          }
        },
      ),
    ));
});
