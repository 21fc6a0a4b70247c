import { draftAgain } from '@/components/order-form/draft-again';
import { OrderForm } from '@/components/order-form/order-form';
import type { Locale } from '@/lib/actor';
import { appDatabase } from '@/lib/db/client';
import { translator } from '@/lib/i18n/translate';
import { pieceAgain } from '@/lib/orders/again';
import { findOrderFor } from '@/lib/orders/find-order';
import { paths } from '@/lib/paths';
import { orAbsent } from '@/lib/web/or-absent';
import { requireClient } from '@/lib/web/page-actor';
import { pageParams, pageTitle } from '@/lib/web/page-params';

interface Props {
  params: Promise<{ locale: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export const generateMetadata = pageTitle('orderForm', 'meta');

const one = (value: string | string[] | undefined): string => (typeof value === 'string' ? value : '');

/** A wish by the house's name for it, or as it was typed. */
function wishName(locale: Locale): (wish: string) => string {
  const t = translator(locale, 'orders');
  return (wish) => {
    const key = `options.${wish}` as 'options.fabric';
    return t.has(key) ? t(key) : wish;
  };
}

/** The order form has a frame of its own: the thread of its steps and nothing that leads away. */
export default async function NewOrderPage({ params, searchParams }: Props) {
  const { locale } = await pageParams(params);
  const query = await searchParams;
  const brought = {
    model: one(query.model),
    colour: one(query.colour),
    couturierId: one(query.couturierId),
    orderId: one(query.orderId),
  };
  const search = new URLSearchParams(Object.entries(brought).filter(([, value]) => value !== '')).toString();
  const actor = await requireClient(locale, search ? `${paths.account.newOrder}?${search}` : paths.account.newOrder);
  const order = brought.orderId && (await orAbsent(findOrderFor(appDatabase(), actor, brought.orderId)));
  return (
    <OrderForm
      start={{
        modelSlug: brought.model,
        colour: brought.colour,
        couturierId: brought.couturierId,
        again: order ? draftAgain(pieceAgain(order), wishName(locale)) : undefined,
      }}
    />
  );
}
