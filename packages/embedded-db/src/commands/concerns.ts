import { Timestamp } from 'bson';
import { toNumber } from '../bson/number';
import { isDocument, isNumber, typeName, type Document, type Value } from '../bson/value';
import { MongoError, badValue, failedToParse, invalidOptions, location, typeMismatch } from '../errors';
import { Arguments } from './arguments';
import type { CommandContext, CommandDefinition } from './context';

const READ_CONCERNS = ['local', 'majority', 'available', 'linearizable', 'snapshot'];
const READ_CONCERN_FIELDS = new Set(['level', 'afterClusterTime', 'atClusterTime', 'provenance']);
const WRITE_CONCERN_FIELDS = new Set(['w', 'j', 'fsync', 'wtimeout', 'provenance']);
/** The commands that take a read concern other than `local` outside a transaction. */
const READS = new Set(['aggregate', 'count', 'distinct', 'explain', 'find']);
/** The commands that take no write concern. The driver sends one with `endSessions`, whose reply it does not read. */
const WITHOUT_WRITE_CONCERN = new Set([
  'buildInfo',
  'count',
  'distinct',
  'explain',
  'find',
  'getMore',
  'hello',
  'isMaster',
  'killCursors',
  'listCollections',
  'listDatabases',
  'listIndexes',
  'ping',
]);

/** One node and durable commits: all levels read the same newest state, except a snapshot outside a transaction. */
export function checkReadConcern({ command, name, server }: CommandContext, definition: CommandDefinition): void {
  const concern = command.readConcern;
  if (concern === undefined) return;
  if (!isDocument(concern)) throw typeMismatch("BSON field 'readConcern' must be an object");
  new Arguments('readConcern', concern).allowOnly(READ_CONCERN_FIELDS);
  const { level, afterClusterTime, atClusterTime } = concern;
  if (level !== undefined && (typeof level !== 'string' || !READ_CONCERNS.includes(level))) {
    throw badValue(`Enumeration value '${String(level)}' for field 'readConcern.level' is not a valid value.`);
  }
  if (command.autocommit === false && command.startTransaction !== true && definition.inTransaction) {
    throw invalidOptions('Only the first command in a transaction may specify a readConcern');
  }
  if (command.autocommit !== false) {
    if (level === 'snapshot') {
      throw invalidOptions('Snapshot reads outside of a transaction are not supported by this server');
    }
    if (level !== undefined && level !== 'local' && !READS.has(name)) {
      throw invalidOptions(`Command ${name} does not support { readConcern: { level: "${level}" } }`);
    }
  }
  if (atClusterTime !== undefined) throw invalidOptions('atClusterTime is not supported by this server');
  if (afterClusterTime !== undefined) checkAfter(afterClusterTime, level, server.database.oplog.now());
}

/** Whatever was committed is visible here, so there is nothing to wait for; only a time yet to come is refused. */
function checkAfter(time: Value, level: Value, now: Timestamp): void {
  if (!(time instanceof Timestamp)) throw typeMismatch("BSON field 'readConcern.afterClusterTime' must be a timestamp");
  if (time.isZero()) throw invalidOptions('afterClusterTime cannot be a null timestamp');
  if (level === 'linearizable' || level === 'available') {
    throw invalidOptions('afterClusterTime field can be set only if level is equal to majority, local, or snapshot');
  }
  if (time.greaterThan(now)) {
    throw invalidOptions('readConcern afterClusterTime value must not be greater than the current clusterTime.');
  }
}

/** @throws MongoError 72, 40415, 14 or 9 for a write concern that means nothing, or nothing to this command. */
export function checkWriteConcern({ command, name }: CommandContext): void {
  const concern = command.writeConcern;
  if (concern === undefined) return;
  if (!isDocument(concern)) throw typeMismatch("BSON field 'writeConcern' must be an object");
  const fields = new Arguments('writeConcern', concern);
  fields.allowOnly(WRITE_CONCERN_FIELDS);
  const { w } = concern;
  if (w !== undefined && !isNumber(w) && typeof w !== 'string' && !isDocument(w)) {
    throw failedToParse(`w has to be a number, string, or object; found: ${typeName(w)}`);
  }
  if (isNumber(w) && (toNumber(w) < 0 || toNumber(w) > 50)) {
    throw failedToParse('w has to be a non-negative number and not greater than 50');
  }
  if (fields.boolean('j') && fields.boolean('fsync')) {
    throw failedToParse('fsync and j options cannot be used together');
  }
  if (WITHOUT_WRITE_CONCERN.has(name) || (name === 'aggregate' && !writesItsResult(command.pipeline))) {
    throw invalidOptions(`Command ${name} does not support writeConcern`);
  }
}

/** `$out` is among them although it is refused: as a stage that is unknown here, not for its write concern. */
const writesItsResult = (pipeline: Value): boolean => {
  const last = Array.isArray(pipeline) ? pipeline.at(-1) : undefined;
  return isDocument(last) && (last.$merge !== undefined || last.$out !== undefined);
};

/** An error beside the result: the write is done, but there are no further nodes to confirm it. */
export function unsatisfiedConcern(concern: Value): Document | undefined {
  if (!isDocument(concern)) return undefined;
  const { w } = concern;
  if (isDocument(w) || (isNumber(w) && toNumber(w) > 1)) {
    return { code: 100, codeName: 'UnsatisfiableWriteConcern', errmsg: 'Not enough data-bearing nodes' };
  }
  if (typeof w === 'string' && w !== 'majority') {
    return {
      code: 79,
      codeName: 'UnknownReplWriteConcern',
      errmsg: `No write concern mode named '${w}' found in replica set configuration`,
    };
  }
  return undefined;
}

/** What MongoDB's stable API does not promise to keep. */
const OUTSIDE_STABLE_API = new Set(['buildInfo', 'distinct', 'isMaster']);

/** @throws MongoError 322 or 323 for what the stable API does not have. */
export function checkApiVersion({ apiVersion, apiStrict, apiDeprecationErrors }: Document, name: string): void {
  if (apiVersion === undefined) {
    if (apiStrict === undefined && apiDeprecationErrors === undefined) return;
    throw location(4886600, 'Provided apiStrict and/or apiDeprecationErrors without passing apiVersion');
  }
  if (apiVersion !== '1') throw new MongoError(322, 'APIVersionError', 'API version must be "1"');
  if (apiStrict === true && OUTSIDE_STABLE_API.has(name)) {
    const message = `Provided apiStrict:true, but the command ${name} is not in API Version 1`;
    throw new MongoError(323, 'APIStrictError', message);
  }
}
