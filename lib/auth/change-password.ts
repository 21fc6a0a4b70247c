import type { Actor } from '../actor';
import { recordAct } from '../audit/record-act';
import { type Database, inTransaction } from '../db/client';
import { AppError } from '../errors';
import { accounts } from './documents';
import { endPowers } from './end-powers';
import { hashPassword, verifyPassword } from './password';
import { demandPasswordFor } from './password-strength';
import type { ChangePasswordInput } from './schemas';

/**
 * Changes my password and ends everything the old one gave: other sessions, links that would reset it, the secret address of
 * my calendar. Whoever else was in is out.
 * @throws AppError wrong_password when the present one is not right (or there is none yet: such an account asks for a link);
 * weak_password.
 */
export async function changePassword(db: Database, actor: Actor, input: ChangePasswordInput): Promise<void> {
  const account = await accounts(db).findOne({ _id: actor.id });
  if (!(await verifyPassword(account?.passwordHash, input.current))) throw new AppError('wrong_password');
  await demandPasswordFor(db, actor, input.next);
  const passwordHash = await hashPassword(input.next);
  await inTransaction(db, async (session) => {
    const now = new Date();
    // Changed from two devices at once, one of the two finds that its present password is no longer the present one.
    const result = await accounts(db).updateOne(
      { _id: actor.id, passwordHash: account?.passwordHash },
      { $set: { passwordHash, updatedAt: now }, $inc: { version: 1 } },
      { session },
    );
    if (result.matchedCount === 0) throw new AppError('wrong_password');
    await endPowers(db, actor.id, { except: actor.sessionId, session });
    await recordAct(db, { kind: 'passwordChanged', by: actor.id }, session);
  });
}
