'use client';

import { formatDate } from '@/lib/i18n/format';
import { isDay, ORDER_FIELD_NAMES } from '@/lib/orders/fields';
import type { OrderDto } from '@/lib/orders/answers';
import { OrderFiles } from './order-files';
import { useOrderWords } from './use-order-words';

interface Props {
  order: OrderDto;
  /** More that one side reads, before the day that is wished for. */
  facts?: readonly (readonly [string, string])[];
}

/** What was ordered: the words, the wishes one by one, the day, the pictures. */
export function AskedFor({ order, facts = [] }: Props) {
  const { t, locale, field, option } = useOrderWords();
  const wishes = Object.entries(order.options).map(
    ([name, value]) => [field(`options.${name}`), option(value)] as const,
  );
  // The occasion stands in the head of the order.
  // The occasion stands in the head of the order.
  const said = ORDER_FIELD_NAMES.filter((name) => name !== 'occasion').map((name) => {
    const text = order[name] ?? '';
    return [field(name), text && isDay(name) ? formatDate(locale, text) : text] as const;
  });
  const rows = [...facts, ...wishes, ...said].filter(([, value]) => value !== '');
  return (
    <>
      {order.description && <p className="lead mt-4 whitespace-pre-line">{t('quoted', { text: order.description })}</p>}
      {rows.length > 0 && (
        <dl className="small mt-4 grid gap-x-10 sm:grid-cols-2">
          {rows.map(([name, value]) => (
            <div key={name} className="grid grid-cols-[120px_1fr] gap-3 border-b border-hair py-2.5">
              <dt className="text-ink2">{name}</dt>
              <dd className="min-w-0 wrap-anywhere">{value}</dd>
            </div>
          ))}
        </dl>
      )}
      {order.references.length > 0 && (
        <div className="mt-5">
          <OrderFiles files={order.references} label={field('references')} />
        </div>
      )}
    </>
  );
}
