import { canonicalOf } from './canonical';
import { type InvoiceContent, invoiceContent, type LedgerEntry } from './shape';
import { grossOf, less, type RateSum, together } from './totals';
import { type Flaw, INVOICE_KINDS, type InvoiceAct } from './words';

/** An invoice as the order tells it, to be held against what was entered. */
export interface InvoiceTold {
  /** The id of the order. */
  order: string;
  number: string;
  act: InvoiceAct;
  due: RateSum[];
  total: { amount: number; currency: string };
  takesUp: string[];
  refersTo: string[];
  whole: boolean;
  by: string;
}

type Note = (flaw: Flaw, at: string) => void;
/** An invoice that can be read, under its number. */
interface Read {
  number: string;
  content: InvoiceContent;
}

const same = (a: readonly RateSum[], b: readonly RateSum[]): boolean =>
  canonicalOf(together(a)) === canonicalOf(together(b));

/** Whether lines, rates, deposits and what is due add up. */
const addsUp = ({ lines, rates, deposits, due, total, currency }: InvoiceContent): boolean =>
  same(lines, rates) &&
  same(due, less(rates, ...deposits.map((one) => one.rates))) &&
  total.amount === grossOf(due) &&
  total.currency === currency;

/** Whether at each rate a part lies between nothing and the whole; the whole may be less than nothing too. */
const within = (part: readonly RateSum[], whole: readonly RateSum[]): boolean =>
  part.every(({ rate, net, vat }) => {
    const of = whole.find((one) => one.rate === rate) ?? { net: 0, vat: 0 };
    const inside = (a: number, b: number) => (b >= 0 ? a >= 0 && a <= b : a <= 0 && a >= b);
    return inside(net, of.net) && inside(vat, of.vat);
  });

/** What credit notes say of the invoices they counter. @returns the credit notes of each invoice */
function judgeCredits(all: ReadonlyMap<string, InvoiceContent>, note: Note): Map<string, Read[]> {
  const credits = new Map<string, Read[]>();
  for (const [number, content] of all) {
    if (content.act !== 'credit') continue;
    const [of = ''] = content.refersTo;
    const one = all.get(of);
    if (!one || one.act === 'credit' || one.order.id !== content.order.id || content.refersTo.length !== 1)
      note('refersToNothing', number);
    else if (one.currency !== content.currency) note('creditedTooMuch', number);
    else credits.set(of, [...(credits.get(of) ?? []), { number, content }]);
  }
  for (const [of, list] of credits) {
    const due = all.get(of)?.due ?? [];
    const given = together(...list.map(({ content }) => content.due));
    const last = list.at(-1)?.number ?? of;
    const whole = list.filter(({ content }) => content.whole);
    if (!within(less([], given), due) || whole.length > 1) note('creditedTooMuch', last);
    else if (whole.length === 1 && together(due, given).length > 0) note('creditedTooMuch', last);
  }
  return credits;
}

/** What invoices say of the deposit invoices they take up: each by one that stands, for what stands of it. */
function judgeTakenUp(
  all: ReadonlyMap<string, InvoiceContent>,
  credits: ReadonlyMap<string, Read[]>,
  note: Note,
): void {
  const creditsOf = (number: string) => credits.get(number) ?? [];
  const stands = (number: string) => !creditsOf(number).some(({ content }) => content.whole);
  const standing = new Map<string, string>();
  const takers = new Map<string, string>();
  for (const [number, content] of all) {
    if (content.act !== 'invoice') {
      if (content.deposits.length > 0) note('takenUpWrong', number);
      continue;
    }
    if (stands(number)) {
      if (standing.has(content.order.id)) note('invoicedTwice', number);
      standing.set(content.order.id, number);
    }
    for (const { number: of, rates } of content.deposits) {
      const deposit = all.get(of);
      if (deposit?.act !== 'deposit' || deposit.order.id !== content.order.id) {
        note('refersToNothing', number);
        continue;
      }
      const left = together(deposit.due, ...creditsOf(of).map((credit) => credit.content.due));
      // While an invoice stands, nothing of what it takes up is countered.
      if (stands(number) ? !same(rates, left) || takers.has(of) : !within(rates, deposit.due))
        note('takenUpWrong', number);
      if (stands(number)) takers.set(of, number);
    }
  }
}

/** What invoices, deposit invoices and credit notes say of themselves, of each other, and of the receipts of what was paid. */
export function judgeInvoices(entries: readonly LedgerEntry[], receipts: readonly LedgerEntry[], note: Note): void {
  const all = new Map<string, InvoiceContent>();
  for (const { number, kind, body } of entries) {
    const { data } = invoiceContent.safeParse(body);
    if (!data || INVOICE_KINDS[data.act] !== kind) note('unreadable', number);
    else {
      all.set(number, data);
      if (!addsUp(data)) note('sumsWrong', number);
    }
  }
  const paid = new Map(receipts.map(({ number, body }) => [number, body as { order?: { id?: unknown } } | null]));
  for (const [number, { paid: lines, order }] of all)
    if (lines.some(({ receipt }) => paid.get(receipt)?.order?.id !== order.id)) note('refersToNothing', number);
  judgeTakenUp(all, judgeCredits(all, note), note);
}

/** Holds the invoices of the orders against what was entered. */
export function judgeTold(entries: readonly LedgerEntry[], told: readonly InvoiceTold[], note: Note): void {
  const entered = new Map(entries.map((entry) => [entry.number, entry]));
  for (const { order, number, act, due, total, takesUp, refersTo, whole, by } of told) {
    const entry = entered.get(number);
    entered.delete(number);
    const { data } = invoiceContent.safeParse(entry?.body);
    if (!entry) note('invoiceUnentered', number);
    else if (
      data?.order.id !== order ||
      entry.by.id !== by ||
      canonicalOf([act, due, total, takesUp, refersTo, whole]) !==
        canonicalOf([
          data.act,
          data.due,
          data.total,
          data.deposits.map((one) => one.number),
          data.refersTo,
          data.whole ?? false,
        ])
    )
      note('invoiceDiffers', number);
  }
  for (const number of entered.keys()) note('invoiceUnknown', number);
}
