import { ConversationScreen } from '@/components/chat/conversation-screen';
import { findFreeDays } from '@/lib/appointments/find-free-days';
import { appDatabase } from '@/lib/db/client';
import { getHouse } from '@/lib/house/get-house';
import { openingLines } from '@/lib/house/opening-rows';
import { paths } from '@/lib/paths';
import { conversationPage } from '@/lib/web/conversation-page';
import { requireStaff } from '@/lib/web/page-actor';
import { pageParams, pageTitle } from '@/lib/web/page-params';

interface Props {
  params: Promise<{ locale: string; id: string }>;
}

export const generateMetadata = pageTitle('chat', 'title');

/** What a ready reply offers: the first free hours of the next days, each long enough to try something on. */
const OFFERED_MINUTES = 30;
const OFFERED_DAYS = 4;
const OFFERED = 6;

/** One thread of the couturier's, and what they need to know beside it. */
export default async function AtelierConversationPage({ params }: Props) {
  const { locale, id } = await pageParams(params);
  const actor = await requireStaff(locale, paths.atelier.conversation(id));
  const db = appDatabase();
  const page = await conversationPage(actor, id);
  const [house, days] = await Promise.all([
    getHouse(db),
    findFreeDays(db, page.conversation.couturierId, { minutes: OFFERED_MINUTES, days: OFFERED_DAYS }, new Date()),
  ]);
  const hours = {
    openings: openingLines(house.openingHours, locale),
    free: days.flatMap(({ starts }) => starts).slice(0, OFFERED),
  };
  return <ConversationScreen key={id} {...page} hours={hours} reader="couturier" isOwner={actor.role === 'owner'} />;
}
