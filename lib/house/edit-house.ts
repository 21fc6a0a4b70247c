import type { ObjectId } from 'mongodb';
import type { StaffActor } from '../actor';
import { recordAct } from '../audit/record-act';
import { type Database, inTransaction } from '../db/client';
import { toId } from '../db/ids';
import { AppError, notFound } from '../errors';
import { describeChanges } from './describe-changes';
import { type HouseSettings, house } from './documents';
import { toStaffHouse } from './dto';
import { getHouse } from './get-house';
import type { HouseDto, EditHouseInput } from './schemas';

const KEPT_CHANGES = 100;

/**
 * Changes the settings that are given, and notes who changed what.
 * @param hasSums whether sums are kept in the house's currency already: nothing may reprice them
 * @param hasSecondKey whether the acting owner has a second key
 * @param worksHere whether an account is of the staff; who has left stays named where they are named already
 * @throws AppError forbidden for anyone but the owner; not_found for clients' words about nobody of the house; currency_in_use; second_key_required; stale_version with the present document in `current`.
 */
export async function editHouse(
  db: Database,
  actor: StaffActor,
  input: EditHouseInput,
  hasSums: (db: Database) => Promise<boolean>,
  hasSecondKey: (db: Database) => Promise<boolean>,
  worksHere: (db: Database, id: ObjectId) => Promise<boolean>,
): Promise<HouseDto> {
  if (actor.role !== 'owner') throw new AppError('forbidden');
  const { version, ...given } = input;
  const settings: Partial<HouseSettings> = given;
  const before = await getHouse(db);
  if (given.currency !== undefined && given.currency !== before.currency && (await hasSums(db)))
    throw new AppError('currency_in_use', { values: { currency: before.currency } });
  // Whoever asks it of the others goes first, or nobody could come in to take it back.
  if (given.secondKeyRequired && !(await hasSecondKey(db))) throw new AppError('second_key_required');
  const named = new Set(before.clientWords.map(({ couturierId }) => couturierId));
  for (const { couturierId } of given.clientWords ?? [])
    if (couturierId && !named.has(couturierId) && !(await worksHere(db, toId(couturierId)))) throw notFound();
  const now = new Date();
  const changes = describeChanges(before, settings).map((change) => ({
    ...change,
    at: now,
    by: actor.id,
    byName: actor.name,
  }));
  const after = await inTransaction(db, async (session) => {
    const written = await house(db).findOneAndUpdate(
      { _id: 'house', version },
      {
        $set: { ...settings, updatedAt: now },
        $inc: { version: 1 },
        $push: { changes: { $each: changes, $position: 0, $slice: KEPT_CHANGES } },
      },
      { returnDocument: 'after', session },
    );
    if (written && changes.length > 0)
      await recordAct(
        db,
        { kind: 'settingsChanged', by: actor.id, detail: { paths: changes.slice(0, 20).map(({ path }) => path) } },
        session,
      );
    return written;
  });
  if (!after) throw new AppError('stale_version', { extra: { current: toStaffHouse(await getHouse(db)) } });
  return toStaffHouse(after);
}
