import type { Metadata } from 'next';
import { getTranslations, setRequestLocale } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { SettingsPage } from '@/components/settings/settings-page';
import { getMe } from '@/lib/auth/get-me';
import { listSessions } from '@/lib/auth/list-sessions';
import { appDatabase } from '@/lib/db/client';
import { isLocale } from '@/lib/i18n/config';
import { paths } from '@/lib/paths';
import { readSecondKeys } from '@/lib/second-keys/change-keys';
import { requireStaff } from '@/lib/web/page-actor';

interface Props {
  params: Promise<{ locale: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  if (!isLocale(locale)) return {};
  const t = await getTranslations({ locale, namespace: 'settings' });
  return { title: t('meta') };
}

export default async function Page({ params }: Props) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  setRequestLocale(locale);
  const actor = await requireStaff(locale, paths.atelier.settings, { beforeSecondKey: true });
  const db = appDatabase();
  const [me, sessions, secondKeys] = await Promise.all([
    getMe(db, actor),
    listSessions(db, actor),
    readSecondKeys(db, actor),
  ]);
  return <SettingsPage me={me} sessions={sessions} secondKeys={secondKeys} />;
}
