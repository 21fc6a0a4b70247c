import { type Database, inTransaction } from '../db/client';
import { AppError } from '../errors';
import { accounts, tokens } from './documents';
import { endSessions } from './end-sessions';
import { hashPassword } from './password';
import { findToken, spendToken } from './spend-token';

/**
 * Sets a new password through a link: the link and its siblings are used up and every session ends.
 * @throws AppError token_invalid
 */
export async function resetPassword(db: Database, input: { token: string; password: string }): Promise<void> {
  // Hashing is dear: it is not done for a link that is not open.
  if (!(await findToken(db, 'reset', input.token))) throw new AppError('token_invalid');
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
    await tokens(db).updateMany(
      { kind: 'reset', accountId: account._id, usedAt: { $exists: false } },
      { $set: { usedAt: now } },
      { session },
    );
    await endSessions(db, account._id, { session });
  });
}
