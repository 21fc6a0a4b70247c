import { ClientOrders } from '@/components/account/client-orders';
import { appDatabase } from '@/lib/db/client';
import { listOrders } from '@/lib/orders/list-orders';
import { paths } from '@/lib/paths';
import { requireClient } from '@/lib/web/page-actor';
import { pageParams, pageTitle } from '@/lib/web/page-params';
import { wholeOf } from '@/lib/pages';

interface Props {
  params: Promise<{ locale: string }>;
}

export const generateMetadata = pageTitle('account', 'orders.meta');

export default async function ClientOrdersPage({ params }: Props) {
  const { locale } = await pageParams(params);
  const actor = await requireClient(locale, paths.account.orders);
  const orders = await wholeOf((page) => listOrders(appDatabase(), actor, page));
  return <ClientOrders initial={orders} />;
}
