'use client';

import { useTranslations } from 'next-intl';
import { OrderCard } from '@/components/orders/order-card';
import { Empty } from '@/components/ui/empty';
import { LinkButton } from '@/components/ui/link-button';
import { SectionHead } from '@/components/ui/section-head';
import { useOrders } from '@/lib/http/orders';
import { isOver } from '@/lib/house/stages';
import type { OrderDto } from '@/lib/orders/answers';
import { paths } from '@/lib/paths';

/** All of a client's orders: those at work first, then what is delivered or ended. */
export function ClientOrders({ initial }: { initial: OrderDto[] }) {
  const t = useTranslations('account.orders');
  const { data = initial } = useOrders({}, initial);
  const going = data.filter(({ stage }) => !isOver(stage));
  const over = data.filter(({ stage }) => isOver(stage));
  return (
    <div className="page pt-10 pb-20">
      <div className="mb-10 flex flex-wrap items-end justify-between gap-6">
        <h1 className="d2">{t.rich('title', { em: (chunks) => <em>{chunks}</em> })}</h1>
        {data.length > 0 && <LinkButton href={paths.account.newOrder}>{t('new')}</LinkButton>}
      </div>
      {data.length === 0 ? (
        <Empty
          drawing="hanger"
          title={t('none')}
          action={
            <LinkButton href={paths.account.newOrder} variant="primary">
              {t('new')}
            </LinkButton>
          }
        >
          {t('noneHelp')}
        </Empty>
      ) : (
        <div className="flex flex-col gap-14">
          {going.length > 0 && <List title={t('going')} orders={going} />}
          {over.length > 0 && <List title={t('over')} orders={over} />}
        </div>
      )}
    </div>
  );
}

function List({ title, orders }: { title: string; orders: OrderDto[] }) {
  return (
    <section>
      <SectionHead title={title} />
      <ul className="mt-5 grid gap-4 lg:grid-cols-2">
        {orders.map((order) => (
          <li key={order.id}>
            <OrderCard order={order} href={paths.account.order(order.id)} reader="client" />
          </li>
        ))}
      </ul>
    </section>
  );
}
