import type { Metadata } from 'next';
import { OrderDesk } from '@/components/orders/desk/order-desk';
import { listAppointments } from '@/lib/appointments/list-appointments';
import { listCouturiers } from '@/lib/auth/list-couturiers';
import { readClient } from '@/lib/clients/find-client';
import { appDatabase } from '@/lib/db/client';
import { getHouse } from '@/lib/house/get-house';
import { inLanguage } from '@/lib/i18n/bilingual';
import { findOrderFor } from '@/lib/orders/find-order';
import { listEvents } from '@/lib/orders/list-events';
import { listParties } from '@/lib/parties/list-parties';
import { paths } from '@/lib/paths';
import { listTasks } from '@/lib/tasks/list-tasks';
import { orNotFound } from '@/lib/web/or-not-found';
import { pageActor, requireStaff } from '@/lib/web/page-actor';
import { pageParams } from '@/lib/web/page-params';
import { wholeOf } from '@/lib/pages';
import { day } from '@/lib/wire';

interface Props {
  params: Promise<{ locale: string; id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata({ params }: Pick<Props, 'params'>): Promise<Metadata> {
  const { id } = await pageParams(params);
  const actor = await pageActor();
  if (!actor) return {};
  const order = await orNotFound(findOrderFor(appDatabase(), actor, id));
  return { title: `${order.title}, ${order.clientName}` };
}

export default async function Page({ params, searchParams }: Props) {
  const { locale, id } = await pageParams(params);
  const actor = await requireStaff(locale, paths.atelier.order(id));
  const db = appDatabase();
  const order = await orNotFound(findOrderFor(db, actor, id));
  const [events, house, couturiers, tasks, appointments, client, parties] = await Promise.all([
    listEvents(db, actor, id, { limit: 50 }),
    getHouse(db),
    listCouturiers(db),
    wholeOf((page) => listTasks(db, actor, { ...page, orderId: id })),
    wholeOf((page) => listAppointments(db, actor, { ...page, orderId: id })),
    readClient(db, actor, order.clientId),
    listParties(db, actor, { when: 'coming', orderId: id, limit: 1 }),
  ]);
  // Only where the day may be moved at all, and is one.
  const may = order.allowed.includes('schedule');
  const proposed = day.safeParse((await searchParams)['propose']);
  return (
    <OrderDesk
      initial={order}
      initialEvents={events}
      initialTasks={tasks}
      initialAppointments={appointments}
      now={new Date().toISOString()}
      garments={Object.fromEntries(
        house.vocabulary.garments.map(({ code, label }) => [code, inLanguage(label, locale)]),
      )}
      viewerId={actor.id.toHexString()}
      isOwner={actor.role === 'owner'}
      couturiers={couturiers.map((one) => ({ id: one.id, name: one.name }))}
      defaults={{ ...house.quoteDefaults, tax: house.tax }}
      phone={client.phone}
      party={parties.items[0] && { id: parties.items[0].id, name: parties.items[0].name }}
      proposed={may && proposed.success ? proposed.data : undefined}
    />
  );
}
