import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations, setRequestLocale } from 'next-intl/server';
import { ClientOrder } from '@/components/account/client-order';
import { listAppointments } from '@/lib/appointments/list-appointments';
import { findConversationWith } from '@/lib/chat/get-conversation';
import { appDatabase } from '@/lib/db/client';
import { AppError } from '@/lib/errors';
import { inLanguage } from '@/lib/i18n/bilingual';
import { isLocale } from '@/lib/i18n/config';
import { getHouse } from '@/lib/house/get-house';
import { findOrderFor } from '@/lib/orders/find-order';
import { listEvents } from '@/lib/orders/list-events';
import { paths } from '@/lib/paths';
import { requireClient } from '@/lib/web/page-actor';

interface Props {
  params: Promise<{ locale: string; id: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  if (!isLocale(locale)) return {};
  const t = await getTranslations({ locale, namespace: 'account' });
  return { title: t('order.meta') };
}

export default async function ClientOrderPage({ params }: Props) {
  const { locale, id } = await params;
  if (!isLocale(locale)) notFound();
  setRequestLocale(locale);
  const actor = await requireClient(locale, paths.account.order(id));
  const db = appDatabase();
  try {
    const [order, events, appointments] = await Promise.all([
      findOrderFor(db, actor, id),
      listEvents(db, actor, id, { limit: 50 }),
      listAppointments(db, actor, { orderId: id, limit: 100 }),
    ]);
    const [conversation, { vocabulary }] = await Promise.all([
      findConversationWith(db, actor, order.couturierId),
      getHouse(db),
    ]);
    return (
      <ClientOrder
        initial={order}
        initialEvents={events}
        initialAppointments={appointments.items}
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
