import type { StaffActor } from '../actor';
import type { Database } from '../db/client';
import { newId } from '../db/ids';
import { requireCouturier } from '../orders/choose-couturier';
import { type PartyDocument, parties } from './documents';
import { toParty } from './dto';
import type { CreatePartyInput, PartyDto } from './schemas';
import { surroundingsOf } from './surroundings';

/**
 * Opens a party without anybody in it yet.
 * @throws AppError not_found for a couturier who does not work here.
 */
export async function createParty(db: Database, actor: StaffActor, input: CreatePartyInput): Promise<PartyDto> {
  const { name, kind, day, place, note, measuresBy } = input;
  const now = new Date();
  const party: PartyDocument = {
    _id: newId(),
    name,
    kind,
    day,
    ...(place ? { place } : {}),
    ...(note ? { note } : {}),
    ...(measuresBy ? { measuresBy } : {}),
    couturierId: input.couturierId === undefined ? actor.id : (await requireCouturier(db, input.couturierId)).id,
    days: [],
    payers: [],
    members: [],
    lastN: 0,
    version: 1,
    createdAt: now,
    updatedAt: now,
  };
  await parties(db).insertOne(party);
  return toParty(party, await surroundingsOf(db, party));
}
