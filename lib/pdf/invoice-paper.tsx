import { View } from '@react-pdf/renderer';
import { DEFAULT_LOCALE, isLocale } from '../i18n/config';
import { dayKey, formatNumber, typo } from '../i18n/format';
import type { EnteredInvoice } from '../ledger/keep-paper';
import type { InvoiceContent } from '../ledger/shape';
import { grossOf, netOf, vatOf } from '../ledger/totals';
import { PAYMENT_METHODS, UNITS } from '../orders/words';
import { Sheet } from './parts';
import { sealWords } from './seal-words';
import { styles } from './style';
import { Text } from './text';
import { paperWords } from './words';

interface Props {
  /** The entry, which says everything that stands here: nothing of today's house, client or order. */
  entry: EnteredInvoice;
  /** For whoever asks again. */
  duplicate: boolean;
}

/** Designation, nature, quantity, net price, VAT, total: with VAT, and without. */
const COLUMNS = { vat: [186, 72, 62, 72, 41, 66], plain: [217, 82, 62, 72, 0, 66] } as const;

function Row({ cells, widths, head }: { cells: readonly string[]; widths: readonly number[]; head?: boolean }) {
  return (
    <View style={[styles.row, head ? styles.head : styles.line]} wrap={false} {...(head && { fixed: true })}>
      {cells.map((cell, index) =>
        widths[index] === 0 ? null : (
          <Text key={index} style={[index < 2 ? styles.cell : styles.number, { width: widths[index] }]}>
            {cell}
          </Text>
        ),
      )}
    </View>
  );
}

const Sum = ({ name, value, strong }: { name: string; value: string; strong?: boolean }) => (
  <View style={[styles.between, { paddingVertical: 3 }]} wrap={false}>
    <Text style={[strong ? styles.strong : styles.lead, { flex: 1, paddingRight: 8 }]}>{name}</Text>
    <Text style={strong ? styles.strong : {}}>{value}</Text>
  </View>
);

/** Somebody on an invoice, line under line; the first in bold. */
function Party({ title, lines }: { title: string; lines: readonly (string | undefined)[] }) {
  const [name, ...rest] = lines.filter((line): line is string => Boolean(line));
  return (
    <View style={{ width: 240 }}>
      <Text style={styles.small}>{title}</Text>
      <Text style={[styles.text, styles.strong, { marginTop: 3 }]}>{name}</Text>
      {rest.map((line, index) => (
        <Text key={index} style={[styles.text, { marginTop: 1 }]}>
          {typo(line)}
        </Text>
      ))}
    </View>
  );
}

const Fact = ({ name, value }: { name: string; value: string }) => (
  <View style={{ flex: 1, paddingRight: 12 }}>
    <Text style={styles.small}>{name}</Text>
    <Text style={[styles.text, { marginTop: 2 }]}>{typo(value)}</Text>
  </View>
);

function useWords(content: InvoiceContent) {
  const locale = isLocale(content.locale) ? content.locale : DEFAULT_LOCALE;
  const words = paperWords(locale);
  const money = (amount: number): string => words.money({ amount, currency: content.currency });
  const percent = (rate: number): string => formatNumber(locale, rate / 100, 2);
  const date = (at: string): string => words.date(at) ?? '';
  return { ...words, locale, money, percent, date };
}

