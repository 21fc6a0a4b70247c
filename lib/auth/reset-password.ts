import { recordAct } from '../audit/record-act';
import { type Database, inTransaction } from '../db/client';
import { AppError } from '../errors';
import { accounts } from './documents';
import { endPowers } from './end-powers';
import { hashPassword } from './password';
import { demandPasswordFor } from './password-strength';
import { findToken, spendToken } from './spend-token';

/**
 * Sets a new password through a link: the link and its siblings are used up, every session ends, and the secret address of
 * the calendar stops answering.
 * @throws AppError token_invalid, weak_password
 */
export async function resetPassword(db: Database, input: { token: string; password: string }): Promise<void> {
  // Hashing costs time: it is not done for a link that is not open.
  const asked = await findToken(db, 'reset', input.token);
  const person = asked && (await accounts(db).findOne({ _id: asked.accountId }, { projection: { name: 1, email: 1 } }));
  if (!person) throw new AppError('token_invalid');
  await demandPasswordFor(db, person, input.password);
  const passwordHash = await hashPassword(input.password);
  await inTransaction(db, async (session) => {
    const token = await spendToken(db, 'reset', input.token, session);
    const now = new Date();
    const account = token.accountId
      ? await accounts(db).findOneAndUpdate(
          { _id: token.accountId, disabled: false },
          { $set: { passwordHash, emailProvedAt: now, updatedAt: now }, $inc: { version: 1 } },
          { session },
        )
      : null;
    if (!account) throw new AppError('token_invalid');
    await endPowers(db, account._id, { session });
    await recordAct(db, { kind: 'passwordReset', by: account._id }, session);
  });
}
