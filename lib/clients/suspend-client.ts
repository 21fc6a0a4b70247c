import type { StaffActor } from '../actor';
import { admitAccount } from '../auth/admit-account';
import { type Database, inTransaction } from '../db/client';
import { toId } from '../db/ids';
import { AppError, notFound } from '../errors';
import { clients } from './documents';
import { type ClientDto, toClient } from './dto';
import type { SuspendClientInput } from './schemas';

/**
 * Suspends the account of a client, or lifts it: one law with the staff's accounts (admitAccount). The file stays as it is and
 * says since when; the atelier goes on working on what was ordered. Asked again, it answers the same.
 * @throws AppError forbidden for anyone but the owner; not_found also for a file without an account.
 */
export async function suspendClient(
  db: Database,
  actor: StaffActor,
  id: string,
  { suspended }: SuspendClientInput,
): Promise<ClientDto> {
  if (actor.role !== 'owner') throw new AppError('forbidden');
  return inTransaction(db, async (session) => {
    const file = await clients(db).findOne({ _id: toId(id) }, { session });
    if (!file?.accountId) throw notFound();
    if (!(await admitAccount(db, actor, { id: file.accountId, disabled: suspended }, session))) return toClient(file);
    const now = new Date();
    const after = await clients(db).findOneAndUpdate(
      { _id: file._id },
      {
        ...(suspended
          ? { $set: { suspendedAt: now, updatedAt: now } }
          : { $set: { updatedAt: now }, $unset: { suspendedAt: '' } }),
        $inc: { version: 1 },
      },
      { session, returnDocument: 'after' },
    );
    if (!after) throw notFound();
    return toClient(after);
  });
}
