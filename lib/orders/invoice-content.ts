import type { Locale } from '../actor';
import { DAY_MS } from '../calendar';
import type { ClientDocument } from '../clients/documents';
import { countryTax } from '../house/countries/presets';
import { exemptMentionOf, registrationOf } from '../house/tax';
import type { HouseDocument } from '../house/documents';
import { inLanguage } from '../i18n/bilingual';
import { formatDate } from '../i18n/format';
import { translator } from '../i18n/translate';
import type { InvoiceContent } from '../ledger/shape';
import { grossOf, less, type RateSum, vatIn } from '../ledger/totals';
import type { OrderDocument, Quote } from './documents';
import { rateOf, sumsOf } from './invoice-rules';
import { natureOf } from './usual-rate';

type Line = InvoiceContent['lines'][number];

/** What stands on every invoice, whatever it is of. */
export interface InvoiceFrame {
  order: Pick<OrderDocument, '_id' | 'number' | 'title' | 'deliveredAt'>;
  house: Pick<HouseDocument, 'name' | 'address' | 'phone' | 'email' | 'tax'>;
  client: Pick<ClientDocument, 'name' | 'address' | 'company' | 'registration' | 'vatNumber'>;
  currency: string;
  locale: Locale;
  now: Date;
}

const linesOf = (text: string | undefined): string[] =>
  (text ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
const said = (text: string | undefined): string | undefined => (text ? text : undefined);

/** Whether the client is a company: it has terms, and numbers of its own on the invoice. */
export const isCompany = ({ client }: Pick<InvoiceFrame, 'client'>): boolean =>
  Boolean(client.company ?? client.registration ?? client.vatNumber);

/**
 * Who sells and who buys, as they are today. Code de commerce, art. R123-237 (name, form, capital, SIREN and register of the house), CGI,
 * annexe II, art. 242 nonies A, I, 1° to 4° (names, addresses, VAT numbers), décret 2022-1299 (SIREN of a client that is a company).
 */
function parties({ house, client }: InvoiceFrame): Pick<InvoiceContent, 'seller' | 'buyer'> {
  const { tax } = house;
  const name = countryTax(tax.country)?.registration.name;
  return {
    seller: {
      name: house.name,
      address: linesOf(house.address),
      phone: said(house.phone),
      email: said(house.email),
      legalForm: said(tax.legalForm),
      capital: said(tax.capital),
      registry: said(tax.registry),
      registration: registrationOf(tax),
      vatNumber: tax.regime === 'subject' ? said(tax.vatNumber) : undefined,
    },
    buyer: {
      name: client.name,
      company: said(client.company),
      address: linesOf(client.address),
      registration: client.registration
        ? { name: tax.country === 'FR' ? 'SIREN' : (name ?? ''), value: client.registration }
        : undefined,
      vatNumber: said(client.vatNumber),
    },
  };
}

/**
 * The sentences of an invoice: by which rule it bears no VAT (CGI, art. 293 E and 242 nonies A, I, 12°), how the VAT was rounded, and to a company what
 * paying late costs (Code de commerce, art. L441-9, I).
 */
function mentionsOf(frame: InvoiceFrame, rates: readonly RateSum[], exemption?: string): string[] {
  const { house, locale } = frame;
  const t = translator(locale, 'pdf');
  const law = countryTax(house.tax.country);
  const exempt = exemptMentionOf(house.tax, locale) ?? t('invoice.noVat');
  const late = house.tax.lateTerms || inLanguage(law?.lateTerms, locale);
  return [
    ...(house.tax.regime === 'exempt' && rates.every(({ rate }) => rate === 0) ? [exempt] : []),
    ...(exemption ? [exemption] : []),
    ...(rates.some(({ rate }) => rate > 0) ? [t('invoice.rounding')] : []),
    ...(isCompany(frame) && late ? [late] : []),
  ];
}

/** When it is to be paid: by a person on receipt, by a company after the days the house gives (Code de commerce, art. L441-10, I). */
const dueAtOf = ({ house, now, ...frame }: InvoiceFrame): string => {
  const days = isCompany(frame) ? house.tax.companyDays : 0;
  return new Date(now.getTime() + days * DAY_MS).toISOString();
};

function framed(
  frame: InvoiceFrame,
  own: Pick<InvoiceContent, 'act' | 'lines' | 'rates' | 'deposits' | 'paid' | 'refersTo'> &
    Partial<Pick<InvoiceContent, 'quote' | 'whole' | 'reason'>>,
  exemption?: string,
): InvoiceContent {
  const { order, currency, locale } = frame;
  const due = less(own.rates, ...own.deposits.map(({ rates }) => rates));
  return {
    ...own,
    currency,
    due,
    total: { amount: grossOf(due), currency },
    order: { id: order._id.toHexString(), number: order.number, title: order.title },
    ...parties(frame),
    suppliedAt: order.deliveredAt?.toISOString(),
    dueAt: dueAtOf(frame),
    mentions: mentionsOf(frame, own.rates, exemption),
    locale,
  };
}

const agreed = ({ n, answeredAt, createdAt }: Quote) => ({ n, agreedAt: (answeredAt ?? createdAt).toISOString() });

/** What all lines of a quote are together. */
function natureOfAll(quote: Quote, frame: InvoiceFrame): Line['nature'] {
  const natures = new Set(quote.lines.map((line) => natureOf(frame.house.tax, line)));
  const [only] = natures;
  return natures.size === 1 ? only : 'mixed';
}

/** One line for each rate of some sums: what a deposit is of, or what is given back. */
const ratedLines = (sums: readonly RateSum[], label: string, nature?: Line['nature']): Line[] =>
  sums.map(({ rate, net, vat }) => ({ label, nature, quantity: 1000, unit: 'piece', unitNet: net, rate, net, vat }));

/** The invoice of the whole: every line of the quote in force, less the deposit invoices it takes up. */
export function wholeInvoice(
  frame: InvoiceFrame,
  quote: Quote,
  { deposits, paid, exemption }: Pick<InvoiceContent, 'deposits' | 'paid'> & { exemption?: string },
): InvoiceContent {
  const sums = sumsOf(quote.lines);
  const lines = quote.lines.map((line, at): Line => {
    const rate = rateOf(line);
    const { amount } = line.unitPrice;
    const { net = 0, vat = 0 } = sums.lines[at] ?? {};
    return {
      label: line.label,
      nature: natureOf(frame.house.tax, line),
      quantity: Math.round(line.quantity * 1000),
      unit: line.unit,
      unitNet: amount - vatIn(amount, rate),
      rate,
      net,
      vat,
    };
  });
  return framed(
    frame,
    { act: 'invoice', lines, rates: sums.rates, deposits, paid, refersTo: [], quote: agreed(quote) },
    exemption,
  );
}

/** The invoice of a deposit, by rate in proportion to what is not invoiced yet. */
export function depositInvoice(
  frame: InvoiceFrame,
  quote: Quote,
  { rates, paid, exemption }: Pick<InvoiceContent, 'rates' | 'paid'> & { exemption?: string },
): InvoiceContent {
  const t = translator(frame.locale, 'pdf');
  const label = t('invoice.depositLine', { title: frame.order.title, n: quote.n });
  return framed(
    frame,
    {
      act: 'deposit',
      lines: ratedLines(rates, label, natureOfAll(quote, frame)),
      rates,
      deposits: [],
      paid,
      refersTo: [],
      quote: agreed(quote),
    },
    exemption,
  );
}

/** What counters an invoice, whole or in part. */
export function creditNote(
  frame: InvoiceFrame,
  counters: { number: string; issuedAt: Date },
  { rates, whole, reason, exemption }: { rates: RateSum[]; whole: boolean; reason: string; exemption?: string },
): InvoiceContent {
  const t = translator(frame.locale, 'pdf');
  const values = { number: counters.number, date: formatDate(frame.locale, counters.issuedAt) };
  const label = t(whole ? 'invoice.creditWhole' : 'invoice.creditPart', values);
  // What comes to nothing (its deposits were all of it) is countered by a line of nothing: a credit note names what it counters.
  const lines = ratedLines(rates.length > 0 ? rates : [{ rate: 0, net: 0, vat: 0 }], label);
  return framed(
    frame,
    {
      act: 'credit',
      lines,
      rates,
      deposits: [],
      paid: [],
      refersTo: [counters.number],
      ...(whole ? { whole } : {}),
      reason,
    },
    exemption,
  );
}
