'use client';

import { useLocale, useTranslations } from 'next-intl';
import { Balance } from '@/components/orders/balance';
import { OrderPlate } from '@/components/orders/order-plate';
import { StageWord } from '@/components/orders/phase';
import { DataTable, HeadCell, NumberCell } from '@/components/ui/data-table';
import { formatDate } from '@/lib/i18n/format';
import { Link } from '@/lib/i18n/routing';
import type { OrderDto } from '@/lib/orders/answers';
import type { PartyLineDto } from '@/lib/parties/schemas';
import { paths } from '@/lib/paths';

/** A client's orders: piece, stage, hand-over, what is still due; and the cortèges they are in. */
export function ClientOrders({
  orders,
  parties = [],
}: {
  orders: readonly OrderDto[];
  parties?: readonly PartyLineDto[];
}) {
  return (
    <>
      <Orders orders={orders} />
      <Parties parties={parties} />
    </>
  );
}

/** The cortèges they are in. */
function Parties({ parties }: { parties: readonly PartyLineDto[] }) {
  const t = useTranslations('parties');
  return parties.map(({ id, name }) => (
    <p key={id} className="small mt-4">
      <Link href={paths.atelier.party(id)} className="link wrap-anywhere">
        {t('of', { name })}
      </Link>
    </p>
  ));
}

function Orders({ orders }: { orders: readonly OrderDto[] }) {
  const t = useTranslations('clients');
  const locale = useLocale();
  if (orders.length === 0) return <p className="small mt-4 text-ink2">{t('noOrders')}</p>;
  return (
    <DataTable caption={t('orders')} fold>
      <thead>
        <tr>
          <HeadCell>{t('piece')}</HeadCell>
          <HeadCell>{t('stage')}</HeadCell>
          <HeadCell>{t('handover')}</HeadCell>
          <HeadCell number>{t('due')}</HeadCell>
        </tr>
      </thead>
      <tbody>
        {orders.map((order) => (
          <tr key={order.id}>
            <td>
              <Link href={paths.atelier.order(order.id)} className="flex items-center gap-4 py-1">
                <OrderPlate plate={order.plate} width={320} className="h-13 w-10 shrink-0" decorative />
                <span>
                  <span className="strong block min-w-28 wrap-anywhere">{order.title}</span>
                  <span className="caption figures block">{order.number}</span>
                </span>
              </Link>
            </td>
            <td>
              <StageWord stage={order.stage} />
            </td>
            <td>{order.promisedDate ? formatDate(locale, order.promisedDate) : t('noDate')}</td>
            <NumberCell>
              <Balance of={order.balance ?? order.total} />
            </NumberCell>
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}