/** What was paid, and what was taken up: small, beside the sums. */
function Notes({ content }: { content: InvoiceContent }) {
  const { t, orders, money, date } = useWords(content);
  const { act, deposits, paid, rates, mentions, reason } = content;
  const withVat = rates.some(({ rate }) => rate > 0);
  const paidSum = paid.reduce((sum, { amount }) => sum + amount, 0);
  const left = grossOf(rates) - paidSum;
  const lines = [
    ...deposits.map(({ number, issuedAt, rates: taken }) =>
      t(withVat ? 'invoice.depositTaken' : 'invoice.depositTakenExempt', {
        number,
        date: date(issuedAt),
        net: money(netOf(taken)),
        vat: money(vatOf(taken)),
        gross: money(grossOf(taken)),
      }),
    ),
    ...paid.map(({ receipt, amount, method, paidAt }) => {
      const means = PAYMENT_METHODS.find((one) => one === method);
      return t(amount < 0 ? 'invoice.givenLine' : 'invoice.paidLine', {
        date: date(paidAt),
        method: (means ? orders(`payments.method.${means}`) : method).toLocaleLowerCase(),
        amount: money(Math.abs(amount)),
        receipt,
      });
    }),
    ...(act === 'credit' ? [] : [left > 0 ? t('invoice.left', { amount: money(left) }) : t('invoice.settled')]),
    ...(reason ? [t('invoice.reason', { reason })] : []),
    ...mentions,
  ];
  return (
    <View style={{ width: 226 }}>
      {lines.map((line, index) => (
        <Text key={index} style={[styles.small, { marginBottom: 5 }]}>
          {typo(line)}
        </Text>
      ))}
    </View>
  );
}

function Sums({ content }: { content: InvoiceContent }) {
  const { t, money, percent } = useWords(content);
  const { act, rates, deposits, due } = content;
  const withVat = rates.some(({ rate }) => rate > 0);
  const kind = act === 'invoice' && deposits.length > 0 ? 'balance' : act;
  return (
    <View style={{ width: 255 }}>
      {withVat && <Sum name={t('invoice.net')} value={money(netOf(rates))} />}
      {rates
        .filter(({ rate }) => rate > 0)
        .map(({ rate, net, vat }) => (
          <Sum key={rate} name={t('invoice.vatOf', { rate: percent(rate), net: money(net) })} value={money(vat)} />
        ))}
      {kind === 'balance' && (
        <>
          <View style={{ borderTopWidth: 0.75, marginTop: 3 }} />
          <Sum name={t('invoice.gross')} value={money(grossOf(rates))} strong />
          {deposits.map(({ number, rates: taken }) => (
            <Sum key={number} name={t('invoice.taken', { number })} value={money(-grossOf(taken))} />
          ))}
        </>
      )}
      <View
        style={[styles.between, { borderTopWidth: 0.75, marginTop: 3, paddingTop: 4, alignItems: 'flex-end' }]}
        wrap={false}
      >
        <Text style={[styles.h2, { marginTop: 0 }]}>{t(`invoice.due.${kind}`)}</Text>
        <Text style={[styles.h2, { marginTop: 0 }]}>{money(grossOf(due))}</Text>
      </View>
      {kind === 'balance' && withVat && (
        <Text style={[styles.small, { textAlign: 'right', marginTop: 2 }]}>
          {t('invoice.dueOf', { net: money(netOf(due)), vat: money(vatOf(due)) })}
        </Text>
      )}
    </View>
  );
}

