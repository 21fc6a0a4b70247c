import type { ClientSession, ObjectId } from 'mongodb';
import type { ClientActor, Locale, StaffActor } from '../actor';
import { isClient } from '../actor';
import { DAY_MS } from '../calendar';
import { inTransaction, type Database } from '../db/client';
import { newId, toId } from '../db/ids';
import { AppError, notFound } from '../errors';
import { translator } from '../i18n/translate';
import { clients, type MeasurementSetDocument, measurementSets } from './documents';
import { toMeasurementSet, toWarning, type MeasurementSetDto } from './measurement-dto';
import { findWarnings, latestKnown } from './measurement-rules';
import type { AddMeasurementsInput, MeasurementKind } from './measurement-schemas';

/** Sets older than the last twenty say nothing about a sudden change. */
const HISTORY = 20;
/** A tape cannot be held tomorrow; a day of slack for clocks and time zones. */
const FUTURE_SLACK_MS = DAY_MS;

/**
 * Adds a measurement set to a client's history; a set is never changed afterwards.
 * @param input.clientId the client file; a client may only name their own
 * @throws AppError not_found; validation_failed for a date in the future; measurement_warnings with the list in
 * `warnings` when something is unusual and was not confirmed.
 */
export async function addMeasurements(
  db: Database,
  actor: StaffActor | ClientActor,
  input: AddMeasurementsInput & { clientId: string },
  locale: Locale,
): Promise<MeasurementSetDto> {
  const clientId = toId(input.clientId);
  if (isClient(actor) && !actor.clientId.equals(clientId)) throw notFound();
  const now = new Date();
  const takenAt = input.takenAt ?? now;
  if (takenAt.getTime() > now.getTime() + FUTURE_SLACK_MS) throw futureDate(locale);
  return inTransaction(db, async (session) => {
    const file = await clients(db).findOne({ _id: clientId }, { session });
    if (!file) throw notFound();
    const earlier = await earlierSets(db, clientId, input.kind, takenAt, session);
    const warnings = findWarnings(input, latestKnown(earlier));
    if (warnings.length > 0 && !input.confirm)
      throw new AppError('measurement_warnings', {
        extra: { warnings: warnings.map((warning) => toWarning(warning, locale)) },
      });
    const { posture, values, custom, kind } = input;
    const set = await writeSet(
      db,
      { clientId, takenAt, takenBy: actor.id, kind, posture, values, custom, warnings },
      now,
      session,
    );
    return toMeasurementSet(set, { locale, names: new Map([[actor.id.toHexString(), actor.name]]), now });
  });
}

/** The sets of a body (or a garment) up to a moment, newest first, as far back as they say something. */
export const earlierSets = (
  db: Database,
  clientId: ObjectId,
  kind: MeasurementKind,
  until: Date,
  session: ClientSession,
): Promise<MeasurementSetDocument[]> =>
  measurementSets(db)
    .find({ clientId, kind, takenAt: { $lte: until } }, { session })
    .sort({ takenAt: -1, _id: -1 })
    .limit(HISTORY)
    .toArray();

/** Writes a set whose warnings were settled, and on the file when it was last measured. */
export async function writeSet(
  db: Database,
  set: Omit<MeasurementSetDocument, '_id' | 'createdAt' | 'updatedAt'>,
  now: Date,
  session: ClientSession,
): Promise<MeasurementSetDocument> {
  const document: MeasurementSetDocument = { _id: newId(), ...set, createdAt: now, updatedAt: now };
  await measurementSets(db).insertOne(document, { session });
  // Without a new version: somebody editing the address meanwhile has no conflict with this.
  await clients(db).updateOne(
    { _id: set.clientId },
    { $max: { lastMeasuredAt: set.takenAt }, $set: { updatedAt: now } },
    { session },
  );
  return document;
}

function futureDate(locale: Locale): AppError {
  const message = translator(locale, 'errors')('fields.future');
  return new AppError('validation_failed', { errors: [{ path: 'takenAt', code: 'future', message }] });
}
