import type { Locale } from '../actor';
import { formatDate, formatMoney, typo } from '../i18n/format';
import { translator } from '../i18n/translate';
import { money } from '../money-schemas';
import type { OrderDocument, OrderEventDocument } from './documents';
import { isBack } from './rules';
import { isStage } from '../house/stages';

/** From which day to which: a date that changed is always said. */
const daysOf = (locale: Locale, { type, from, to }: Pick<OrderEventDocument, 'type' | 'from' | 'to'>) =>
  type === 'scheduled'
    ? {
        how: to ? (from ? 'moved' : 'set') : 'gone',
        was: from ? formatDate(locale, from) : '',
        day: to ? formatDate(locale, to) : '',
      }
    : { how: '', was: '', day: '' };

/** Under which name an event is told. */
function newsOf({ type, data }: OrderEventDocument, back: boolean) {
  if (data['toName']) return 'news.handedOver';
  if (type === 'created' && data['retouche'] === true) return 'news.retoucheOpened';
  return back ? 'news.takenBack' : (`news.${type}` as const);
}

/** An event in words, for the bell and the conversation: a title, and a line that says which order and what was written. */
export function describeEvent(
  locale: Locale,
  event: OrderEventDocument,
  order: Pick<OrderDocument, 'number' | 'title'>,
): { title: string; text: string } {
  const t = translator(locale, 'orders');
  const stages = translator(locale, 'stages');
  const amount = money.safeParse(event.data['amount']);
  const back = isStage(event.from) && isStage(event.to) && isBack(event.from, event.to);
  const title = t(newsOf(event, back), {
    name: event.actorName,
    title: order.title,
    stage: isStage(event.to) ? stages(`stage.${event.to}`) : '',
    from: String(event.data['fromName'] ?? ''),
    to: String(event.data['toName'] ?? ''),
    amount: amount.success ? formatMoney(locale, amount.data) : '',
    ...daysOf(locale, event),
  });
  const promised = event.data['promised'];
  const words = [
    `${order.title}, ${order.number}`,
    ...(typeof promised === 'string' ? [t('news.nowPromised', { day: formatDate(locale, promised) })] : []),
    ...(event.note ? [event.note] : []),
  ];
  const text = words.join('. ');
  return { title: typo(title), text };
}
