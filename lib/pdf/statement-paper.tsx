import { View } from '@react-pdf/renderer';
import type { Locale } from '../actor';
import { EARLY_ENDS } from '../house/stages';
import { balanceLine } from '../orders/balance-line';
import type { OrderDto } from '../orders/answers';
import { Facts, type Letterhead, Sheet } from './parts';
import { CONTROL, styles } from './style';
import { Text } from './text';
import { paperWords } from './words';

interface Props {
  locale: Locale;
  house: Letterhead;
  order: OrderDto;
  now: Date;
}

/** The statement of account of an order: what was paid, line by line, and what is left; a payment that was reversed stays, struck. Each with its number in the ledger. */
export function StatementPaper({ locale, house, order, now }: Props) {
  const { t, orders, money, date } = paperWords(locale);
  const ended = EARLY_ENDS.find((one) => one === order.stage);
  const balance = order.balance && balanceLine(order.balance);
  return (
    <Sheet
      locale={locale}
      house={house}
      title={t('statement.title')}
      lead={t('statement.lead', { date: date(now.toISOString()) ?? '' })}
      number={order.number}
      settled={balance?.words === 'settled'}
    >
      <Facts
        facts={[
          [t('client'), order.clientName],
          [t('piece'), order.title],
          [t('statement.state'), ended && t(`statement.${ended}`, { date: date(order.stageSince) ?? '' })],
        ]}
      />
      <View style={{ marginTop: 18 }}>
        {order.payments.map((payment) => {
          const gone = payment.reversed;
          const look = gone ? { color: CONTROL, textDecoration: 'line-through' as const } : {};
          const amount = payment.kind === 'refund' ? -payment.amount.amount : payment.amount.amount;
          return (
            <View key={payment.n} style={styles.line} wrap={false}>
              <View style={styles.row}>
                <Text style={[styles.cell, { width: 110 }, look]}>{date(payment.paidAt)}</Text>
                <Text style={[styles.cell, { flex: 1 }, look]}>
                  {orders('payments.line', {
                    kind: orders(`payments.kind.${payment.kind}`),
                    method: orders(`payments.method.${payment.method}`),
                  })}
                </Text>
                <Text style={[styles.cell, styles.small, { width: 90 }]}>{payment.receipt}</Text>
                <Text style={[styles.number, { width: 100 }, look]}>{money({ ...payment.amount, amount })}</Text>
              </View>
              {gone && (
                <View style={[styles.row, { paddingLeft: 110, paddingBottom: 6 }]}>
                  <Text style={[styles.small, { flex: 1 }]}>
                    {orders('payments.reversedBy', { name: gone.by.name, date: date(gone.at) ?? '' })}
                  </Text>
                  <Text style={[styles.small, { width: 190 }]}>{gone.receipt}</Text>
                </View>
              )}
            </View>
          );
        })}
      </View>
      <View style={{ width: 240, marginLeft: 'auto', marginTop: 12 }} wrap={false}>
        {order.total && (
          <View style={[styles.between, { paddingVertical: 3 }]}>
            <Text style={styles.lead}>{orders('money.total')}</Text>
            <Text>{money(order.total)}</Text>
          </View>
        )}
        <View style={[styles.between, { paddingVertical: 3 }]}>
          <Text style={styles.lead}>{t('statement.paid')}</Text>
          <Text>{money(order.paid)}</Text>
        </View>
        {balance && (
          <View style={[styles.between, { borderTopWidth: 0.75, marginTop: 4, paddingTop: 4, alignItems: 'flex-end' }]}>
            <Text style={[styles.h2, { marginTop: 0 }]}>{orders(`money.${balance.words}`)}</Text>
            <Text style={[styles.h2, { marginTop: 0 }]}>{money(balance.amount)}</Text>
          </View>
        )}
      </View>
    </Sheet>
  );
}
