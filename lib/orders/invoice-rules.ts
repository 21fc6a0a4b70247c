import type { ErrorCode } from '../errors';
import type { TaxIdentity } from '../house/schemas';
import { endedEarly, isOver, type Stage, stageIndex } from '../house/stages';
import { grossOf, less, netLines, partOf, type RateSum, together } from '../ledger/totals';
import type { InvoiceAct } from '../ledger/words';
import { acceptedQuote } from './rules';
import { depositOf, lineTotal, type PricedLine } from './totals';
import type { QuoteStatus } from './words';

/** An invoice as an order knows it; the document and its DTO both fit. */
export interface IssuedInvoice {
  number: string;
  act: InvoiceAct;
  due: RateSum[];
  quote?: number;
  takesUp: string[];
  refersTo?: string;
  whole?: boolean;
}

/** What the rules need to know of an order; the document and its DTO both fit. */
export interface Invoiced {
  stage: Stage;
  quotes: readonly { n: number; status: QuoteStatus; lines: readonly PricedLine[] }[];
  invoices: readonly IssuedInvoice[];
}

/** A rate of a quote in hundredths of a per cent; no rate is none. */
export const rateOf = (line: Pick<PricedLine, 'vatRate'>): number => Math.round((line.vatRate ?? 0) * 100);

/** What lines of a quote come to without VAT, line by line and by rate. */
export function sumsOf(lines: readonly PricedLine[]): { lines: RateSum[]; rates: RateSum[] } {
  const each = netLines(lines.map((line) => ({ gross: lineTotal(line), rate: rateOf(line) })));
  return { lines: each, rates: together(each) };
}

const creditsOf = (invoices: readonly IssuedInvoice[], number: string) =>
  invoices.filter(({ refersTo }) => refersTo === number);

/** Whether an invoice was countered whole: it stands no more. */
export const isAnnulled = (invoices: readonly IssuedInvoice[], number: string): boolean =>
  creditsOf(invoices, number).some(({ whole }) => whole);

/** What is left of an invoice after the credit notes that counter it, by rate. */
export const leftOf = (invoices: readonly IssuedInvoice[], { number, due }: IssuedInvoice): RateSum[] =>
  together(due, ...creditsOf(invoices, number).map((credit) => credit.due));

/** The invoice of the whole that stands: at most one. */
export const standingInvoice = <One extends IssuedInvoice>(invoices: readonly One[]): One | undefined =>
  invoices.findLast(({ act, number }) => act === 'invoice' && !isAnnulled(invoices, number));

/** Deposit invoices that stand, taken up or not. */
export const openDeposits = <One extends IssuedInvoice>(invoices: readonly One[]): One[] =>
  invoices.filter(({ act, number }) => act === 'deposit' && !isAnnulled(invoices, number));

/** Everything that was invoiced and stands, with VAT, in minor units. */
export const invoicedSum = (invoices: readonly IssuedInvoice[]): number =>
  invoices.reduce((sum, { due }) => sum + grossOf(due), 0);

/** What of an order's price no invoice is of yet, by rate. */
export function uninvoiced(order: Invoiced): RateSum[] {
  const quote = acceptedQuote(order);
  return quote ? less(sumsOf(quote.lines).rates, ...order.invoices.map(({ due }) => due)) : [];
}

type Regime = Pick<TaxIdentity, 'regime'>;

/** Why this order cannot be invoiced at all; `undefined` where it can. */
function orderRefusal(order: Invoiced, tax: Regime, exemption?: string): ErrorCode | undefined {
  if (tax.regime === 'unsaid') return 'tax_unsaid';
  const quote = acceptedQuote(order);
  if (!quote || stageIndex(order.stage) < stageIndex('confirmed')) return 'action_not_allowed';
  // A piece that costs nothing is a gift: nothing was sold, and there is nothing to invoice.
  if (grossOf(sumsOf(quote.lines).rates) <= 0) return 'invoice_nothing';
  const rates = quote.lines.map(rateOf);
  // Who says VAT on an invoice owes it: CGI, art. 283, 3. A house without VAT cannot repeat a rate that was quoted.
  if (tax.regime === 'exempt' && rates.some((rate) => rate > 0)) return 'invoice_vat';
  // CGI, annexe II, art. 242 nonies A, I, 12°: what bears no VAT says by which rule.
  if (tax.regime === 'subject' && rates.includes(0) && !exemption) return 'exemption_needed';
  return undefined;
}

/** The most a deposit invoice can be of: what was invoiced may never be more than the price. */
export const mostDeposit = (order: Invoiced): number =>
  standingInvoice(order.invoices) ? 0 : Math.max(0, grossOf(uninvoiced(order)));

