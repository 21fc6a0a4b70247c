import type { Database } from '../db/client';
import { appointments } from './documents';
import { endOf } from './rules';
import type { AppointmentKind } from './words';
import { LONGEST_MINUTES } from './words';

/** What somebody is at, and the ISO moment it ends. */
export interface Busy {
  kind: AppointmentKind;
  until: string;
}

/** Who of the staff is with somebody at this moment, by couturier id. Only what was agreed counts. */
export async function listBusy(db: Database, now = new Date()): Promise<Map<string, Busy>> {
  const begun = { $gt: new Date(now.getTime() - LONGEST_MINUTES * 60_000), $lte: now };
  const rows = await appointments(db).find({ status: 'confirmed', start: begun }).sort({ start: 1, _id: 1 }).toArray();
  return new Map(
    rows
      .filter((row) => endOf(row) > now)
      .map((row) => [row.couturierId.toHexString(), { kind: row.kind, until: endOf(row).toISOString() }]),
  );
}
