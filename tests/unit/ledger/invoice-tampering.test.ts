import { describe, expect, it } from 'vitest';
import { NOTHING_BEFORE, numberOf, sealOf } from '@/lib/ledger/canonical';
import type { InvoiceTold } from '@/lib/ledger/judge-invoices';
import type { InvoiceContent, LedgerEntry, LedgerHead } from '@/lib/ledger/shape';
import { against, grossOf, less, partOf, type RateSum } from '@/lib/ledger/totals';
import { verifyLedger } from '@/lib/ledger/verify-ledger';
import { FLAWS, INVOICE_KINDS } from '@/lib/ledger/words';

const order = { id: '1'.padStart(24, '0'), number: 'FF-2026-0001', title: 'Robe' };
const by = { id: 'f'.repeat(24), name: 'Claire' };
const PRICE: RateSum[] = [
  { rate: 2000, net: 100_000, vat: 20_000 },
  { rate: 550, net: 10_000, vat: 550 },
];
const DEPOSIT = partOf(PRICE, 50_000);
const REST = less(PRICE, DEPOSIT);

type Own = Pick<InvoiceContent, 'act' | 'rates'> & Partial<InvoiceContent>;

/** Everything an invoice says, as far as its sums are concerned. */
function content({ rates, deposits = [], ...own }: Own): InvoiceContent {
  const due = less(rates, ...deposits.map((one) => one.rates));
  return {
    currency: 'EUR',
    lines: rates.map((sum) => ({ label: 'Robe', quantity: 1000, unit: 'piece', unitNet: sum.net, ...sum })),
    rates,
    deposits,
    due,
    total: { amount: grossOf(due), currency: 'EUR' },
    paid: [],
    order,
    seller: { name: 'Maison', address: [] },
    buyer: { name: 'Awa', address: [] },
    dueAt: '2026-11-30T10:00:00.000Z',
    refersTo: [],
    mentions: [],
    locale: 'fr',
    ...own,
  };
}

/** Seals contents in the order they were issued in, each onto the one before it in its series. */
function sealed(contents: readonly InvoiceContent[]): { entries: LedgerEntry[]; heads: LedgerHead[] } {
  const ends = new Map<string, LedgerHead>();
  const entries = contents.map((body, at): LedgerEntry => {
    const kind = INVOICE_KINDS[body.act];
    const end = ends.get(kind);
    const n = (end?.n ?? 0) + 1;
    const hour = `2026-11-30T10:00:00.${String(at).padStart(3, '0')}Z`;
    const draft = { form: 1 as const, kind, year: 2026, n, number: numberOf(kind, 2026, n), at: hour, by };
    const whole = { ...draft, before: end?.hash ?? NOTHING_BEFORE, body };
    const entry = { ...whole, hash: sealOf(whole) };
    ends.set(kind, { kind, year: 2026, n, at: hour, hash: entry.hash });
    return entry;
  });
  return { entries, heads: [...ends.values()] };
}

const deposit = () => content({ act: 'deposit', rates: DEPOSIT });
const taken = { number: 'FA-2026-0001', issuedAt: '2026-11-30T10:00:00.000Z', rates: DEPOSIT };
const invoice = (own: Partial<InvoiceContent> = {}) =>
  content({ act: 'invoice', rates: PRICE, deposits: [taken], ...own });
const credit = (of: string, rates: RateSum[], whole?: true) =>
  content({ act: 'credit', rates: against(rates), refersTo: [of], reason: 'Geste', ...(whole ? { whole } : {}) });

/** A deposit, its invoice, a part given back, the rest countered, and invoiced anew. */
const life = (): InvoiceContent[] => {
  const part = partOf(REST, 7_000);
  return [deposit(), invoice(), credit('F-2026-0001', part), credit('F-2026-0001', less(REST, part), true), invoice()];
};
const told = (contents: readonly InvoiceContent[]): InvoiceTold[] =>
  sealed(contents).entries.map(({ number }, at) => {
    const { act, due, total, deposits, refersTo, whole } = contents[at] as InvoiceContent;
    return {
      order: order.id,
      number,
      act,
      due,
      total,
      takesUp: deposits.map((one) => one.number),
      refersTo,
      whole: whole ?? false,
      by: by.id,
    };
  });
const found = (contents: readonly InvoiceContent[], invoices?: readonly InvoiceTold[]): string[] =>
  verifyLedger(sealed(contents), invoices ? { invoices } : {}).map(({ flaw, at }) => `${flaw} ${at}`);

