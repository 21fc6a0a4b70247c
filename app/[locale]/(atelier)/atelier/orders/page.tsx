import { filtersOf, readLooking } from '@/components/orders/board/filters';
import { OrdersScreen } from '@/components/orders/board/orders-screen';
import { listCouturiers } from '@/lib/auth/list-couturiers';
import { appDatabase } from '@/lib/db/client';
import { listOrders } from '@/lib/orders/list-orders';
import { listOrdersQuery } from '@/lib/orders/schemas';
import { paths } from '@/lib/paths';
import { requireStaff } from '@/lib/web/page-actor';
import { pageParams, pageTitle } from '@/lib/web/page-params';

interface Props {
  params: Promise<{ locale: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export const generateMetadata = pageTitle('orders', 'list.meta');

export default async function Page({ params, searchParams }: Props) {
  const { locale } = await pageParams(params);
  const actor = await requireStaff(locale, paths.atelier.orders);
  const query = await searchParams;
  const look = readLooking((name) => {
    const value = query[name];
    return Array.isArray(value) ? value[0] : value;
  });
  const viewerId = actor.id.toHexString();
  // An address somebody typed may ask for what does not exist; the screen then says that nothing matches.
  const wanted = listOrdersQuery.safeParse({ ...filtersOf(look, viewerId), limit: 100 });
  const db = appDatabase();
  const [page, couturiers] = await Promise.all([
    wanted.success ? listOrders(db, actor, wanted.data) : { items: [], nextCursor: null },
    listCouturiers(db),
  ]);
  return (
    <OrdersScreen
      initial={page.nextCursor === null ? page.items : undefined}
      initialLook={look}
      viewerId={viewerId}
      couturiers={couturiers.map(({ id, name }) => ({ id, name }))}
    />
  );
}
