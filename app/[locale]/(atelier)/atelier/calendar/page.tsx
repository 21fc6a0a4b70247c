import { CalendarPage } from '@/components/appointments/calendar-page';
import { listCouturiers } from '@/lib/auth/list-couturiers';
import { getCalendar } from '@/lib/dashboard/get-calendar';
import { appDatabase } from '@/lib/db/client';
import { paths } from '@/lib/paths';
import { requireStaff } from '@/lib/web/page-actor';
import { pageParams, pageTitle } from '@/lib/web/page-params';

interface Props {
  params: Promise<{ locale: string }>;
  searchParams: Promise<{ week?: string | string[] }>;
}

export const generateMetadata = pageTitle('common', 'nav.calendar');

/** A day somebody typed into the address; anything else is this week. */
const dayOf = (week: string | string[] | undefined): string | undefined =>
  typeof week === 'string' && /^20\d{2}-\d{2}-\d{2}$/.test(week) && !Number.isNaN(Date.parse(week)) ? week : undefined;

export default async function Page({ params, searchParams }: Props) {
  const [{ locale }, { week }] = await Promise.all([pageParams(params), searchParams]);
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
