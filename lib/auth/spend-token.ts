import type { ClientSession } from 'mongodb';
import type { Database } from '../db/client';
import { AppError } from '../errors';
import { type TokenDocument, tokens } from './documents';
import { hashSecret } from './secret-token';

const open = (kind: TokenDocument['kind'], secret: string) => ({
  kind,
  hash: hashSecret(secret),
  usedAt: { $exists: false },
  expiresAt: { $gt: new Date() },
});

/** The open link with this secret; `null` when it never was, has expired or has served. Does not use it up. */
export const findToken = (db: Database, kind: TokenDocument['kind'], secret: string): Promise<TokenDocument | null> =>
  tokens(db).findOne(open(kind, secret));

/**
 * Uses a link up: of two that open it at once, one goes through.
 * @throws AppError token_invalid
 */
export async function spendToken(
  db: Database,
  kind: TokenDocument['kind'],
  secret: string,
  session: ClientSession,
): Promise<TokenDocument> {
  const token = await tokens(db).findOneAndUpdate(
    open(kind, secret),
    { $set: { usedAt: new Date() } },
    { session, returnDocument: 'after' },
  );
  if (!token) throw new AppError('token_invalid');
  return token;
}
