import type { Metadata } from 'next';
import { getTranslations, setRequestLocale } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { CalendarPage } from '@/components/appointments/calendar-page';
import { listCouturiers } from '@/lib/auth/list-couturiers';
import { getCalendar } from '@/lib/dashboard/get-calendar';
import { appDatabase } from '@/lib/db/client';
import { isLocale } from '@/lib/i18n/config';
import { paths } from '@/lib/paths';
import { requireStaff } from '@/lib/web/page-actor';

interface Props {
  params: Promise<{ locale: string }>;
  searchParams: Promise<{ week?: string | string[] }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  if (!isLocale(locale)) return {};
  const t = await getTranslations({ locale, namespace: 'common' });
  return { title: t('nav.calendar') };
}

/** A day somebody typed into the address; anything else is this week. */
const dayOf = (week: string | string[] | undefined): string | undefined =>
  typeof week === 'string' && /^20\d{2}-\d{2}-\d{2}$/.test(week) && !Number.isNaN(Date.parse(week)) ? week : undefined;

export default async function Page({ params, searchParams }: Props) {
  const [{ locale }, { week }] = await Promise.all([params, searchParams]);
  if (!isLocale(locale)) notFound();
  setRequestLocale(locale);
  const actor = await requireStaff(locale, paths.atelier.calendar);
  const db = appDatabase();
  const [{ appointments, ...calendar }, staff] = await Promise.all([
    getCalendar(db, actor, dayOf(week)),
    listCouturiers(db),
  ]);
  const choices = {
    me: actor.id.toHexString(),
    staff: staff.map(({ id, name }) => ({ id, name })),
  };
  return <CalendarPage key={calendar.monday} calendar={calendar} initial={appointments} choices={choices} />;
}
