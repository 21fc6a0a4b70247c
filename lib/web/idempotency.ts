import { createHmac } from 'node:crypto';
import type { Database } from '../db/client';
import { isDuplicateKey } from '../db/duplicate-key';
import { env } from '../env';
import { keysFor } from '../secrets';
import { AppError } from '../errors';

interface IdempotencyDocument {
  /** account, operation and the caller's key. */
  _id: string;
  bodyHash: string;
  createdAt: Date;
  /** Absent while the first call is still at work. */
  answer?: { status: number; body: string };
}

/** A key is remembered for a day (its index in lib/db/all-indexes.ts). */
export const idempotencyKeys = (db: Database) => db.db.collection<IdempotencyDocument>('idempotencyKeys');

/**
 * Runs `work` at most once per key; the same key and body get the first answer again.
 * @throws AppError idempotency_mismatch for another body, conflict while the first call still runs.
 */
export async function once(
  db: Database,
  scope: { owner: string; operation: string; key: string; body: unknown },
  work: () => Promise<{ status: number; body: unknown }>,
): Promise<{ status: number; body: unknown; replayed: boolean }> {
  const _id = `${scope.owner}:${scope.operation}:${scope.key}`;
  // Keyed: some bodies hold a password, and what is kept must not help to guess it.
  const body = JSON.stringify(scope.body ?? null);
  const [bodyHash = '', ...earlier] = (await keysFor(env().AUTH_SECRET ?? '', 'idempotency')).map(({ bytes }) =>
    createHmac('sha256', bytes).update(body).digest('hex'),
  );
  try {
    await idempotencyKeys(db).insertOne({ _id, bodyHash, createdAt: new Date() });
  } catch (error) {
    if (!isDuplicateKey(error)) throw error;
    const first = await idempotencyKeys(db).findOne({ _id });
    if (first && ![bodyHash, ...earlier].includes(first.bodyHash)) throw new AppError('idempotency_mismatch');
    if (!first?.answer) throw new AppError('conflict', { retryAfter: 1 });
    return { status: first.answer.status, body: JSON.parse(first.answer.body) as unknown, replayed: true };
  }
  try {
    const answer = await work();
    await idempotencyKeys(db).updateOne(
      { _id },
      { $set: { answer: { status: answer.status, body: JSON.stringify(answer.body ?? null) } } },
    );
    return { ...answer, replayed: false };
  } catch (error) {
    // A refused call changed nothing: the key is free for a corrected one.
    await idempotencyKeys(db).deleteOne({ _id });
    throw error;
  }
}
