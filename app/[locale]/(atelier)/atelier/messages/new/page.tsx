import { NewAtelierConversation } from '@/components/chat/new-atelier-conversation';
import { listClients } from '@/lib/clients/list-clients';
import { appDatabase } from '@/lib/db/client';
import { PAGE_SHOWN } from '@/lib/pages';
import { paths } from '@/lib/paths';
import { requireStaff } from '@/lib/web/page-actor';
import { pageParams, pageTitle } from '@/lib/web/page-params';

interface Props {
  params: Promise<{ locale: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export const generateMetadata = pageTitle('chat', 'newConversation');

/** The couturier chooses a client; the pair's conversation opens, new or not. */
export default async function NewAtelierConversationPage({ params, searchParams }: Props) {
  const [{ locale }, { clientId }] = await Promise.all([pageParams(params), searchParams]);
  const actor = await requireStaff(locale, paths.atelier.newConversation);
  const clients = await listClients(appDatabase(), actor, { limit: PAGE_SHOWN });
  return <NewAtelierConversation clients={clients} wanted={typeof clientId === 'string' ? clientId : undefined} />;
}
