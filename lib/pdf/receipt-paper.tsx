import { View } from '@react-pdf/renderer';
import { moneyWords } from '../i18n/number-words';
import { DEFAULT_LOCALE, isLocale } from '../i18n/config';
import type { EnteredReceipt } from '../ledger/keep-paper';
import { PAYMENT_KINDS, PAYMENT_METHODS } from '../orders/words';
import { Facts, Sheet } from './parts';
import { sealWords } from './seal-words';
import { styles } from './style';
import { Text } from './text';
import { paperWords } from './words';

interface Props {
  /** The entry, which says everything that stands here: nothing of today's house or order. */
  entry: EnteredReceipt;
  /** For whoever asks again. */
  duplicate: boolean;
}

/** The receipt of one payment, of money given back, or of a record that was taken back: as it was entered. */
export function ReceiptPaper({ entry, duplicate }: Props) {
  const { act, amount, client, house, locale: entered, method, order, paidAt, purpose, refersTo } = entry.body;
  const locale = isLocale(entered) ? entered : DEFAULT_LOCALE;
  const { t, orders, money, date, time } = paperWords(locale);
  const kind = PAYMENT_KINDS.find((one) => one === purpose);
  const means = PAYMENT_METHODS.find((one) => one === method);
  const what = orders('payments.line', {
    kind: kind ? orders(`payments.kind.${kind}`) : purpose,
    method: means ? orders(`payments.method.${means}`) : method,
  });
  const training = entry.origin === 'training';
  const shown = { ...amount, amount: Math.abs(amount.amount) };
  return (
    <Sheet
      locale={locale}
      house={house}
      title={t(`payment.title.${act}`)}
      lead={t(duplicate ? 'payment.duplicateLead' : 'payment.lead', {
        date: date(entry.at) ?? '',
        time: time(entry.at),
      })}
      number={entry.number}
      settled
      state={training ? t('payment.training') : duplicate ? t('payment.duplicate') : undefined}
    >
      <Facts
        facts={[
          [t('client'), client],
          [t('payment.order'), order.number],
          [t('piece'), order.title],
          [t('payment.what'), what],
          [t('payment.paidOn'), date(paidAt)],
          [t(act === 'refund' ? 'payment.givesBack' : 'payment.cancels'), refersTo.join(', ') || undefined],
        ]}
      />
      <View style={{ marginTop: 30 }} wrap={false}>
        <View style={[styles.between, { alignItems: 'flex-end', borderTopWidth: 0.75, paddingTop: 8 }]}>
          <Text style={[styles.h2, { marginTop: 0 }]}>{t(`payment.sum.${act}`)}</Text>
          <Text style={[styles.h2, { marginTop: 0 }]}>{money(shown)}</Text>
        </View>
        <Text style={[styles.lead, { textAlign: 'right', marginTop: 2 }]}>
          {t('payment.inWords', { words: moneyWords(locale, shown) })}
        </Text>
      </View>
      <View style={{ marginTop: 40, borderTopWidth: 0.75, paddingTop: 10 }} wrap={false}>
        <Text style={styles.strong}>{t('payment.seal', { seal: sealWords(entry.hash) })}</Text>
        <Text style={[styles.small, { marginTop: 6 }]}>{t('payment.sealText', { name: entry.by.name })}</Text>
        <Text style={[styles.small, { marginTop: 2 }]}>{t('payment.notInvoice')}</Text>
        {training && <Text style={[styles.small, { marginTop: 2 }]}>{t('payment.trainingText')}</Text>}
      </View>
    </Sheet>
  );
}
