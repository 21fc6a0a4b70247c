import type { ClientSession, ObjectId } from 'mongodb';
import { type Actor, isStaff } from '../actor';
import { findClientById } from '../clients/find-client';
import type { Database } from '../db/client';
import { formatDay, formatTime } from '../i18n/format';
import { translator } from '../i18n/translate';
import { notify } from '../notifications/notify';
import { paths } from '../paths';
import type { AppointmentDocument } from './documents';

export type AppointmentNews = 'proposed' | 'booked' | 'moved' | 'confirmed' | 'cancelled';

async function receiver(
  db: Database,
  actor: Actor,
  appointment: AppointmentDocument,
  session: ClientSession,
): Promise<{ accountId: ObjectId; href: string } | null> {
  if (!isStaff(actor))
    return { accountId: appointment.couturierId, href: paths.atelier.appointment(appointment._id.toHexString()) };
  const file = await findClientById(db, appointment.clientId, session);
  return file?.accountId ? { accountId: file.accountId, href: paths.account.appointments } : null;
}

/** Tells the other person of the appointment what has just been done; in the same transaction. */
export async function tellOther(
  db: Database,
  actor: Actor,
  news: AppointmentNews,
  appointment: AppointmentDocument,
  session: ClientSession,
): Promise<void> {
  const to = await receiver(db, actor, appointment, session);
  if (!to || to.accountId.equals(actor.id)) return;
  await notify(
    db,
    {
      accountId: to.accountId,
      clientId: appointment.clientId,
      kind: 'appointment',
      title: (locale) => translator(locale, 'calendar')(`news.${news}`, { name: actor.name }),
      text: (locale) => {
        const t = translator(locale, 'calendar');
        const when = { day: formatDay(locale, appointment.start), time: formatTime(locale, appointment.start) };
        return t('news.text', { kind: t(`kinds.${appointment.kind}`), ...when });
      },
      href: to.href,
      asks: news === 'proposed',
      group: `appointment:${appointment._id.toHexString()}`,
      mailAgain: true,
    },
    session,
  );
}
