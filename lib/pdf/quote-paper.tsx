import { View } from '@react-pdf/renderer';
import type { Locale } from '../actor';
import { formatNumber, formatTime } from '../i18n/format';
import type { OrderDto, QuoteDto } from '../orders/answers';
import { Facts, type Letterhead, NotedAgreement, Sheet, Signature } from './parts';
import { styles } from './style';
import { Text } from './text';
import { paperWords } from './words';

interface Props {
  locale: Locale;
  house: Letterhead;
  order: OrderDto;
  quote: QuoteDto;
  garment: string;
  /** The photograph of the paper that was signed. */
  paperPhoto?: Buffer;
}

const COLUMNS = [219, 60, 80, 60, 80] as const;

function Row({ cells, head }: { cells: readonly string[]; head?: boolean }) {
  return (
    // The head of the table comes again on every page it runs over. A `fixed` that is only named, even as undefined, would
    // let a row be torn over two pages.
    <View style={[styles.row, head ? styles.head : styles.line]} wrap={false} {...(head && { fixed: true })}>
      {cells.map((cell, index) => (
        <Text key={index} style={[index === 0 ? styles.cell : styles.number, { width: COLUMNS[index] }]}>
          {cell}
        </Text>
      ))}
    </View>
  );
}

const Sum = ({ name, value, strong }: { name: string; value: string; strong?: boolean }) => (
  <View style={[styles.between, { paddingVertical: 3 }]}>
    <Text style={strong ? styles.strong : styles.lead}>{name}</Text>
    <Text style={strong ? styles.strong : {}}>{value}</Text>
  </View>
);

/** A quote: its lines with their tax, what they add up to, and the line where it is agreed to. */
export function QuotePaper({ locale, house, order, quote, garment, paperPhoto }: Props) {
  const { t, orders, money, date, noted } = paperWords(locale);
  const disputed = ({ at }: { at: string }) =>
    orders('agreement.denied', { name: order.clientName, day: date(at) ?? '' });
  const agreed = quote.status === 'accepted' ? quote.answeredBy : undefined;
  const behalf =
    quote.status === 'accepted' && quote.onBehalf
      ? noted({ noted: quote.noted, paper: quote.paper, by: quote.answeredBy, at: quote.answeredAt }, order.clientName)
      : undefined;
  const state =
    quote.status === 'open'
      ? orders(quote.expired ? 'quote.expired' : 'quote.validUntil', { date: date(quote.validUntil) ?? '' })
      : quote.status === 'superseded'
        ? orders('quote.superseded')
        : behalf
          ? [behalf.given, behalf.notedBy, ...(quote.denied ? [disputed(quote.denied)] : [])].join('. ')
          : orders(quote.status === 'accepted' ? 'quote.acceptedBy' : 'quote.declinedBy', {
              name: quote.answeredBy?.name ?? '',
              date: date(quote.answeredAt) ?? '',
            });
  const rows = quote.lines.map((line) => [
    line.label,
    orders(`quote.inUnit.${line.unit}`, { n: formatNumber(locale, line.quantity, 3) }),
    money(line.unitPrice),
    line.vatRate === undefined ? '' : orders('quote.percent', { rate: formatNumber(locale, line.vatRate, 2) }),
    money(line.total),
  ]);
  // The last line stays with the sums, which are never alone on a page.
  const [lines, last = []] = [rows.slice(0, -1), rows.at(-1)];
  return (
    <Sheet
      locale={locale}
      house={house}
      title={t('quote.title')}
      lead={`${t('version', { n: quote.n, date: date(quote.createdAt) ?? '' })} ${state}.`}
      number={order.number}
      settled={quote.status === 'accepted'}
    >
      <Facts
        facts={[
          [t('client'), order.clientName],
          [t('piece'), `${order.title}, ${garment.toLocaleLowerCase(locale)}`],
          [t('couturier'), order.couturierName],
          [orders('approval.delivery'), date(quote.promisedDate)],
        ]}
      />
      <View style={{ marginTop: 18 }}>
        <Row
          head
          cells={[
            orders('quote.label'),
            orders('quote.quantity'),
            orders('quote.unitPrice'),
            orders('quote.vat'),
            orders('quote.total'),
          ]}
        />
        {lines.map((cells, index) => (
          <Row key={index} cells={cells} />
        ))}
      </View>
      <View wrap={false}>
        <Row cells={last} />
        <View style={{ width: 240, marginLeft: 'auto', marginTop: 10 }}>
          {quote.vat.length > 0 && <Sum name={orders('quote.net')} value={money(quote.net)} />}
          {quote.vat.map(({ rate, amount }) => (
            <Sum
              key={rate}
              name={orders('quote.vatRate', { rate: formatNumber(locale, rate, 2) })}
              value={money(amount)}
            />
          ))}
          <View style={[styles.between, { borderTopWidth: 0.75, marginTop: 4, paddingTop: 4, alignItems: 'flex-end' }]}>
            <Text style={[styles.h2, { marginTop: 0 }]}>{orders('quote.total')}</Text>
            <Text style={[styles.h2, { marginTop: 0 }]}>{money(quote.total)}</Text>
          </View>
          {quote.deposit.percent > 0 && (
            <Text style={[styles.small, { textAlign: 'right' }]}>
              {orders('quote.deposit', { percent: quote.deposit.percent, amount: money(quote.deposit.amount) })}
            </Text>
          )}
        </View>
      </View>
      {quote.note && <Text style={[styles.text, { marginTop: 16 }]}>{quote.note}</Text>}
      {quote.conditions !== undefined && (
        <Text style={[styles.small, { marginTop: 16 }]}>
          {orders('quote.conditions', { n: String(quote.conditions) })}.
        </Text>
      )}
      {quote.status !== 'declined' && quote.status !== 'superseded' && (
        <View style={[styles.row, { marginTop: 34 }]}>
          {behalf ? (
            <NotedAgreement {...behalf} photo={paperPhoto} />
          ) : (
            <Signature
              name={agreed?.name}
              words={
                quote.answeredAt
                  ? t('quote.agreed', {
                      when: `${date(quote.answeredAt)}, ${formatTime(locale, quote.answeredAt)}`,
                    })
                  : t('quote.toAgree')
              }
              width={220}
            />
          )}
        </View>
      )}
    </Sheet>
  );
}
