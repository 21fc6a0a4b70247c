import type { ObjectId } from 'mongodb';
import type { Database } from '../db/client';
import { type AccountDocument, accounts } from './documents';
import { toCouturier } from './dto';
import type { CouturierDto } from './schemas';

const SHOWN = 200;
const PUBLIC = { role: { $in: ['couturier', 'owner'] as ('couturier' | 'owner')[] }, disabled: false };

/** What the public profile is made of: neither the hash of a password nor an address is so much as read for it. */
const READ = { name: 1, profile: 1 } as const;
type PublicAccount = Pick<AccountDocument, '_id' | keyof typeof READ>;

/** Everyone who sews here, in the order they joined. */
export async function listCouturiers(db: Database): Promise<CouturierDto[]> {
  const staff = await accounts(db)
    .find<PublicAccount>(PUBLIC, { projection: READ })
    .sort({ createdAt: 1, _id: 1 })
    .limit(SHOWN)
    .toArray();
  return staff.map((person) => toCouturier(person));
}

/** One public profile; `null` for anyone who is not (any more) of the staff. */
export async function findCouturier(db: Database, id: ObjectId): Promise<CouturierDto | null> {
  const account = await accounts(db).findOne<PublicAccount>({ _id: id, ...PUBLIC }, { projection: READ });
  return account && toCouturier(account);
}
