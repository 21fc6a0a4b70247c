import type { ClientActor, Locale, StaffActor } from '../actor';
import { isClient } from '../actor';
import { inTransaction, type Database } from '../db/client';
import { newId, toId } from '../db/ids';
import { AppError, notFound } from '../errors';
import { translator } from '../i18n/translate';
import { clients, type MeasurementSetDocument, measurementSets } from './documents';
import { toMeasurementSet, toWarning, type MeasurementSet } from './measurement-dto';
import { findWarnings, latestKnown } from './measurement-rules';
import type { MeasurementInput } from './measurement-schemas';

/** Sets older than the last twenty say nothing about a sudden change. */
const HISTORY = 20;
/** A tape cannot be held tomorrow; a day of slack for clocks and time zones. */
const FUTURE_SLACK_MS = 24 * 60 * 60 * 1000;

/**
 * Adds a measurement set to a client's history; a set is never changed afterwards.
 * @param input.clientId the client file; a client may only name their own
 * @throws AppError not_found; validation_failed for a date in the future; measurement_warnings with the list in
 * `warnings` when something is unusual and was not confirmed.
 */
export async function addMeasurements(
  db: Database,
  actor: StaffActor | ClientActor,
  input: MeasurementInput & { clientId: string },
  locale: Locale,
): Promise<MeasurementSet> {
  const clientId = toId(input.clientId);
  if (isClient(actor) && !actor.clientId.equals(clientId)) throw notFound();
  const now = new Date();
  const takenAt = input.takenAt ?? now;
  if (takenAt.getTime() > now.getTime() + FUTURE_SLACK_MS) throw futureDate(locale);
  return inTransaction(db, async (session) => {
    const file = await clients(db).findOne({ _id: clientId }, { session });
    if (!file) throw notFound();
    const earlier = await measurementSets(db)
      .find({ clientId, kind: input.kind, takenAt: { $lte: takenAt } }, { session })
      .sort({ takenAt: -1, _id: -1 })
      .limit(HISTORY)
      .toArray();
    const warnings = findWarnings(input, latestKnown(earlier));
    if (warnings.length > 0 && !input.confirm)
      throw new AppError('measurement_warnings', {
        extra: { warnings: warnings.map((warning) => toWarning(warning, locale)) },
      });
    const set: MeasurementSetDocument = {
      _id: newId(),
      clientId,
      takenAt,
      takenBy: actor.id,
      kind: input.kind,
      posture: input.posture,
      values: input.values,
      custom: input.custom,
      warnings,
      createdAt: now,
      updatedAt: now,
    };
    await measurementSets(db).insertOne(set, { session });
    // Without a new version: somebody editing the address meanwhile has no conflict with this.
    await clients(db).updateOne(
      { _id: clientId },
      { $max: { lastMeasuredAt: takenAt }, $set: { updatedAt: now } },
      { session },
    );
    return toMeasurementSet(set, { locale, names: new Map([[actor.id.toHexString(), actor.name]]), now });
  });
}

function futureDate(locale: Locale): AppError {
  const message = translator(locale, 'errors')('fields.future');
  return new AppError('validation_failed', { errors: [{ path: 'takenAt', code: 'future', message }] });
}
