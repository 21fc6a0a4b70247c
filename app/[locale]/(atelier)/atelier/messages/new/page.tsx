import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations, setRequestLocale } from 'next-intl/server';
import { NewAtelierConversation } from '@/components/chat/new-atelier-conversation';
import { listClients } from '@/lib/clients/list-clients';
import { appDatabase } from '@/lib/db/client';
import { isLocale } from '@/lib/i18n/config';
import { paths } from '@/lib/paths';
import { requireStaff } from '@/lib/web/page-actor';

interface Props {
  params: Promise<{ locale: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  if (!isLocale(locale)) return {};
  const t = await getTranslations({ locale, namespace: 'chat' });
  return { title: t('newConversation') };
}

/** The couturier chooses a client; the pair's conversation opens, new or not. */
export default async function NewAtelierConversationPage({ params, searchParams }: Props) {
  const [{ locale }, { clientId }] = await Promise.all([params, searchParams]);
  if (!isLocale(locale)) notFound();
  setRequestLocale(locale);
  const actor = await requireStaff(locale, paths.atelier.newConversation);
  const { items } = await listClients(appDatabase(), actor, { limit: 100 });
  return <NewAtelierConversation clients={items} wanted={typeof clientId === 'string' ? clientId : undefined} />;
}
