import type { ReactNode } from 'react';
import { InboxDesk } from '@/components/chat/inbox-desk';
import { getMe } from '@/lib/auth/get-me';
import { listConversations } from '@/lib/chat/list-conversations';
import { appDatabase } from '@/lib/db/client';
import { paths } from '@/lib/paths';
import { requireStaff } from '@/lib/web/page-actor';
import { pageParams } from '@/lib/web/page-params';

interface Props {
  children: ReactNode;
  params: Promise<{ locale: string }>;
}

/** The couturier's desk: the inbox stays while one goes from thread to thread. */
export default async function DeskLayout({ children, params }: Props) {
  const { locale } = await pageParams(params);
  const actor = await requireStaff(locale, paths.atelier.messages);
  const db = appDatabase();
  const [initial, me] = await Promise.all([
    listConversations(db, actor, { filter: 'all', limit: 100 }),
    getMe(db, actor),
  ]);
  return (
    <InboxDesk initial={initial} me={me}>
      {children}
    </InboxDesk>
  );
}
