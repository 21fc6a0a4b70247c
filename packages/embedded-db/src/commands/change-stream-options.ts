import { Timestamp } from 'bson';
import { isDocument, type Document, type Value } from '../bson/value';
import { MongoError, badValue, invalidOptions } from '../errors';
import type { LoggedEvent } from '../store/oplog';
import { Arguments } from './arguments';

/** What a token stands for: an event, the place up to which the log was read, or the end of the stream. */
export type TokenKind = 'event' | 'mark' | 'invalidate';
const KINDS: TokenKind[] = ['event', 'mark', 'invalidate'];
const LOG_KEY_BYTES = 12;

/** A resume token: the place in the log and the kind, opaque to clients. It sorts by time, as MongoDB's does. */
export const makeToken = (key: Buffer, kind: TokenKind): Document => ({
  _data: Buffer.concat([key, Buffer.from([KINDS.indexOf(kind)])])
    .toString('hex')
    .toUpperCase(),
});

/** @throws MongoError 50811 for something that was never one of our tokens. */
function readToken(token: Value): { key: Buffer; kind: TokenKind } {
  const data = isDocument(token) ? token._data : undefined;
  if (typeof data !== 'string' || !/^(?:[0-9A-F]{2})*$/i.test(data)) {
    throw new MongoError(50811, 'Location50811', 'Bad resume token: _data of missing or of wrong type');
  }
  const bytes = Buffer.from(data, 'hex');
  const kind = KINDS[bytes[LOG_KEY_BYTES] ?? -1];
  if (bytes.length !== LOG_KEY_BYTES + 1 || !kind) {
    throw new MongoError(50811, 'Location50811', 'Bad resume token: the data does not come from this server');
  }
  return { key: bytes.subarray(0, LOG_KEY_BYTES), kind };
}

export interface ChangeStreamOptions {
  /** What is watched: everything, a database, or a collection of it. */
  database: string | undefined;
  collection: string | undefined;
  fullDocument: string;
  fullDocumentBeforeChange: string;
  /** Where to start: after a token, or at a time. */
  token: { key: Buffer; kind: TokenKind } | undefined;
  startTime: Timestamp | undefined;
}

const FIELDS = new Set([
  'fullDocument',
  'fullDocumentBeforeChange',
  'resumeAfter',
  'startAfter',
  'startAtOperationTime',
  'allChangesForCluster',
  'showExpandedEvents',
]);

/** Reads the `$changeStream` stage. @throws MongoError for what MongoDB refuses. */
export function readChangeStream(stage: Document, database: string, collection?: string): ChangeStreamOptions {
  const fields = new Arguments('$changeStream', stage);
  fields.allowOnly(FIELDS);
  fields.refuse('showExpandedEvents');
  const wholeCluster = fields.boolean('allChangesForCluster') ?? false;
  if (wholeCluster && (database !== 'admin' || collection !== undefined)) {
    throw invalidOptions(
      "A $changeStream with 'allChangesForCluster:true' may only be opened on the 'admin' database, and with no collection name",
    );
  }
  const { resumeAfter, startAfter, startAtOperationTime } = stage;
  if ([resumeAfter, startAfter, startAtOperationTime].filter((one) => one !== undefined).length > 1) {
    throw new MongoError(50674, 'Location50674', 'Only one type of resume option is allowed, but multiple were found.');
  }
  const token = resumeAfter ?? startAfter;
  const read = token === undefined ? undefined : readToken(token);
  if (resumeAfter !== undefined && read?.kind === 'invalidate') {
    throw new MongoError(
      260,
      'InvalidResumeToken',
      "Attempting to resume a change stream using 'resumeAfter' is not allowed from an invalidate notification.",
    );
  }
  if (startAtOperationTime !== undefined && !(startAtOperationTime instanceof Timestamp)) {
    throw fields.wrongType('startAtOperationTime', startAtOperationTime, 'timestamp');
  }
  return {
    database: wholeCluster ? undefined : database,
    collection,
    fullDocument: oneOf(stage, 'fullDocument', ['default', 'updateLookup', 'whenAvailable', 'required']),
    fullDocumentBeforeChange: oneOf(stage, 'fullDocumentBeforeChange', ['off', 'whenAvailable', 'required']),
    token: read,
    startTime: startAtOperationTime,
  };
}

function oneOf(stage: Document, field: string, allowed: [string, ...string[]]): string {
  const value = stage[field];
  if (value === undefined) return allowed[0];
  if (typeof value === 'string' && allowed.includes(value)) return value;
  throw badValue(`Enumeration value '${String(value)}' for field '$changeStream.${field}' is not a valid value.`);
}

/** Whether the stream tells of this event. */
export const isWatched = ({ database, collection }: ChangeStreamOptions, event: LoggedEvent): boolean =>
  (database === undefined || event.database === database) &&
  (collection === undefined || event.collection === collection);

/** Whether the event ends the stream: what it watches is gone. */
export const invalidates = ({ database, collection }: ChangeStreamOptions, event: LoggedEvent): boolean =>
  database !== undefined && event.operation === (collection === undefined ? 'dropDatabase' : 'drop');
