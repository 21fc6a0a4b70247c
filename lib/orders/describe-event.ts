import type { Locale } from '../actor';
import { formatMoney, typo } from '../i18n/format';
import { translator } from '../i18n/translate';
import { money } from '../money';
import type { OrderDocument, OrderEventDocument } from './documents';
import { isBack } from './rules';
import { isStage } from '../house/stages';

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
  const title = t(event.data['toName'] ? 'news.handedOver' : back ? 'news.takenBack' : `news.${event.type}`, {
    name: event.actorName,
    title: order.title,
    stage: isStage(event.to) ? stages(`stage.${event.to}`) : '',
    from: String(event.data['fromName'] ?? ''),
    to: String(event.data['toName'] ?? ''),
    amount: amount.success ? formatMoney(locale, amount.data) : '',
  });
  const text = event.note ? `${order.title}, ${order.number}. ${event.note}` : `${order.title}, ${order.number}`;
  return { title: typo(title), text };
}
