import type { Actor } from '../actor';
import type { Database } from '../db/client';
import { notFound } from '../errors';
import { accounts } from './documents';
import { toMe } from './dto';
import type { MeDto } from './schemas';

/** My own account. */
export async function getMe(db: Database, actor: Pick<Actor, 'id'>): Promise<MeDto> {
  const account = await accounts(db).findOne({ _id: actor.id });
  if (!account) throw notFound();
  return toMe(account);
}
