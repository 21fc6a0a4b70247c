import type { ClientSession, ObjectId } from 'mongodb';
import type { StaffActor } from '../actor';
import { recordAct } from '../audit/record-act';
import type { Database } from '../db/client';
import { accounts } from './documents';
import { endPowers } from './end-powers';

/**
 * Closes an account or opens it again, of the staff or of a client, and writes it into the journal. Closing ends its sessions,
 * its links, the address of its calendar and the invitations it sent in the same transaction; the sockets follow. Opening it
 * ends them once more: what somebody got hold of while it was being closed does not come back to life with it. Said again of an
 * account that is open, it ends nothing.
 * @returns whether anything changed
 */
export async function admitAccount(
  db: Database,
  actor: StaffActor,
  { id, disabled }: { id: ObjectId; disabled: boolean },
  session: ClientSession,
): Promise<boolean> {
  const result = await accounts(db).updateOne(
    { _id: id, disabled: !disabled },
    { $set: { disabled, updatedAt: new Date() } },
    { session },
  );
  if (result.modifiedCount === 0 && !disabled) return false;
  await endPowers(db, id, { invitations: true, session });
  if (result.modifiedCount === 0) return false;
  await recordAct(
    db,
    { kind: disabled ? 'accountClosed' : 'accountOpened', by: actor.id, of: { kind: 'account', id } },
    session,
  );
  return true;
}
