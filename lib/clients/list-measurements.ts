import { type Filter, ObjectId } from 'mongodb';
import { type ClientActor, isClient, type Locale, type StaffActor } from '../actor';
import { accounts } from '../auth/documents';
import type { Database } from '../db/client';
import { toId } from '../db/ids';
import { AppError, notFound } from '../errors';
import { decodeCursor, type Page, toPage } from '../pagination';
import { clients, type MeasurementSetDocument, measurementSets } from './documents';
import { type MeasurementSetDto, toMeasurementSet } from './measurement-dto';
import type { ListMeasurementsQuery } from './measurement-schemas';

function before(cursor: string): Filter<MeasurementSetDocument> {
  const [at, id] = decodeCursor(cursor) ?? [];
  if (typeof at !== 'number' || typeof id !== 'string' || !ObjectId.isValid(id)) throw new AppError('invalid_request');
  const takenAt = new Date(at);
  return { $or: [{ takenAt: { $lt: takenAt } }, { takenAt, _id: { $lt: new ObjectId(id) } }] };
}

/** Who held the tape, by hex id. */
async function takersOf(db: Database, sets: readonly MeasurementSetDocument[]): Promise<Map<string, string>> {
  if (sets.length === 0) return new Map();
  const people = await accounts(db)
    .find({ _id: { $in: sets.map((set) => set.takenBy) } }, { projection: { name: 1 } })
    .toArray();
  return new Map(people.map((person) => [person._id.toHexString(), person.name]));
}

/**
 * A client's measurement history, newest first.
 * @throws AppError not_found for a file that is not there or not the caller's.
 */
export async function listMeasurements(
  db: Database,
  actor: StaffActor | ClientActor,
  input: ListMeasurementsQuery & { clientId: string },
  locale: Locale,
): Promise<Page<MeasurementSetDto>> {
  const clientId = toId(input.clientId);
  if (isClient(actor) && !actor.clientId.equals(clientId)) throw notFound();
  if (!(await clients(db).findOne({ _id: clientId }, { projection: { _id: 1 } }))) throw notFound();
  const rows = await measurementSets(db)
    .find({
      clientId,
      ...(input.kind ? { kind: input.kind } : {}),
      ...(input.cursor ? before(input.cursor) : {}),
    })
    .sort({ takenAt: -1, _id: -1 })
    .limit(input.limit + 1)
    .toArray();
  const names = await takersOf(db, rows);
  return toPage(
    rows,
    input.limit,
    (row) => toMeasurementSet(row, { locale, names }),
    (row) => [row.takenAt.getTime(), row._id.toHexString()],
  );
}
