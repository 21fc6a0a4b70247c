import { jsonEntry } from '../archive-entry';
import type { Traces } from '../traces';
import { appointments, reminders } from './documents';
import { toAppointments } from './dto';

/** Appointments, and the note that somebody was reminded of them. */
export const appointmentTraces: Traces = {
  fields: { appointments: ['clientId'] },
  erase: async (db, { clientId, session }) => {
    const slots = await appointments(db)
      .find({ clientId }, { session, projection: { _id: 1 } })
      .toArray();
    await reminders(db).deleteMany({ appointmentId: { $in: slots.map(({ _id }) => _id) } }, { session });
    await appointments(db).deleteMany({ clientId }, { session });
  },
  export: async function* (db, { actor: { clientId } }) {
    const slots = await appointments(db).find({ clientId }).sort({ start: 1 }).toArray();
    yield jsonEntry('appointments.json', await toAppointments(db, slots));
  },
  move: async (db, { from, into, now, session }) => {
    await appointments(db).updateMany(
      { clientId: from.clientId },
      { $set: { clientId: into.clientId, updatedAt: now }, $inc: { version: 1 } },
      { session },
    );
  },
  using: (db, ids, session) => appointments(db).distinct('clientId', { clientId: { $in: [...ids] } }, { session }),
  count: async (db, clientId) => ({ appointments: await appointments(db).countDocuments({ clientId }) }),
};
