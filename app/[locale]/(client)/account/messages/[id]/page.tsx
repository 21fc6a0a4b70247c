import { ConversationScreen } from '@/components/chat/conversation-screen';
import { paths } from '@/lib/paths';
import { conversationPage } from '@/lib/web/conversation-page';
import { requireClient } from '@/lib/web/page-actor';
import { pageParams, pageTitle } from '@/lib/web/page-params';

interface Props {
  params: Promise<{ locale: string; id: string }>;
}

export const generateMetadata = pageTitle('chat', 'title');

/** The client's thread with one couturier. */
export default async function ClientConversationPage({ params }: Props) {
  const { locale, id } = await pageParams(params);
  const actor = await requireClient(locale, paths.account.conversation(id));
  return (
    <div className="desk">
      <ConversationScreen key={id} {...await conversationPage(actor, id)} reader="client" />
    </div>
  );
}
