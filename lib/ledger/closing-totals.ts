import { canonicalOf } from './canonical';
import { invoiceContent, type LedgerEntry, type PeriodTotals, type Perpetual, receiptContent } from './shape';
import { together } from './totals';
import { CLOSED_KINDS, type ClosedKind } from './words';

const nothing = (currency: string): PeriodTotals => ({
  currency,
  received: { payment: 0, refund: 0, reversal: 0, in: 0, out: 0 },
  means: [],
  kinds: [],
  vat: { received: [], invoiced: [] },
});

/** What one entry comes to by itself; `undefined` for what somebody wrote there and is none. */
function totalsOf({ kind, body }: LedgerEntry): PeriodTotals | undefined {
  const { data: receipt } = receiptContent.safeParse(body);
  if (receipt) {
    const { act, amount: sum, method, rates = [] } = receipt;
    const { amount, currency } = sum;
    const none = nothing(currency);
    return {
      ...none,
      received: { ...none.received, [act]: amount, [amount < 0 ? 'out' : 'in']: amount },
      means: [{ method, count: 1, amount }],
      kinds: [{ kind: 'receipt', count: 1, amount }],
      vat: { received: together(rates), invoiced: [] },
    };
  }
  const { data: invoice } = invoiceContent.safeParse(body);
  const issued = CLOSED_KINDS.find((one) => one === kind);
  if (!invoice || !issued) return undefined;
  const { total, due } = invoice;
  return {
    ...nothing(total.currency),
    kinds: [{ kind: issued, count: 1, amount: total.amount }],
    vat: { received: [], invoiced: together(due) },
  };
}

type Counted = { count: number; amount: number };
/** Lines of one name together, in the order of their names. */
function byName<One extends Counted>(lines: readonly One[], nameOf: (one: One) => string): One[] {
  const named = new Map<string, One>();
  for (const one of lines) {
    const there = named.get(nameOf(one));
    named.set(
      nameOf(one),
      there ? { ...there, count: there.count + one.count, amount: there.amount + one.amount } : one,
    );
  }
  return [...named].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, one]) => one);
}

/** Totals together, by currency. That of a month is that of its days, and that of its entries. */
export function addTotals(lists: readonly (readonly PeriodTotals[])[]): PeriodTotals[] {
  const byCurrency = new Map<string, PeriodTotals[]>();
  for (const one of lists.flat()) byCurrency.set(one.currency, [...(byCurrency.get(one.currency) ?? []), one]);
  return [...byCurrency]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([currency, all]) => {
      const received = { ...nothing(currency).received };
      for (const one of all)
        for (const part of ['payment', 'refund', 'reversal', 'in', 'out'] as const)
          received[part] += one.received[part];
      return {
        currency,
        received,
        means: byName(
          all.flatMap((one) => one.means),
          ({ method }) => method,
        ),
        kinds: byName(
          all.flatMap((one) => one.kinds),
          ({ kind }) => kind,
        ),
        vat: {
          received: together(...all.map(({ vat }) => vat.received)),
          invoiced: together(...all.map(({ vat }) => vat.invoiced)),
        },
      };
    });
}

/** What entries come to, by currency. */
export const totalsOfEntries = (entries: readonly LedgerEntry[]): PeriodTotals[] =>
  addTotals(
    entries.map((entry) => {
      const own = totalsOf(entry);
      return own ? [own] : [];
    }),
  );

const kindSum = ({ kinds }: PeriodTotals, of: readonly ClosedKind[]): number =>
  kinds.filter(({ kind }) => of.includes(kind)).reduce((sum, { amount }) => sum + amount, 0);

/** Everything since the beginning, once a period has come to what was there before it. */
export function perpetualAfter(before: readonly Perpetual[], totals: readonly PeriodTotals[]): Perpetual[] {
  const after = new Map(before.map((one) => [one.currency, one]));
  for (const one of totals) {
    const there = after.get(one.currency) ?? { currency: one.currency, in: 0, out: 0, invoiced: 0, credited: 0 };
    after.set(one.currency, {
      currency: one.currency,
      in: there.in + one.received.in,
      out: there.out + one.received.out,
      invoiced: there.invoiced + kindSum(one, ['invoice', 'depositInvoice']),
      credited: there.credited + kindSum(one, ['creditNote']),
    });
  }
  return [...after.values()].sort((a, b) => (a.currency < b.currency ? -1 : 1));
}

/** What came in cash less what went, in one currency. */
export const cashOf = (totals: readonly PeriodTotals[], currency: string): number =>
  totals
    .find((one) => one.currency === currency)
    ?.means.filter(({ method }) => method === 'cash')
    .reduce((sum, { amount }) => sum + amount, 0) ?? 0;

/** Whether two parts of closings say the same. */
export const saysSame = (a: unknown, b: unknown): boolean => canonicalOf(a) === canonicalOf(b);
