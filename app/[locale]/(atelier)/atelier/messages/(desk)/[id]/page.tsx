import { ConversationScreen } from '@/components/chat/conversation-screen';
import { paths } from '@/lib/paths';
import { conversationPage } from '@/lib/web/conversation-page';
import { requireStaff } from '@/lib/web/page-actor';
import { pageParams, pageTitle } from '@/lib/web/page-params';

interface Props {
  params: Promise<{ locale: string; id: string }>;
}

export const generateMetadata = pageTitle('chat', 'title');

/** One thread of the couturier's, and what they need to know beside it. */
export default async function AtelierConversationPage({ params }: Props) {
  const { locale, id } = await pageParams(params);
  const actor = await requireStaff(locale, paths.atelier.conversation(id));
  const page = await conversationPage(actor, id);
  return <ConversationScreen key={id} {...page} reader="couturier" isOwner={actor.role === 'owner'} />;
}
