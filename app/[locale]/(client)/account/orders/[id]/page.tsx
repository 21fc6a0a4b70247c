import { notFound } from 'next/navigation';
import { ClientOrder } from '@/components/account/client-order';
import { listAppointments } from '@/lib/appointments/list-appointments';
import { findConversationWith } from '@/lib/chat/get-conversation';
import { appDatabase } from '@/lib/db/client';
import { AppError } from '@/lib/errors';
import { inLanguage } from '@/lib/i18n/bilingual';
import { getHouse } from '@/lib/house/get-house';
import { findOrderFor } from '@/lib/orders/find-order';
import { listEvents } from '@/lib/orders/list-events';
import { paths } from '@/lib/paths';
import { requireClient } from '@/lib/web/page-actor';
import { pageParams, pageTitle } from '@/lib/web/page-params';
import { wholeOf } from '@/lib/pages';

interface Props {
  params: Promise<{ locale: string; id: string }>;
}

export const generateMetadata = pageTitle('account', 'order.meta');

export default async function ClientOrderPage({ params }: Props) {
  const { locale, id } = await pageParams(params);
  const actor = await requireClient(locale, paths.account.order(id));
  const db = appDatabase();
  try {
    const [order, events, appointments] = await Promise.all([
      findOrderFor(db, actor, id),
      listEvents(db, actor, id, { limit: 50 }),
      wholeOf((page) => listAppointments(db, actor, { ...page, orderId: id })),
    ]);
    const [conversation, { vocabulary }] = await Promise.all([
      findConversationWith(db, actor, order.couturierId),
      getHouse(db),
    ]);
    return (
      <ClientOrder
        initial={order}
        initialEvents={events}
        initialAppointments={appointments}
        viewerId={actor.id.toHexString()}
        piece={inLanguage(vocabulary.garments.find(({ code }) => code === order.garment)?.label, locale)}
        conversationId={conversation?.id}
      />
    );
  } catch (error) {
    if (error instanceof AppError && error.status === 404) notFound();
    throw error;
  }
}
