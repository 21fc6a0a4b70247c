import { Binary, Long, ObjectId } from 'bson';
import type { Document } from '../bson/value';
import { SESSION_TIMEOUT_MINUTES } from '../sessions';
import { LARGEST_DOCUMENT } from '../store/unit-of-work';
import { LARGEST_MESSAGE } from '../wire/messages';
import type { CommandContext, CommandDefinition } from './context';

/** The name of the replica set; it is part of the URI. */
export const SET_NAME = 'fashionflow';
/** Largest number of statements in one command. */
export const LARGEST_BATCH = 100_000;

/** MongoDB 8.0: the first with the `bulkWrite` command. */
const WIRE_VERSION = 25;
const VERSION = [8, 0, 0, 0];
const ELECTION_ID = new ObjectId('7fffffff0000000000000001');

/**
 * A replica set of one primary. As a standalone server the driver would refuse transactions, retryable writes and
 * change streams. There is no `topologyVersion`, so the driver polls instead of streaming its heartbeat.
 */
function describeServer({ server, connection, command }: CommandContext): Document {
  const { address } = connection;
  return {
    helloOk: true,
    isWritablePrimary: true,
    ismaster: true,
    secondary: false,
    readOnly: false,
    setName: SET_NAME,
    setVersion: 1,
    hosts: [address],
    primary: address,
    me: address,
    electionId: ELECTION_ID,
    lastWrite: {
      opTime: { ts: server.database.oplog.now(), t: Long.fromNumber(1) },
      lastWriteDate: new Date(),
    },
    maxBsonObjectSize: LARGEST_DOCUMENT,
    maxMessageSizeBytes: LARGEST_MESSAGE,
    maxWriteBatchSize: LARGEST_BATCH,
    localTime: new Date(),
    logicalSessionTimeoutMinutes: SESSION_TIMEOUT_MINUTES,
    minWireVersion: 0,
    maxWireVersion: WIRE_VERSION,
    ...(command.saslSupportedMechs === undefined ? {} : { saslSupportedMechs: ['SCRAM-SHA-256'] }),
  };
}

/** Drivers add to their handshake as they learn; a server must ignore what it does not know there. */
export const hello: CommandDefinition = {
  fields: 'any',
  needsNoAuthentication: true,
  run: describeServer,
};

export const ping: CommandDefinition = { fields: [], needsNoAuthentication: true, run: () => ({}) };

export const buildInfo: CommandDefinition = {
  fields: [],
  needsNoAuthentication: true,
  run: () => ({
    version: VERSION.slice(0, 3).join('.'),
    versionArray: VERSION,
    gitVersion: 'embedded',
    modules: [],
    storageEngines: ['lmdb'],
    bits: 64,
    debug: false,
    maxBsonObjectSize: LARGEST_DOCUMENT,
  }),
};

export const endSessions: CommandDefinition = {
  fields: [],
  run({ fields, server }) {
    for (const { id } of fields.documents('endSessions')) {
      if (id instanceof Binary) server.sessions.end(Buffer.from(id.value()).toString('hex'));
    }
    return {};
  },
};
