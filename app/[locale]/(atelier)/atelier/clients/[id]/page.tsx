import type { Metadata } from 'next';
import { ClientFile } from '@/components/clients/client-file';
import { listInvitations } from '@/lib/auth/list-invitations';
import { findConversationWith } from '@/lib/chat/get-conversation';
import { listMessages } from '@/lib/chat/list-messages';
import { findMergedInto, readClient } from '@/lib/clients/find-client';
import { listMeasurements } from '@/lib/clients/list-measurements';
import { appDatabase } from '@/lib/db/client';
import { redirect } from '@/lib/i18n/routing';
import { listOrders } from '@/lib/orders/list-orders';
import { listParties } from '@/lib/parties/list-parties';
import { paths } from '@/lib/paths';
import { orNotFound } from '@/lib/web/or-not-found';
import { requireStaff } from '@/lib/web/page-actor';
import { pageParams } from '@/lib/web/page-params';
import { wholeOf } from '@/lib/pages';

/** Messages the file opens with. */
const LAST_WORDS = 20;

interface Props {
  params: Promise<{ locale: string; id: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, id } = await pageParams(params);
  const actor = await requireStaff(locale, paths.atelier.client(id));
  const into = await orNotFound(findMergedInto(appDatabase(), actor, id));
  const client = await orNotFound(readClient(appDatabase(), actor, into ?? id));
  return { title: client.name };
}

export default async function Page({ params }: Props) {
  const { locale, id } = await pageParams(params);
  const actor = await requireStaff(locale, paths.atelier.client(id));
  const db = appDatabase();
  const into = await orNotFound(findMergedInto(db, actor, id));
  if (into) redirect({ href: paths.atelier.client(into), locale });
  const client = await orNotFound(readClient(db, actor, id));
  const [sets, orders, invitations, conversation, parties] = await Promise.all([
    wholeOf((page) => listMeasurements(db, actor, { ...page, clientId: id }, locale)),
    wholeOf((page) => listOrders(db, actor, { ...page, clientId: id })),
    listInvitations(db, actor),
    findConversationWith(db, actor, id),
    listParties(db, actor, { when: 'coming', clientId: id, limit: 24 }),
  ]);
  const talk = conversation && {
    conversation,
    messages: await listMessages(db, actor, conversation.id, { limit: LAST_WORDS }),
  };
  return (
    <ClientFile
      client={client}
      sets={sets}
      orders={orders}
      parties={parties.items}
      talk={talk}
      invitations={{ items: invitations, nextCursor: null }}
      isOwner={actor.role === 'owner'}
      now={new Date().toISOString()}
    />
  );
}
