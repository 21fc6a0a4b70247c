import type { ObjectId } from 'mongodb';
import { staffNamesOf } from '../auth/staff-names';
import { HOUR_MS } from '../calendar';
import { findClientById } from '../clients/find-client';
import { inTransaction, type Database } from '../db/client';
import { isDuplicateKey } from '../db/duplicate-key';
import { newId } from '../db/ids';
import { formatDay, formatDuration, formatTime } from '../i18n/format';
import { translator } from '../i18n/translate';
import { notify } from '../notifications/notify';
import { paths } from '../paths';
import { type AppointmentDocument, appointments, reminders } from './documents';
import { dueReminder, FURTHEST_HOURS } from './rules';

/** The two people of an appointment, each with who they meet and where they read it. */
async function peopleOf(
  db: Database,
  appointment: AppointmentDocument,
): Promise<{ accountId: ObjectId; meets: string; href: string }[]> {
  const [file, staff] = await Promise.all([
    findClientById(db, appointment.clientId),
    staffNamesOf(db, [appointment.couturierId]),
  ]);
  const href = paths.atelier.appointment(appointment._id.toHexString());
  const couturier = staff.get(appointment.couturierId.toHexString()) ?? '';
  return [
    { accountId: appointment.couturierId, meets: file?.name ?? '', href },
    ...(file?.accountId ? [{ accountId: file.accountId, meets: couturier, href: paths.account.appointments }] : []),
  ];
}

/**
 * Reminds both people of one hour, in one transaction with the note that it was done.
 * @returns false when another process did it, or the appointment changed meanwhile
 */
async function remind(db: Database, appointment: AppointmentDocument, before: number, now: Date): Promise<boolean> {
  const people = await peopleOf(db, appointment);
  const { _id, start, kind, minutes } = appointment;
  try {
    return await inTransaction(db, async (session) => {
      // Touched, not only read: a cancelling at this very moment collides with it, and one of the two is run again.
      const still = await appointments(db).updateOne(
        { _id, start, status: 'confirmed' },
        { $set: { remindedAt: now } },
        { session },
      );
      if (still.matchedCount === 0) return false;
      await reminders(db).insertOne({ _id: newId(), appointmentId: _id, start, before, sentAt: now }, { session });
      for (const { accountId, meets, href } of people)
        await notify(
          db,
          {
            accountId,
            clientId: appointment.clientId,
            kind: 'appointment',
            title: (locale) => {
              const t = translator(locale, 'calendar');
              const what = t(`kinds.${kind}`).toLocaleLowerCase(locale);
              const when = { kind: what, day: formatDay(locale, start), time: formatTime(locale, start) };
              return t(before === FURTHEST_HOURS ? 'reminder.day' : 'reminder.soon', when);
            },
            text: (locale) =>
              translator(locale, 'calendar')('reminder.text', { name: meets, duration: formatDuration(minutes) }),
            href,
            mail: 'now',
          },
          session,
          now,
        );
      return true;
    });
  } catch (error) {
    if (isDuplicateKey(error)) return false;
    throw error;
  }
}

/**
 * Sends the reminders that are due: a day and two hours before, once each, of confirmed hours only. What could not leave in
 * its time (the house was down) is left out rather than sent late.
 * @returns how many hours people were reminded of
 */
export async function sendReminders(db: Database, now = new Date()): Promise<number> {
  const soon = await appointments(db)
    .find({ status: 'confirmed', start: { $gt: now, $lte: new Date(now.getTime() + FURTHEST_HOURS * HOUR_MS) } })
    .sort({ start: 1, _id: 1 })
    .toArray();
  const due = soon.flatMap((appointment) => {
    const before = dueReminder(appointment, now);
    return before === undefined ? [] : [{ appointment, before }];
  });
  if (due.length === 0) return 0;
  const known = await reminders(db)
    .find({ appointmentId: { $in: due.map(({ appointment }) => appointment._id) } })
    .toArray();
  let sent = 0;
  for (const { appointment, before } of due) {
    const done = known.some(
      (one) =>
        one.appointmentId.equals(appointment._id) &&
        one.before === before &&
        one.start.getTime() === appointment.start.getTime(),
    );
    if (!done && (await remind(db, appointment, before, now))) sent += 1;
  }
  return sent;
}
