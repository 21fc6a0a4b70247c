import { type Actor, isStaff } from '../actor';
import type { Database } from '../db/client';
import { toPublicHouse, toStaffHouse } from './dto';
import { getHouse } from './get-house';
import type { HouseDto } from './schemas';

/** What this person may read of the house: everyone the public part, the staff all of it. */
export async function readHouse(db: Database, actor: Actor | null): Promise<HouseDto> {
  const document = await getHouse(db);
  return actor && isStaff(actor) ? toStaffHouse(document) : toPublicHouse(document);
}