/** An invoice, a deposit invoice or a credit note: as it was entered. */
export function InvoicePaper({ entry, duplicate }: Props) {
  const content = entry.body;
  const { t, orders, money, percent, date, time, locale } = useWords(content);
  const { act, seller, buyer, order, quote, suppliedAt, dueAt, lines, rates, refersTo, whole, deposits } = content;
  const training = entry.origin === 'training';
  const withVat = rates.some(({ rate }) => rate > 0);
  const widths = withVat ? COLUMNS.vat : COLUMNS.plain;
  const issued = { date: date(entry.at), time: time(entry.at) };
  const rows = lines.map((line) => {
    const unit = UNITS.find((one) => one === line.unit);
    const n = formatNumber(locale, line.quantity / 1000, 3);
    return [
      line.label,
      line.nature ? t(`invoice.natures.${line.nature}`) : '',
      unit && unit !== 'piece' ? orders(`quote.inUnit.${unit}`, { n }) : n,
      money(line.unitNet),
      withVat ? orders('quote.percent', { rate: percent(line.rate) }) : '',
      money(line.net),
    ];
  });
  // The last line stays with the sums, which are never alone on a page.
  const [first, last = []] = [rows.slice(0, -1), rows.at(-1)];
  const title = act === 'invoice' && deposits.length > 0 ? 'balance' : act;
  const lead =
    act === 'credit'
      ? t(duplicate ? 'invoice.creditDuplicateLead' : 'invoice.creditLead', issued)
      : t(duplicate ? 'invoice.duplicateLead' : 'invoice.lead', issued);
  const { registration, legalForm, capital, registry } = seller;
  const numbered = (one: { name: string; value: string } | undefined) => one && `${one.name} ${one.value}`.trim();
  const sellerNumbers = [numbered(registration), registry].filter(Boolean).join(', ');
  const vatNumber = seller.vatNumber && t('invoice.vatNumber', { number: seller.vatNumber });
  return (
    <Sheet
      locale={locale}
      house={{ ...seller, phone: seller.phone, email: seller.email }}
      title={t(`invoice.title.${title}`)}
      lead={lead}
      number={entry.number}
      settled
      state={training ? t('invoice.training') : duplicate ? t('invoice.duplicate') : undefined}
      foot={[numbered(registration), entry.number].filter(Boolean).join(', ')}
    >
      <View style={[styles.between, { marginBottom: 14 }]} wrap={false}>
        <Party
          title={t('invoice.from')}
          lines={[
            seller.name,
            legalForm && capital ? t('invoice.formCapital', { form: legalForm, capital }) : legalForm,
            ...seller.address,
            sellerNumbers,
            vatNumber,
          ]}
        />
        <Party
          title={t('invoice.to')}
          lines={[
            buyer.company ?? buyer.name,
            buyer.company ? buyer.name : undefined,
            ...buyer.address,
            numbered(buyer.registration),
            buyer.vatNumber && t('invoice.vatNumber', { number: buyer.vatNumber }),
          ]}
        />
      </View>
      <View
        style={[
          styles.row,
          styles.line,
          { borderTopWidth: 0.75, borderTopColor: styles.line.borderBottomColor, paddingVertical: 7 },
        ]}
        wrap={false}
      >
        <Fact
          name={t('invoice.order')}
          value={
            quote
              ? t('invoice.orderQuote', { number: order.number, n: quote.n, date: date(quote.agreedAt) })
              : order.number
          }
        />
        {suppliedAt && <Fact name={t('invoice.supplied')} value={date(suppliedAt)} />}
        {act === 'credit' ? (
          <Fact name={t(whole ? 'invoice.counters' : 'invoice.countersPart')} value={refersTo.join(', ')} />
        ) : (
          <Fact
            name={t('invoice.dueBy')}
            value={dayKey(dueAt) === dayKey(entry.at) ? t('invoice.onReceipt', { date: date(dueAt) }) : date(dueAt)}
          />
        )}
      </View>
      <View style={{ marginTop: 14 }}>
        <Row
          head
          widths={widths}
          cells={[
            t('invoice.label'),
            t('invoice.nature'),
            t('invoice.quantity'),
            t(withVat ? 'invoice.unitNet' : 'invoice.unitNetExempt'),
            t('invoice.vat'),
            t(withVat ? 'invoice.total' : 'invoice.totalExempt'),
          ]}
        />
        {first.map((cells, index) => (
          <Row key={index} cells={cells} widths={widths} />
        ))}
      </View>
      <View wrap={false}>
        <Row cells={last} widths={widths} />
        <View style={[styles.between, { marginTop: 12 }]}>
          <Notes content={content} />
          <Sums content={content} />
        </View>
      </View>
      <View style={{ marginTop: 26, borderTopWidth: 0.75, paddingTop: 10 }} wrap={false}>
        <Text style={styles.strong}>{t('invoice.seal', { seal: sealWords(entry.hash) })}</Text>
        <Text style={[styles.small, { marginTop: 6 }]}>{t('invoice.sealText', { name: entry.by.name })}</Text>
        {training && <Text style={[styles.small, { marginTop: 2 }]}>{t('invoice.trainingText')}</Text>}
      </View>
    </Sheet>
  );
}
