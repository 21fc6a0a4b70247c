import type { Document } from '../bson/value';
import { MongoError } from '../errors';
import type { UnitOfWork } from '../store/unit-of-work';
import type { CommandContext } from './context';
import { LARGEST_BATCH } from './hello';

/**
 * Runs a command that writes: on top of its transaction, or as a write of its own that is durable when this resolves.
 * A retryable write that was done before answers what it answered then.
 *
 * @throws MongoError 225 when the session has already gone on to a later number.
 */
export async function runWrite(
  context: CommandContext,
  work: (unit: UnitOfWork) => Promise<Document>,
): Promise<Document> {
  const { unit, server, session, retryNumber, deadline } = context;
  if (unit) return work(unit);
  if (retryNumber === undefined || !session) return server.database.write(work, { deadline });
  const record = server.database.sessionRecords.find(session.id);
  if (record?.transactionNumber === retryNumber && record.reply) return record.reply;
  if (record && record.transactionNumber >= retryNumber) {
    throw new MongoError(
      225,
      'TransactionTooOld',
      `Retryable write with txnNumber ${retryNumber} is prohibited on session because a newer retryable write with txnNumber ${record.transactionNumber} has already started on this session.`,
    );
  }
  return server.database.write(work, {
    deadline,
    record: (reply) => ({ sessionId: session.id, record: { transactionNumber: retryNumber, reply } }),
  });
}

/** @throws MongoError 16 for none or too many statements. */
export function checkBatchSize(count: number): void {
  if (count >= 1 && count <= LARGEST_BATCH) return;
  throw new MongoError(
    16,
    'InvalidLength',
    `Write batch sizes must be between 1 and ${LARGEST_BATCH}. Got ${count} operations.`,
  );
}

/**
 * Runs the statements of a batch. One that fails is reported with its position; an ordered batch stops there, and so
 * does a transaction, which is then over.
 *
 * @throws what concerns the whole command: conflicts, waiting, and unexpected errors.
 */
export async function runStatements(
  context: CommandContext,
  unit: UnitOfWork,
  count: number,
  ordered: boolean,
  statement: (position: number) => Promise<void> | void,
): Promise<Document[]> {
  const errors: Document[] = [];
  for (let position = 0; position < count; position++) {
    try {
      await statement(position);
    } catch (error) {
      if (!(error instanceof MongoError) || error.code === 112 || error.code === 251) throw error;
      const { errorLabels: _, ...extra } = error.extra;
      errors.push({ index: position, code: error.code, errmsg: error.message, ...extra });
      if (unit.explicit) context.session?.abort();
      if (ordered || unit.explicit) break;
    }
  }
  return errors;
}

export const withErrors = (reply: Document, errors: Document[]): Document =>
  errors.length === 0 ? reply : { ...reply, writeErrors: errors };
