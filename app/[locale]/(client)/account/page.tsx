import { ClientHome } from '@/components/account/client-home';
import { listAppointments } from '@/lib/appointments/list-appointments';
import { listConversations } from '@/lib/chat/list-conversations';
import { latestMeasurements } from '@/lib/clients/latest-measurements';
import { appDatabase } from '@/lib/db/client';
import { listFavourites } from '@/lib/models/list-favourites';
import { listOrders } from '@/lib/orders/list-orders';
import { paths } from '@/lib/paths';
import { requireClient } from '@/lib/web/page-actor';
import { firstName } from '@/lib/i18n/format';
import { pageParams, pageTitle } from '@/lib/web/page-params';
import { wholeOf } from '@/lib/pages';

interface Props {
  params: Promise<{ locale: string }>;
}

export const generateMetadata = pageTitle('account', 'home.meta');

export default async function ClientHomePage({ params }: Props) {
  const { locale } = await pageParams(params);
  const actor = await requireClient(locale, paths.account.home);
  const db = appDatabase();
  const [orders, conversations, appointments, set, favourites] = await Promise.all([
    wholeOf((page) => listOrders(db, actor, page)),
    listConversations(db, actor, { filter: 'all', limit: 100 }),
    listAppointments(db, actor, { limit: 5, from: new Date() }),
    latestMeasurements(db, actor.clientId),
    listFavourites(db, actor, { limit: 4 }),
  ]);
  return (
    <ClientHome
      name={firstName(actor.name)}
      initialOrders={orders}
      conversations={conversations}
      appointments={appointments.items.filter(({ status }) => status === 'proposed' || status === 'confirmed')}
      measurements={set ? { takenAt: set.takenAt.toISOString(), points: Object.keys(set.values).length } : null}
      favourites={favourites.items}
    />
  );
}
