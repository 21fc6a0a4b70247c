import { Document, Image, Page, View } from '@react-pdf/renderer';
import type { Locale } from '../actor';
import { balanceLine } from '../orders/balance-line';
import type { OrderDto } from '../orders/answers';
import { Facts, type Letterhead, Thread } from './parts';
import { styles } from './style';
import { Text } from './text';
import { paperWords } from './words';

interface Props {
  locale: Locale;
  house: Letterhead;
  order: OrderDto;
  /** It leads to the client's page of the order, which asks who one is. */
  code: Buffer;
}

const MARGIN = 22;
/** Inside the margins of A6. */
const WIDTH = 298 - 2 * MARGIN;
const CODE = 58;

/** The ticket of a retouche, for who leaves a garment: its number, what is to be done, for when, for how much. */
export function TicketPaper({ locale, house, order, code }: Props) {
  const { t, orders, money, date } = paperWords(locale);
  const { total, balance } = order;
  const left = balance && balanceLine(balance);
  return (
    <Document title={`${t('ticket.title')} ${order.number}`} author={house.name} language={locale} creator={house.name}>
      <Page size="A6" style={[styles.page, { padding: MARGIN, paddingBottom: MARGIN }]} wrap>
        <Text style={[styles.wordmark, { fontSize: 17 }]}>{house.name}</Text>
        <Text style={styles.small}>{[...house.address, house.phone].filter(Boolean).join(', ')}</Text>
        <View style={[styles.between, { marginTop: 14, alignItems: 'flex-end' }]}>
          <Text style={[styles.h2, { marginTop: 0 }]}>{t('ticket.title')}</Text>
          <Text style={[styles.strong, { fontSize: 13 }]}>{order.number}</Text>
        </View>
        <View style={{ marginTop: 6, marginBottom: 6 }}>
          <Thread settled={false} width={WIDTH} />
        </View>
        <Facts
          facts={[
            [t('client'), order.clientName],
            [t('garment'), order.title],
            [t('ticket.work'), order.description],
            [t('ticket.day'), date(order.promisedDate) ?? t('ticket.noDay')],
            [t('ticket.price'), total ? money(total) : t('ticket.free')],
            [orders('money.balance'), left?.words === 'balance' ? money(left.amount) : undefined],
            [t('couturier'), order.couturierName],
          ]}
        />
        <View style={[styles.row, { marginTop: 12, alignItems: 'center' }]} wrap={false}>
          <Image src={{ data: code, format: 'png' }} style={{ width: CODE, height: CODE, marginRight: 10 }} />
          <Text style={[styles.small, { flex: 1 }]}>{t('ticket.keep')}</Text>
        </View>
      </Page>
    </Document>
  );
}
