import { type Timestamp } from 'bson';
import { compileExpression, scopeOf } from '../aggregate/expression';
import type { Document } from '../bson/value';
import { MongoError, failedToParse } from '../errors';
import { collationOf, type Collation } from '../query/collation';
import { checkNamespace, type Collection } from '../store/catalog';
import type { Database } from '../store/database';
import type { View } from '../store/reader';
import type { UnitOfWork } from '../store/unit-of-work';
import type { CursorReply } from '../wire/reply';
import type { Arguments } from './arguments';
import type { Cursors } from '../cursors';
import type { Session, Sessions } from '../sessions';
import type { Conversation, Credentials } from '../authentication/scram';

/** What all commands of one server share. */
export interface ServerState {
  database: Database;
  cursors: Cursors;
  sessions: Sessions;
  /** What TCP clients must prove to know; undefined where there is a Unix socket only. */
  credentials: Credentials | undefined;
  /** What tests have asked to fail; undefined without test commands. */
  failPoints: FailPointState | undefined;
}

/** What a command is made to meet by a test. */
export interface Failure {
  commands: readonly string[];
  times: number;
  /** Whether the connection is closed instead of an answer. */
  closes: boolean;
  code: number | undefined;
  labels: readonly string[] | undefined;
  writeConcernError: Document | undefined;
}

/** The fail points of a server with test commands. */
export interface FailPointState {
  /** The failure this command is to meet now, counted. */
  take(command: string): Failure | undefined;
  configure(context: CommandContext): void;
}

/** What is known of one client. */
export interface Connection {
  /** The address under which the client found this server, as `hello` repeats it. */
  address: string;
  /** Whoever can open the Unix socket owns the data folder and is; a TCP client has to prove it. */
  isAuthenticated: boolean;
  /** An authentication under way. */
  conversation?: Conversation;
}

/** One command on its way. */
export interface CommandContext {
  server: ServerState;
  connection: Connection;
  /** The name of the database the command is for (`$db`). */
  databaseName: string;
  /** The command's name as MongoDB spells it. */
  name: string;
  command: Document;
  fields: Arguments;
  /** The documents of the message's sequences, as received. */
  sequences: ReadonlyMap<string, readonly Buffer[]>;
  session: Session | undefined;
  /** The open transaction the command belongs to. */
  unit: UnitOfWork | undefined;
  /** The number under which a plain write may be repeated. */
  retryNumber: number | undefined;
  /** When maxTimeMS runs out. */
  deadline: number | undefined;
}

/** A command: the fields it takes beside the generic ones, and what it does. */
export interface CommandDefinition {
  fields: readonly string[] | 'any';
  /** Whether a client may send it before it has authenticated itself. */
  needsNoAuthentication?: boolean;
  /** Whether it is there with test commands only. */
  isForTests?: boolean;
  /** Whether it may run inside a multi-document transaction. */
  inTransaction?: boolean;
  /** Whether it writes with a transaction number outside transactions. */
  isRetryable?: boolean;
  run(context: CommandContext): Promise<Document | CursorReply> | Document | CursorReply;
}

/** Where a statement writes: a collection that may not exist yet. */
export interface Place {
  database: string;
  name: string;
}

/** Its collection's name with the database. */
export const namespaceOf = ({ database, name }: Place): string => `${database}.${name}`;

/** The place a writing command names. @throws MongoError 73 for a name MongoDB does not allow. */
export function writingPlace(context: CommandContext): Place {
  const place = { database: context.databaseName, name: collectionName(context) };
  checkNamespace(place.database, place.name);
  return place;
}

/** The collection name in the command's first field. @throws MongoError 73. */
export function collectionName(context: CommandContext): string {
  const name = Object.values(context.command)[0];
  if (typeof name === 'string' && name !== '' && !name.includes('\0')) return name;
  if (typeof name !== 'string') {
    throw new MongoError(73, 'InvalidNamespace', `collection name has invalid type ${typeof name}`);
  }
  throw new MongoError(73, 'InvalidNamespace', `Invalid namespace specified '${context.databaseName}.${name}'`);
}

/** The collection a reading command is for; undefined when it does not exist. */
export function findCollection(context: CommandContext, name: string): Collection | undefined {
  const namespace = `${context.databaseName}.${name}`;
  return context.unit?.find(namespace) ?? context.server.database.catalog.find(namespace);
}

/** What a reading command sees: its transaction, or the newest state. `release` ends the latter. */
export function openView(context: CommandContext): { view: View; release: () => void } {
  if (context.unit) return { view: context.unit, release: () => undefined };
  const snapshot = context.server.database.environment.snapshot();
  return { view: { snapshot }, release: snapshot.release.bind(snapshot) };
}

/** The variables of `let`, with those every command has. */
export function readVariables(context: CommandContext, definitions: Document | undefined, now: Date): Document {
  const constants: Document = { NOW: now, CLUSTER_TIME: context.server.database.oplog.now() };
  const variables: Document = { ...constants };
  for (const [name, expression] of Object.entries(definitions ?? {})) {
    if (!/^[a-z\u0080-\uffff][\w\u0080-\uffff]*$/.test(name)) {
      throw failedToParse(`'${name}' starts with an invalid character for a user variable name`);
    }
    variables[name] = compileExpression(expression, scopeOf(constants))({}, constants) ?? null;
  }
  return variables;
}

export const readCollation = (fields: Arguments): Collation | undefined => collationOf(fields.document('collation'));

/** The time a write stamps with `$currentDate`. */
export interface WriteMoment {
  now: Date;
  clusterTime: Timestamp;
}

export const writeMoment = ({ server }: CommandContext): WriteMoment => ({
  now: new Date(),
  clusterTime: server.database.oplog.now(),
});
