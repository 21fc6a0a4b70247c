import type { Metadata } from 'next';
import { getTranslations, setRequestLocale } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { TasksPage } from '@/components/tasks/tasks-page';
import { appDatabase } from '@/lib/db/client';
import { isLocale } from '@/lib/i18n/config';
import { paths } from '@/lib/paths';
import { listBoard } from '@/lib/tasks/list-tasks';
import { taskChoices } from '@/lib/tasks/task-choices';
import { requireStaff } from '@/lib/web/page-actor';

interface Props {
  params: Promise<{ locale: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  if (!isLocale(locale)) return {};
  const t = await getTranslations({ locale, namespace: 'tasks' });
  return { title: t('title') };
}

export default async function Page({ params }: Props) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  setRequestLocale(locale);
  const actor = await requireStaff(locale, paths.atelier.tasks);
  const db = appDatabase();
  const [initial, choices] = await Promise.all([listBoard(db, actor), taskChoices(db, actor)]);
  return <TasksPage initial={initial} choices={choices} now={new Date().toISOString()} />;
}
