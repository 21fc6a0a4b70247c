import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations, setRequestLocale } from 'next-intl/server';
import { NotificationPage } from '@/components/notifications/notification-page';
import { appDatabase } from '@/lib/db/client';
import { isLocale } from '@/lib/i18n/config';
import { listNotifications } from '@/lib/notifications/list-notifications';
import { paths } from '@/lib/paths';
import { requireClient } from '@/lib/web/page-actor';

interface Props {
  params: Promise<{ locale: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  if (!isLocale(locale)) return {};
  const t = await getTranslations({ locale, namespace: 'notifications' });
  return { title: t('title') };
}

/** The bell as a page. */
export default async function ClientNotificationsPage({ params }: Props) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  setRequestLocale(locale);
  const actor = await requireClient(locale, paths.account.notifications);
  const initial = await listNotifications(appDatabase(), actor, { limit: 50, locale });
  return <NotificationPage initial={initial} />;
}