/** What somebody wrote and sealed as if the house had issued it, and what is found all the same. */
const TAMPERINGS: [string, InvoiceContent[], string[]][] = [
  [
    'a total that is not that of its rates',
    [{ ...deposit(), total: { amount: 1, currency: 'EUR' } }],
    ['sumsWrong FA-2026-0001'],
  ],
  [
    'a total in another currency',
    [{ ...deposit(), total: { amount: 50_000, currency: 'XOF' } }],
    ['sumsWrong FA-2026-0001'],
  ],
  [
    'less VAT in the rates than in the lines',
    [{ ...deposit(), rates: [{ rate: 2000, net: 50_000, vat: 0 }] }],
    ['sumsWrong FA-2026-0001'],
  ],
  ['a due that forgets its deposit', [deposit(), { ...invoice(), due: PRICE }], ['sumsWrong F-2026-0001']],
  ['a credit note of nothing that is there', [credit('F-2026-0009', REST)], ['refersToNothing AV-2026-0001']],
  [
    'a credit note of a credit note',
    [deposit(), credit('FA-2026-0001', DEPOSIT), credit('AV-2026-0001', DEPOSIT)],
    ['refersToNothing AV-2026-0002'],
  ],
  [
    'a credit note of another order’s invoice',
    [deposit(), { ...credit('FA-2026-0001', DEPOSIT), order: { ...order, id: '2'.padStart(24, '0') } }],
    ['refersToNothing AV-2026-0001'],
  ],
  ['more given back than was invoiced', [deposit(), credit('FA-2026-0001', PRICE)], ['creditedTooMuch AV-2026-0001']],
  [
    'more given back than was invoiced, in two',
    [deposit(), credit('FA-2026-0001', DEPOSIT), credit('FA-2026-0001', partOf(DEPOSIT, 1))],
    ['creditedTooMuch AV-2026-0002'],
  ],
  [
    'a whole credit note of a part',
    [deposit(), credit('FA-2026-0001', partOf(DEPOSIT, 100), true)],
    ['creditedTooMuch AV-2026-0001'],
  ],
  [
    'a credit note in another currency',
    [deposit(), { ...credit('FA-2026-0001', DEPOSIT), currency: 'XOF', total: { amount: -50_000, currency: 'XOF' } }],
    ['creditedTooMuch AV-2026-0001'],
  ],
  [
    'a deposit taken up twice',
    [deposit(), invoice(), invoice()],
    ['takenUpWrong F-2026-0002', 'invoicedTwice F-2026-0002'],
  ],
  [
    'a deposit taken up for more than it is',
    [deposit(), invoice({ deposits: [{ ...taken, rates: REST }] })],
    ['takenUpWrong F-2026-0001'],
  ],
  [
    'a deposit taken up that is none',
    [deposit(), invoice({ deposits: [{ ...taken, number: 'FA-2026-0009' }] })],
    ['refersToNothing F-2026-0001'],
  ],
  [
    'a deposit that is taken up, given back all the same',
    [deposit(), invoice(), credit('FA-2026-0001', DEPOSIT, true)],
    ['takenUpWrong F-2026-0001'],
  ],
  [
    'two invoices of one order',
    [content({ act: 'invoice', rates: PRICE }), content({ act: 'invoice', rates: PRICE })],
    ['invoicedTwice F-2026-0002'],
  ],
  [
    'a receipt that is not there',
    [{ ...deposit(), paid: [{ receipt: 'R-2026-0001', amount: 1, method: 'cash', paidAt: taken.issuedAt }] }],
    ['refersToNothing FA-2026-0001'],
  ],
  ['a body that is none', [{ ...deposit(), mark: true } as unknown as InvoiceContent], ['unreadable FA-2026-0001']],
];

describe('the invoices of a ledger', () => {
  it('are whole through a life of deposit, invoice, credit notes and invoice, alone and held against the order', () => {
    expect(found(life())).toEqual([]);
    expect(found(life(), told(life()))).toEqual([]);
  });

  it.each(TAMPERINGS)('%s: found and named', (_what, contents, expected) => {
    const flaws = found(contents);
    for (const one of expected) expect(flaws).toContain(one);
  });

  it.each<[string, (all: InvoiceTold[]) => void, string]>([
    [
      'an invoice the order tells and nobody entered',
      (all) => void all.push({ ...(all[0] as InvoiceTold), number: 'F-2026-0009' }),
      'invoiceUnentered F-2026-0009',
    ],
    ['another sum', (all) => void (all[1] = { ...(all[1] as InvoiceTold), due: PRICE }), 'invoiceDiffers F-2026-0001'],
    [
      'another order',
      (all) => void (all[1] = { ...(all[1] as InvoiceTold), order: '3'.padStart(24, '0') }),
      'invoiceDiffers F-2026-0001',
    ],
    [
      'somebody else who issued it',
      (all) => void (all[1] = { ...(all[1] as InvoiceTold), by: 'e'.repeat(24) }),
      'invoiceDiffers F-2026-0001',
    ],
    ['one that no order tells', (all) => void all.pop(), 'invoiceUnknown F-2026-0002'],
  ])('%s: found by the order', (_what, tamper, expected) => {
    const all = told(life());
    tamper(all);
    expect(found(life(), all)).toContain(expected);
  });

  it('have no flaw that nobody ever tried', () => {
    const tried = new Set(TAMPERINGS.flatMap(([, , expected]) => expected.map((one) => one.split(' ')[0])));
    for (const flaw of ['invoiceUnentered', 'invoiceDiffers', 'invoiceUnknown']) tried.add(flaw);
    const own = FLAWS.filter((flaw) => /^(?:invoice|sumsWrong|creditedTooMuch|takenUpWrong)/.test(flaw));
    expect(own.filter((flaw) => !tried.has(flaw))).toEqual([]);
  });
});
