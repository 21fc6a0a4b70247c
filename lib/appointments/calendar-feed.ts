import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator';
import { findCalendarOwner } from '../auth/calendar-address';
import { daysLater } from '../calendar';
import { cleanText } from '../clean-text';
import type { Database } from '../db/client';
import { notFound } from '../errors';
import { getHouse } from '../house/get-house';
import { translator } from '../i18n/translate';
import { publicUrl } from '../mail/public-url';
import { paths } from '../paths';
import { appointments } from './documents';
import { toAppointments } from './dto';
import type { AppointmentStatus } from './words';

/** How far back the feed reaches; ahead it has no end. */
const BACK_DAYS = 90;
const MOST = 1000;
const REFRESH_SECONDS = 15 * 60;

const STATUS: Record<AppointmentStatus, ICalEventStatus> = {
  proposed: ICalEventStatus.TENTATIVE,
  confirmed: ICalEventStatus.CONFIRMED,
  done: ICalEventStatus.CONFIRMED,
  cancelled: ICalEventStatus.CANCELLED,
};

/**
 * One person's appointments as iCalendar (RFC 5545), in their language: a client's own, a couturier's own. A proposed hour is
 * tentative; a cancelled one stays, cancelled, so that calendars that copied it take it off.
 * @throws AppError not_found for a secret that opens nothing.
 */
export async function calendarFeed(db: Database, secret: string, now = new Date()): Promise<string> {
  const owner = await findCalendarOwner(db, secret);
  if (!owner) throw notFound();
  const own = owner.role === 'client' ? { clientId: owner.clientId } : { couturierId: owner._id };
  const [rows, house] = await Promise.all([
    appointments(db)
      .find({ ...own, start: { $gte: daysLater(now, -BACK_DAYS) } })
      .sort({ start: 1, _id: 1 })
      .limit(MOST)
      .toArray(),
    getHouse(db),
  ]);
  const t = translator(owner.locale, 'calendar');
  const page = publicUrl(
    `/${owner.locale}${owner.role === 'client' ? paths.account.appointments : paths.atelier.calendar}`,
  );
  const calendar = ical({
    name: house.name,
    prodId: { company: 'FashionFlow', product: 'Appointments', language: owner.locale.toUpperCase() },
    method: ICalCalendarMethod.PUBLISH,
    ttl: REFRESH_SECONDS,
  });
  for (const one of await toAppointments(db, rows)) {
    const other = owner.role === 'client' ? one.couturierName : one.clientName;
    calendar.createEvent({
      id: `${one.id}@fashionflow`,
      summary: [t(`kinds.${one.kind}`), other].filter(Boolean).join(', '),
      start: new Date(one.start),
      end: new Date(one.end),
      status: STATUS[one.status],
      location: house.address || undefined,
      description: [one.order && `${one.order.title}, ${one.order.number}`, one.note && cleanText(one.note)]
        .filter(Boolean)
        .join('\n'),
      url: page,
      created: new Date(one.createdAt),
      lastModified: new Date(one.updatedAt),
      sequence: one.version,
    });
  }
  // A line of a calendar ends in CRLF, the last one too (RFC 5545).
  return `${calendar.toString().trimEnd()}\r\n`;
}
