import { type InvoiceContent, invoiceContent, type LedgerEntry, type ReceiptContent, receiptContent } from './shape';
import { grossOf, less, partOf, type RateSum, together } from './totals';

/** What one entry makes due, by rate; less than nothing where it takes back. */
export interface VatLine {
  number: string;
  order: string;
  /** Why it is due: money came, or was given back; goods were invoiced; an invoice was countered. */
  cause: 'received' | 'invoiced' | 'credited';
  due: RateSum[];
  /** What came of which no rate is known: the house had not said how it is taxed, or nothing was priced. Minor units. */
  unsaid: number;
}

/** An order as far as its VAT goes. */
interface Taxed {
  receipts: ReceiptContent[];
  invoices: Map<string, InvoiceContent>;
}

/** What of an invoice is work alone, by rate. What is goods and work in one price is goods: an accountant should look once. */
const workOf = ({ lines }: InvoiceContent): RateSum[] =>
  together(lines.filter(({ nature }) => nature === 'service').map(({ rate, net, vat }) => ({ rate, net, vat })));

/** A part of a sum of one rate, in proportion, to the nearest minor unit. */
const scaled = (sum: number, part: number, whole: number): number =>
  whole === 0 ? 0 : Math.round((sum * part) / whole);

const countersOf = ({ invoices }: Taxed, number: string): InvoiceContent[] =>
  [...invoices.values()].filter(({ act, refersTo }) => act === 'credit' && refersTo.includes(number));

/** The invoice of the whole that stands. */
const standing = (order: Taxed): [string, InvoiceContent] | undefined =>
  [...order.invoices].findLast(
    ([number, { act }]) => act === 'invoice' && !countersOf(order, number).some(({ whole }) => whole),
  );

/**
 * What is due of an order at one moment, all of it since its beginning. VAT is due (CGI, art. 269, 2)
 * - a, on goods when they are delivered: the house invoices with the hand-over, so with the invoice;
 * - a bis, on a deposit on goods when it comes in, since 2023;
 * - c, on work when it is paid, deposits too.
 * So before the invoice it is due on what came, by the rates of its receipts; with it, on all of the goods, and on the work in the
 * proportion that the whole is paid.
 */
function dueOf(order: Taxed): { due: RateSum[]; unsaid: number } {
  const received = order.receipts.reduce((sum, { amount }) => sum + amount.amount, 0);
  const invoiced = standing(order);
  if (!invoiced) {
    const unsaid = order.receipts.filter(({ rates }) => !rates).reduce((sum, { amount }) => sum + amount.amount, 0);
    return { due: together(...order.receipts.map(({ rates }) => rates ?? [])), unsaid };
  }
  const [number, invoice] = invoiced;
  const whole = together(invoice.rates, ...countersOf(order, number).map((credit) => credit.due));
  const asked = together(invoice.rates);
  const work = workOf(invoice).flatMap(({ rate, net, vat }) => {
    const [was, is] = [asked, whole].map((list) => list.find((one) => one.rate === rate));
    if (!was || !is) return [];
    return [{ rate, net: scaled(net, is.net, was.net), vat: scaled(vat, is.vat, was.vat) }];
  });
  const [all, ofWork] = [grossOf(whole), grossOf(work)];
  if (ofWork <= 0 || all <= 0) return { due: whole, unsaid: 0 };
  const paid = Math.min(all, Math.max(0, received));
  const open = less(work, partOf(work, scaled(ofWork, paid, all)));
  return { due: less(whole, open), unsaid: 0 };
}

/**
 * What each entry makes due: what was due of its order after it, less what was before it. Whatever happens to an order, its lines
 * come to what is due of it in the end.
 * @param entries everything of some orders, in the order of their hours
 */
export function vatLines(entries: readonly LedgerEntry[]): VatLine[] {
  const orders = new Map<string, Taxed>();
  return entries.flatMap((entry) => {
    const { data: receipt } = receiptContent.safeParse(entry.body);
    const { data: invoice } = invoiceContent.safeParse(entry.body);
    const id = receipt?.order.id ?? invoice?.order.id;
    if (id === undefined) return [];
    const order = orders.get(id) ?? { receipts: [], invoices: new Map<string, InvoiceContent>() };
    orders.set(id, order);
    const before = dueOf(order);
    if (receipt) order.receipts.push(receipt);
    if (invoice) order.invoices.set(entry.number, invoice);
    const after = dueOf(order);
    const [due, unsaid] = [less(after.due, before.due), after.unsaid - before.unsaid];
    if (due.length === 0 && unsaid === 0) return [];
    const cause = receipt ? 'received' : invoice?.act === 'credit' ? 'credited' : 'invoiced';
    return [{ number: entry.number, order: id, cause, due, unsaid } as const];
  });
}
