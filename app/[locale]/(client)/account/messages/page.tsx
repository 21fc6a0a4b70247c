import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations, setRequestLocale } from 'next-intl/server';
import { Inbox } from '@/components/chat/inbox';
import { listConversations } from '@/lib/chat/list-conversations';
import { appDatabase } from '@/lib/db/client';
import { isLocale } from '@/lib/i18n/config';
import { paths } from '@/lib/paths';
import { requireClient } from '@/lib/web/page-actor';

interface Props {
  params: Promise<{ locale: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  if (!isLocale(locale)) return {};
  const t = await getTranslations({ locale, namespace: 'chat' });
  return { title: t('title') };
}

/** The client's conversations. */
export default async function ClientMessagesPage({ params }: Props) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  setRequestLocale(locale);
  const actor = await requireClient(locale, paths.account.messages);
  const initial = await listConversations(appDatabase(), actor, { filter: 'all', limit: 100 });
  return (
    <div className="inbox-page">
      <Inbox initial={initial} reader="client" />
    </div>
  );
}
