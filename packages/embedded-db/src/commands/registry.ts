import { aggregate } from './aggregate';
import { bulkWrite } from './bulk-write';
import { create, drop, dropDatabase, listCollections, listDatabases } from './collections';
import { configureFailPoint } from './fail-point';
import type { CommandDefinition } from './context';
import { count, distinct } from './count';
import { remove } from './delete';
import { explain } from './explain';
import { find, getMore, killCursors } from './find';
import { findAndModify } from './find-and-modify';
import { buildInfo, endSessions, hello, ping } from './hello';
import { collMod, createIndexes, dropIndexes, listIndexes } from './indexes';
import { insert } from './insert';
import { saslContinue, saslStart } from './sasl';
import { abortTransaction, commitTransaction } from './transactions';
import { update } from './update';

/** Fields every command may carry. */
const GENERIC_FIELDS = [
  '$db',
  '$clusterTime',
  '$readPreference',
  'apiDeprecationErrors',
  'apiStrict',
  'apiVersion',
  'autocommit',
  'comment',
  'lsid',
  'maxTimeMS',
  'maxTimeMSOpOnly',
  'readConcern',
  'startTransaction',
  'txnNumber',
  'writeConcern',
];

const definitions: Record<string, CommandDefinition> = {
  abortTransaction,
  aggregate,
  buildInfo,
  bulkWrite,
  collMod,
  commitTransaction,
  configureFailPoint,
  count,
  create,
  createIndexes,
  delete: remove,
  distinct,
  drop,
  dropDatabase,
  dropIndexes,
  endSessions,
  explain,
  find,
  findAndModify,
  getMore,
  hello,
  insert,
  isMaster: hello,
  killCursors,
  listCollections,
  listDatabases,
  listIndexes,
  ping,
  saslContinue,
  saslStart,
  update,
};

/** Other spellings clients use. */
const ALIASES: Record<string, string> = {
  ismaster: 'isMaster',
  buildinfo: 'buildInfo',
  findandmodify: 'findAndModify',
  deleteIndexes: 'dropIndexes',
};

/** A command as found by the name a client used, with all the fields it may carry. */
export interface FoundCommand {
  name: string;
  definition: CommandDefinition;
  /** Undefined where anything is taken. */
  known: ReadonlySet<string> | undefined;
}

/** Every command there is; whatever is missing here is answered with 59, CommandNotFound. */
export const commands: ReadonlyMap<string, FoundCommand> = new Map(
  [...Object.keys(definitions), ...Object.keys(ALIASES)].map((typed): [string, FoundCommand] => {
    const name = ALIASES[typed] ?? typed;
    const definition = definitions[name]!;
    const known = definition.fields === 'any' ? undefined : new Set([typed, ...GENERIC_FIELDS, ...definition.fields]);
    return [typed, { name, definition, known }];
  }),
);
