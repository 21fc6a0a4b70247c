import { Binary, Long } from 'bson';
import { MongoError } from '../errors';
import { noSuchTransaction, type Session } from '../sessions';
import type { UnitOfWork } from '../store/unit-of-work';
import type { CommandContext, CommandDefinition } from './context';

function readTransaction(context: CommandContext) {
  const { session, fields, server, command, databaseName, name } = context;
  if (databaseName !== 'admin')
    throw new MongoError(13, 'Unauthorized', `${name} may only be run against the admin database.`);
  if (!session || command.autocommit !== false) {
    throw new MongoError(125, 'CommandFailed', `${name} must be run within a transaction`);
  }
  const number = fields.integer('txnNumber', 0) ?? 0;
  return { session, number, transaction: server.sessions.current(session, number) };
}

/** Change events of a transaction say which one they belong to. */
function signEvents(unit: UnitOfWork, session: Session, number: number): void {
  const lsid = { id: new Binary(Buffer.from(session.id, 'hex'), Binary.SUBTYPE_UUID) };
  for (const event of unit.events) event.details = { ...event.details, txnNumber: Long.fromNumber(number), lsid };
}

export const commitTransaction: CommandDefinition = {
  fields: ['recoveryToken'],
  inTransaction: true,
  async run(context) {
    const { session, number, transaction } = readTransaction(context);
    if (transaction.state === 'committed') return {};
    const { unit } = transaction;
    if (transaction.state === 'aborted' || !unit) throw noSuchTransaction(`Transaction ${number} has been aborted.`);
    signEvents(unit, session, number);
    try {
      await unit.commit({ sessionId: session.id, record: { transactionNumber: number } });
      transaction.state = 'committed';
      return {};
    } catch (error) {
      session.abort();
      throw error;
    }
  },
};

export const abortTransaction: CommandDefinition = {
  fields: ['recoveryToken'],
  inTransaction: true,
  run(context) {
    const { session, number, transaction } = readTransaction(context);
    if (transaction.state === 'committed') {
      throw new MongoError(256, 'TransactionCommitted', `Transaction ${number} has been committed.`);
    }
    if (transaction.state === 'aborted') throw noSuchTransaction(`Transaction ${number} has been aborted.`);
    session.abort();
    return {};
  },
};
