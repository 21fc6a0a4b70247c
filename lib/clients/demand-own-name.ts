import { accounts } from '../auth/documents';
import type { Database } from '../db/client';
import { AppError } from '../errors';
import { getHouse } from '../house/get-house';
import { foldText } from '../text';

const letters = (name: string): string => foldText(name).replace(/[^\p{L}\p{N}]/gu, '');

/**
 * A client goes by a name of their own: who works here, and the house itself, could otherwise be played in front of the
 * staff (« Inès Haddad vous a écrit »).
 * @throws AppError name_reserved for the name of a member of the staff or of the house, however it is spelt.
 */
export async function demandOwnName(db: Database, name: string): Promise<void> {
  const [house, staff] = await Promise.all([
    getHouse(db),
    accounts(db)
      .find({ role: { $in: ['couturier', 'owner'] } }, { projection: { name: 1 } })
      .toArray(),
  ]);
  const taken = new Set([house.name, 'FashionFlow', ...staff.map((one) => one.name)].map(letters));
  if (taken.has(letters(name))) throw new AppError('name_reserved');
}