/** What a deposit invoice is of when nobody says: what the quote asks at the order, then what is left. */
export function usualDeposit(order: Invoiced & { quotes: readonly { depositPercent: number }[] }): number {
  const quote = acceptedQuote(order) as { lines: readonly PricedLine[]; depositPercent: number } | undefined;
  if (!quote) return 0;
  const asked = depositOf(grossOf(sumsOf(quote.lines).rates), quote.depositPercent);
  const most = mostDeposit(order);
  return openDeposits(order.invoices).length === 0 && asked > 0 ? Math.min(asked, most) : most;
}

/**
 * Why a deposit invoice of so much (minor units, with VAT) cannot be issued. A deposit is invoiced before the piece is handed over and the
 * whole is invoiced (CGI, art. 289, I, 1, c; VAT is due when it is paid, art. 269, 2, a bis and c).
 */
export function depositRefusal(
  order: Invoiced,
  tax: Regime,
  amount: number,
  exemption?: string,
): ErrorCode | undefined {
  if (isOver(order.stage)) return 'action_not_allowed';
  const refusal = orderRefusal(order, tax, exemption);
  if (refusal) return refusal;
  if (standingInvoice(order.invoices)) return 'invoice_standing';
  if (mostDeposit(order) === 0) return 'invoice_nothing';
  return amount > mostDeposit(order) ? 'invoice_over' : undefined;
}

/** The order as if the invoice of the whole had been countered. */
const withoutInvoice = <One extends Invoiced>(order: One): One => {
  const standing = standingInvoice(order.invoices);
  if (!standing) return order;
  const counter = { number: '', act: 'credit' as const, takesUp: [], refersTo: standing.number, whole: true };
  return { ...order, invoices: [...order.invoices, { ...counter, due: less([], leftOf(order.invoices, standing)) }] };
};

/**
 * Why the invoice of the whole cannot be issued: one that stands must be countered first (an invoice is never changed: CGI, art. 289, I, 5),
 * and the deposits that were invoiced may not be more than the price.
 * @param replace the one that stands is countered in the same act
 */
export function invoiceRefusal(
  order: Invoiced,
  tax: Regime,
  { exemption, replace }: { exemption?: string; replace?: boolean } = {},
): ErrorCode | undefined {
  if (endedEarly(order.stage)) return 'action_not_allowed';
  const refusal = orderRefusal(order, tax, exemption);
  if (refusal) return refusal;
  if (standingInvoice(order.invoices) && !replace) return 'invoice_standing';
  return grossOf(uninvoiced(replace ? withoutInvoice(order) : order)) < 0 ? 'invoice_under_deposits' : undefined;
}

/** The deposit invoices an invoice takes up, with what stands of each. */
export const takenUp = (invoices: readonly IssuedInvoice[]): { number: string; rates: RateSum[] }[] =>
  openDeposits(invoices).map((one) => ({ number: one.number, rates: leftOf(invoices, one) }));

/** Why an invoice cannot be countered by so much; without an amount, by all that is left of it. */
export function creditRefusal(
  invoices: readonly IssuedInvoice[],
  number: string,
  amount?: number,
): ErrorCode | undefined {
  const one = invoices.find((invoice) => invoice.number === number);
  if (!one || one.act === 'credit') return 'not_found';
  if (isAnnulled(invoices, number)) return 'credit_settled';
  if (standingInvoice(invoices)?.takesUp.includes(number)) return 'credit_taken_up';
  if (amount === undefined) return undefined;
  const left = leftOf(invoices, one);
  // Of sums that go both ways there is no part.
  if (left.some(({ net, vat }) => net + vat < 0)) return 'credit_whole_only';
  return amount > grossOf(left) ? 'credit_over' : undefined;
}

/** What a credit note gives back by rate, and whether that is all that is left. */
export function creditOf(
  invoices: readonly IssuedInvoice[],
  one: IssuedInvoice,
  amount?: number,
): { due: RateSum[]; whole: boolean } {
  const left = leftOf(invoices, one);
  const whole = amount === undefined || amount === grossOf(left);
  return { due: less([], whole ? left : partOf(left, amount)), whole };
}

/** What of a payment is a deposit that no invoice is of yet: never more than what no invoice is of. */
export const depositToInvoice = (order: Invoiced, paid: number, amount: number): number =>
  Math.max(0, Math.min(amount, paid - invoicedSum(order.invoices), mostDeposit(order)));

/** Whether the order was changed since its invoice: another quote is in force than the one it is of. */
export const isOutdated = (order: Invoiced): boolean => {
  const standing = standingInvoice(order.invoices);
  return standing !== undefined && standing.quote !== acceptedQuote(order)?.n;
};
