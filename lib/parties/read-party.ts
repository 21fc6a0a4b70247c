import type { StaffActor } from '../actor';
import type { Database } from '../db/client';
import { toId } from '../db/ids';
import { notFound } from '../errors';
import { parties } from './documents';
import { toParty } from './dto';
import type { PartyDto } from './schemas';
import { surroundingsOf } from './surroundings';

/**
 * One party with everybody in it, as their orders are now.
 * @throws AppError not_found.
 */
export async function readParty(db: Database, _actor: StaffActor, id: string): Promise<PartyDto> {
  const party = await parties(db).findOne({ _id: toId(id) });
  if (!party) throw notFound();
  return toParty(party, await surroundingsOf(db, party));
}
