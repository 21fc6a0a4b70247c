import { Binary } from 'bson';
import { isDocument, type Document, type Value } from '../bson/value';
import { MongoError, invalidOptions, typeMismatch } from '../errors';
import { noSuchTransaction, type Session } from '../sessions';
import { ProtocolError, writeReply, type Request } from '../wire/messages';
import { type CursorReply, encodeReply } from '../wire/reply';
import { Arguments } from './arguments';
import { checkApiVersion, checkReadConcern, checkWriteConcern, unsatisfiedConcern } from './concerns';
import { failureError } from './fail-point';
import { commands } from './registry';
import type { CommandContext, CommandDefinition, Connection, ServerState } from './context';

/** Answers one request with the message to send; errors become replies, and unexpected ones are reported. */
export async function answer(
  server: ServerState,
  connection: Connection,
  request: Request,
  report: (error: unknown) => void,
): Promise<Buffer> {
  let reply: Document | CursorReply;
  let common: Document = { ok: 1 };
  try {
    const { context, definition } = readCommand(server, connection, request);
    const failure = server.failPoints?.take(context.name);
    if (failure?.closes) throw new ProtocolError('closed by a fail point');
    const failed = failure && failureError(context, failure);
    if (failed) throw failed;
    reply = await runInSession(context, definition);
    const unsatisfied = failure?.writeConcernError ?? unsatisfiedConcern(request.command.writeConcern);
    if (unsatisfied) common = { writeConcernError: unsatisfied, ok: 1 };
  } catch (error) {
    if (error instanceof ProtocolError) throw error;
    if (!(error instanceof MongoError)) report(error);
    reply = {};
    common = errorFields(error);
  }
  return writeReply(request, encodeReply(reply, common, server.database.oplog.now()));
}

function errorFields(error: unknown): Document {
  const known =
    error instanceof MongoError
      ? error
      : new MongoError(1, 'InternalError', 'The server met an unexpected error; see its log.');
  return { ok: 0, errmsg: known.message, code: known.code, codeName: known.codeName, ...known.extra };
}

function readCommand(server: ServerState, connection: Connection, request: Request) {
  const { command } = request;
  const [typed = ''] = Object.keys(command);
  const found = commands.get(typed);
  if (!found || (found.definition.isForTests && !server.failPoints))
    throw new MongoError(59, 'CommandNotFound', `no such command: '${typed}'`);
  const { name, definition } = found;
  if (!connection.isAuthenticated && !definition.needsNoAuthentication) {
    throw new MongoError(13, 'Unauthorized', `Command ${name} requires authentication`);
  }
  const fields = new Arguments(name, command);
  if (found.known) fields.allowOnly(found.known);
  const databaseName = command.$db;
  if (typeof databaseName !== 'string' || databaseName === '') {
    throw new MongoError(40414, 'Location40414', "BSON field '$db' is missing but a required field");
  }
  checkApiVersion(command, name);
  const maxTime = fields.integer('maxTimeMS', 0);
  const context: CommandContext = {
    server,
    connection,
    databaseName,
    name,
    command,
    fields,
    sequences: request.sequences,
    session: readSession(server, command.lsid),
    unit: undefined,
    retryNumber: undefined,
    deadline: maxTime === undefined || maxTime === 0 ? undefined : Date.now() + maxTime,
  };
  checkReadConcern(context, definition);
  checkWriteConcern(context);
  return { context, definition };
}

function readSession(server: ServerState, lsid: Value): Session | undefined {
  if (lsid === undefined) return undefined;
  const id = isDocument(lsid) ? lsid.id : undefined;
  if (!(id instanceof Binary)) throw typeMismatch("BSON field 'OperationSessionInfo.lsid' must hold a UUID");
  return server.sessions.get(id.toString('hex'));
}

/** Gives the command its transaction or its retry number, and keeps numbered commands of a session in a row. */
async function runInSession(context: CommandContext, definition: CommandDefinition): Promise<Document | CursorReply> {
  const { command, session, fields } = context;
  if (command.txnNumber === undefined) {
    if (command.autocommit !== undefined || command.startTransaction !== undefined) {
      throw invalidOptions("'autocommit' and 'startTransaction' need a transaction number");
    }
    return definition.run(context);
  }
  if (!session) throw invalidOptions('Transaction number requires a session ID to also be specified');
  const number = fields.integer('txnNumber', 0) ?? 0;
  return session.exclusively(async () => {
    if (command.autocommit === undefined) {
      if (!definition.isRetryable) {
        throw new MongoError(
          50768,
          'NotARetryableWriteCommand',
          `txnNumber may only be provided for retryable writes, not '${context.name}'`,
        );
      }
      return definition.run({ ...context, retryNumber: number });
    }
    if (command.autocommit !== false) throw invalidOptions('Specifying autocommit=true is not allowed.');
    return runInTransaction(context, definition, session, number);
  });
}

async function runInTransaction(
  context: CommandContext,
  definition: CommandDefinition,
  session: Session,
  number: number,
): Promise<Document | CursorReply> {
  const { command, name, server } = context;
  const ends = name === 'commitTransaction' || name === 'abortTransaction';
  if (!definition.inTransaction) {
    session.abort();
    throw new MongoError(
      263,
      'OperationNotSupportedInTransaction',
      `Cannot run '${name}' in a multi-document transaction.`,
    );
  }
  if (command.writeConcern !== undefined && !ends) {
    throw invalidOptions(`writeConcern is not allowed within a multi-statement transaction`);
  }
  if (ends) return definition.run(context);
  const transaction =
    command.startTransaction === true
      ? server.sessions.begin(session, number)
      : server.sessions.current(session, number);
  transaction.connection = context.connection;
  if (transaction.state === 'committed') {
    throw new MongoError(256, 'TransactionCommitted', `Transaction ${number} has been committed.`);
  }
  if (transaction.state === 'aborted') throw noSuchTransaction(`Transaction ${number} has been aborted.`);
  try {
    return await definition.run({ ...context, unit: transaction.unit });
  } catch (error) {
    session.abort();
    throw asTransient(error);
  }
}

/** The driver starts a transaction again when the error says that might help. */
function asTransient(error: unknown): unknown {
  if (!(error instanceof MongoError) || ![112, 251, 246, 24].includes(error.code)) return error;
  return new MongoError(error.code, error.codeName, error.message, {
    ...error.extra,
    errorLabels: ['TransientTransactionError'],
  });
}
