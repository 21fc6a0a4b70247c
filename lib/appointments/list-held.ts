import type { ObjectId } from 'mongodb';
import type { Database } from '../db/client';
import { appointments } from './documents';
import { type AppointmentDto, toAppointments } from './dto';
import { HOLDING } from './rules';
import { LONGEST_MINUTES } from './words';

/** The hours of one couturier that are taken between two moments, earliest first; for use cases that plan a day. */
export async function listHeld(db: Database, couturierId: ObjectId, from: Date, to: Date): Promise<AppointmentDto[]> {
  const rows = await appointments(db)
    .find({
      couturierId,
      status: { $in: [...HOLDING] },
      start: { $gt: new Date(from.getTime() - LONGEST_MINUTES * 60_000), $lt: to },
    })
    .sort({ start: 1, _id: 1 })
    .toArray();
  return toAppointments(
    db,
    rows.filter((row) => row.start.getTime() + row.minutes * 60_000 > from.getTime()),
  );
}
