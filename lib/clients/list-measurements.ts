import { type ClientActor, isClient, type Locale, type StaffActor } from '../actor';
import { accounts } from '../auth/documents';
import type { Database } from '../db/client';
import { toId } from '../db/ids';
import { keyset, readPage } from '../db/keyset';
import { notFound } from '../errors';
import type { Page } from '../pages';
import { clients, type MeasurementSetDocument, measurementSets } from './documents';
import { type MeasurementSetDto, toMeasurementSet } from './measurement-dto';
import type { ListMeasurementsQuery } from './measurement-schemas';

const NEWEST = keyset<MeasurementSetDocument>(['takenAt', -1, 'date']);

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
  const filter = { clientId, ...(input.kind ? { kind: input.kind } : {}) };
  const { rows, nextCursor } = await readPage(measurementSets(db), filter, NEWEST, input);
  const names = await takersOf(db, rows);
  return { items: rows.map((row) => toMeasurementSet(row, { locale, names })), nextCursor };
}
