import { z } from 'zod';
import { ClientAppointments } from '@/components/appointments/client-appointments';
import { listAppointments } from '@/lib/appointments/list-appointments';
import { listTaken } from '@/lib/appointments/list-taken';
import { APPOINTMENT_KINDS } from '@/lib/appointments/words';
import { findPresences } from '@/lib/auth/find-presence';
import { listCouturiers } from '@/lib/auth/list-couturiers';
import { appDatabase } from '@/lib/db/client';
import { toId } from '@/lib/db/ids';
import { toPublicHouse } from '@/lib/house/dto';
import { getHouse } from '@/lib/house/get-house';
import { listOrders } from '@/lib/orders/list-orders';
import { isOver } from '@/lib/house/stages';
import { paths } from '@/lib/paths';
import { requireClient } from '@/lib/web/page-actor';
import { pageParams, pageTitle } from '@/lib/web/page-params';
import { wholeOf } from '@/lib/pages';

interface Props {
  params: Promise<{ locale: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** What somebody asked for on another page: `?propose=` a kind, whom, when, for which order. What is not of this house is left out. */
const asked = z.object({
  propose: z.enum(APPOINTMENT_KINDS).optional().catch(undefined),
  couturierId: z.string().optional().catch(undefined),
  order: z.string().optional().catch(undefined),
  start: z.iso.datetime().optional().catch(undefined),
});

export const generateMetadata = pageTitle('common', 'nav.appointments');

export default async function Page({ params, searchParams }: Props) {
  const [{ locale }, query] = await Promise.all([pageParams(params), searchParams]);
  const actor = await requireClient(locale, paths.account.appointments);
  const db = appDatabase();
  const now = new Date();
  const [house, taken, couturiers, orders, mine] = await Promise.all([
    getHouse(db),
    listTaken(db, now),
    listCouturiers(db),
    wholeOf((page) => listOrders(db, actor, page)),
    wholeOf((page) => listAppointments(db, actor, page)),
  ]);
  const presences = await findPresences(
    db,
    couturiers.map(({ id }) => toId(id)),
  );
  const { openingHours, closures } = toPublicHouse(house);
  const choices = {
    hours: { openingHours, closures },
    taken,
    couturiers: couturiers.map(({ id, name }) => ({ id, name, presence: presences.get(id) })),
    orders: orders
      .filter(({ stage }) => !isOver(stage))
      .map(({ id, title, couturierId }) => ({ id, title, couturierId })),
  };
  const { propose: kind, order: orderId, couturierId, start } = asked.parse(query);
  const known = choices.couturiers.some(({ id }) => id === couturierId);
  const ask = kind || known ? { kind, orderId, start, couturierId: known ? couturierId : undefined } : undefined;
  return <ClientAppointments initial={mine} choices={choices} ask={ask} now={now.toISOString()} />;
}
