import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations, setRequestLocale } from 'next-intl/server';
import { ConversationScreen } from '@/components/chat/conversation-screen';
import { isLocale } from '@/lib/i18n/config';
import { paths } from '@/lib/paths';
import { conversationPage } from '@/lib/web/conversation-page';
import { requireStaff } from '@/lib/web/page-actor';

interface Props {
  params: Promise<{ locale: string; id: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  if (!isLocale(locale)) return {};
  const t = await getTranslations({ locale, namespace: 'chat' });
  return { title: t('title') };
}

/** One thread of the couturier's, and what they need to know beside it. */
export default async function AtelierConversationPage({ params }: Props) {
  const { locale, id } = await params;
  if (!isLocale(locale)) notFound();
  setRequestLocale(locale);
  const actor = await requireStaff(locale, paths.atelier.conversation(id));
  const page = await conversationPage(actor, id);
  return <ConversationScreen key={id} {...page} reader="couturier" isOwner={actor.role === 'owner'} />;
}
