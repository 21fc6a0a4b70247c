import { Inbox } from '@/components/chat/inbox';
import { listConversations } from '@/lib/chat/list-conversations';
import { appDatabase } from '@/lib/db/client';
import { paths } from '@/lib/paths';
import { requireClient } from '@/lib/web/page-actor';
import { pageParams, pageTitle } from '@/lib/web/page-params';

interface Props {
  params: Promise<{ locale: string }>;
}

export const generateMetadata = pageTitle('chat', 'title');

/** The client's conversations. */
export default async function ClientMessagesPage({ params }: Props) {
  const { locale } = await pageParams(params);
  const actor = await requireClient(locale, paths.account.messages);
  const initial = await listConversations(appDatabase(), actor, { filter: 'all', limit: 100 });
  return (
    <div className="inbox-page">
      <Inbox initial={initial} reader="client" />
    </div>
  );
}
