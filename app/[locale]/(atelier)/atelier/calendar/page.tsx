import { CalendarPage } from '@/components/appointments/calendar-page';
import type { StaffActor } from '@/lib/actor';
import type { AppointmentDto } from '@/lib/appointments/dto';
import { readAppointment } from '@/lib/appointments/list-appointments';
import { listCouturiers } from '@/lib/auth/list-couturiers';
import { getCalendar } from '@/lib/dashboard/get-calendar';
import { appDatabase, type Database } from '@/lib/db/client';
import { AppError } from '@/lib/errors';
import { dayKey } from '@/lib/i18n/format';
import { paths } from '@/lib/paths';
import { requireStaff } from '@/lib/web/page-actor';
import { pageParams, pageTitle } from '@/lib/web/page-params';

interface Props {
  params: Promise<{ locale: string }>;
  searchParams: Promise<{ week?: string | string[]; appointment?: string | string[] }>;
}

export const generateMetadata = pageTitle('common', 'nav.calendar');

/** A day somebody typed into the address; anything else is this week. */
const dayOf = (week: string | string[] | undefined): string | undefined =>
  typeof week === 'string' && /^20\d{2}-\d{2}-\d{2}$/.test(week) && !Number.isNaN(Date.parse(week)) ? week : undefined;

/** The appointment that a link names; one that is no longer there leaves the calendar as it is. */
async function find(db: Database, actor: StaffActor, id: string): Promise<AppointmentDto | undefined> {
  try {
    return await readAppointment(db, actor, id);
  } catch (error) {
    if (error instanceof AppError && error.code === 'not_found') return undefined;
    throw error;
  }
}

export default async function Page({ params, searchParams }: Props) {
  const [{ locale }, { week, appointment }] = await Promise.all([pageParams(params), searchParams]);
  const actor = await requireStaff(locale, paths.atelier.calendar);
  const db = appDatabase();
  const wanted = typeof appointment === 'string' ? await find(db, actor, appointment) : undefined;
  const [{ appointments, ...calendar }, staff] = await Promise.all([
    getCalendar(db, actor, wanted ? dayKey(wanted.start) : dayOf(week)),
    listCouturiers(db),
  ]);
  const choices = {
    me: actor.id.toHexString(),
    staff: staff.map(({ id, name }) => ({ id, name })),
  };
  return (
    <CalendarPage
      key={`${calendar.monday} ${wanted?.id}`}
      calendar={calendar}
      initial={appointments}
      choices={choices}
      wanted={wanted}
    />
  );
}
