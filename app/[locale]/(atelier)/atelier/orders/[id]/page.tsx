import type { Metadata } from 'next';
import { setRequestLocale } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { OrderDesk } from '@/components/orders/desk/order-desk';
import type { Actor } from '@/lib/actor';
import { listAppointments } from '@/lib/appointments/list-appointments';
import { listCouturiers } from '@/lib/auth/list-couturiers';
import { appDatabase } from '@/lib/db/client';
import { AppError } from '@/lib/errors';
import { getHouse } from '@/lib/house/get-house';
import { inLanguage } from '@/lib/i18n/bilingual';
import { isLocale } from '@/lib/i18n/config';
import { findOrderFor } from '@/lib/orders/find-order';
import { listEvents } from '@/lib/orders/list-events';
import type { OrderDto } from '@/lib/orders/schemas';
import { paths } from '@/lib/paths';
import { listTasks } from '@/lib/tasks/list-tasks';
import { pageActor, requireStaff } from '@/lib/web/page-actor';

interface Props {
  params: Promise<{ locale: string; id: string }>;
}

/** The order, or the page that says there is none. */
async function readOr404(actor: Actor, id: string): Promise<OrderDto> {
  try {
    return await findOrderFor(appDatabase(), actor, id);
  } catch (error) {
    if (error instanceof AppError && error.code === 'not_found') notFound();
    throw error;
  }
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { id } = await params;
  const actor = await pageActor();
  if (!actor) return {};
  const order = await readOr404(actor, id);
  return { title: `${order.title}, ${order.clientName}` };
}

export default async function Page({ params }: Props) {
  const { locale, id } = await params;
  if (!isLocale(locale)) notFound();
  setRequestLocale(locale);
  const actor = await requireStaff(locale, paths.atelier.order(id));
  const db = appDatabase();
  const order = await readOr404(actor, id);
  const [events, house, couturiers, tasks, appointments] = await Promise.all([
    listEvents(db, actor, id, { limit: 50 }),
    getHouse(db),
    listCouturiers(db),
    listTasks(db, actor, { orderId: id, limit: 100 }),
    listAppointments(db, actor, { orderId: id, limit: 100 }),
  ]);
  return (
    <OrderDesk
      initial={order}
      initialEvents={events}
      initialTasks={tasks.items}
      initialAppointments={appointments.items}
      now={new Date().toISOString()}
      garments={Object.fromEntries(
        house.vocabulary.garments.map(({ code, label }) => [code, inLanguage(label, locale)]),
      )}
      viewerId={actor.id.toHexString()}
      couturiers={couturiers.map((one) => ({ id: one.id, name: one.name }))}
      defaults={house.quoteDefaults}
    />
  );
}
