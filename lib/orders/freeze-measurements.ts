import type { ClientSession, ObjectId } from 'mongodb';
import { latestMeasurements } from '../clients/latest-measurements';
import type { Database } from '../db/client';
import type { MeasurementSnapshot } from './documents';

/** A copy of the client's newest measurements: later sets never change what an order was cut after. */
export async function freezeMeasurements(
  db: Database,
  clientId: ObjectId,
  now: Date,
  session: ClientSession,
): Promise<MeasurementSnapshot | undefined> {
  const set = await latestMeasurements(db, clientId, session);
  if (!set) return undefined;
  const values = Object.entries(set.values).filter((entry): entry is [string, number] => entry[1] !== undefined);
  return {
    setId: set._id,
    takenAt: set.takenAt,
    kind: set.kind,
    ...(set.posture ? { posture: set.posture } : {}),
    values: Object.fromEntries(values),
    custom: set.custom.map(({ label, value }) => ({ label, value })),
    frozenAt: now,
  };
}
