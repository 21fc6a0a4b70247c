import { Long } from 'bson';
import { encode } from '../bson/codec';
import { toNumber } from '../bson/number';
import { isNumber, type Value } from '../bson/value';
import { streamSource } from '../cursors';
import { badValue, failedToParse } from '../errors';
import { compileProjection } from '../query/projection';
import { namesOne, prepareRead, readMatches, readOne, type Match } from '../store/reader';
import { CursorReply } from '../wire/reply';
import type { Collection } from '../store/catalog';
import {
  collectionName,
  findCollection,
  openView,
  readCollation,
  readVariables,
  type CommandContext,
  type CommandDefinition,
} from './context';

const FIND_FIELDS = [
  'filter',
  'sort',
  'projection',
  'hint',
  'skip',
  'limit',
  'batchSize',
  'singleBatch',
  'collation',
  'let',
  'allowDiskUse',
  'allowPartialResults',
  'noCursorTimeout',
  'max',
  'min',
  'returnKey',
  'showRecordId',
  'tailable',
  'awaitData',
  'oplogReplay',
];

/** The read a `find` asks for. */
export function prepareFind(context: CommandContext, collection: Collection | undefined) {
  const { fields } = context;
  fields.refuse('max', 'min', 'returnKey', 'showRecordId');
  if (fields.boolean('tailable')) throw badValue('tailable cursor requested on non capped collection');
  if (fields.boolean('awaitData')) throw failedToParse("Cannot set 'awaitData' without also setting 'tailable'");
  const collation = readCollation(fields);
  const variables = readVariables(context, fields.document('let'), new Date());
  const filter = fields.document('filter') ?? {};
  const projection = fields.document('projection');
  const prepared = prepareRead(collection, {
    filter,
    sort: fields.document('sort'),
    skip: fields.integer('skip', 0),
    limit: fields.integer('limit', 0),
    hint: readHint(fields.fields.hint),
    collation,
    variables,
  });
  const project =
    projection && Object.keys(projection).length > 0
      ? compileProjection(projection, { collation, variables, filter })
      : undefined;
  return { prepared, project };
}

/** @throws MongoError 9 for anything but a name or a key pattern. */
export function readHint(hint: Value): Value {
  if (hint === undefined || (hint !== null && typeof hint === 'object' && Object.keys(hint).length === 0))
    return undefined;
  if (typeof hint === 'string' || (hint !== null && typeof hint === 'object' && !Array.isArray(hint))) return hint;
  throw failedToParse('hint must be either a string or nested object');
}

export const find: CommandDefinition = {
  fields: FIND_FIELDS,
  inTransaction: true,
  async run(context) {
    const { fields, server, databaseName, unit } = context;
    const name = collectionName(context);
    const { view, release } = openView(context);
    try {
      const collection = findCollection(context, name);
      const { prepared, project } = prepareFind(context, collection);
      const batchSize = fields.integer('batchSize', 0);
      const single = fields.boolean('singleBatch');
      const encodeMatch = (match: Match) =>
        project ? encode(project(match.document, match)) : (match.bytes ?? encode(match.document));
      if (collection && batchSize !== 0 && namesOne(view, collection, prepared)) {
        const match = readOne(server.database, view, collection, prepared);
        const batch = match ? [encodeMatch(match)] : [];
        release();
        return new CursorReply('firstBatch', batch, { id: Long.ZERO, ns: collection.namespace });
      }
      const matches = readMatches(server.database, view, collection, prepared);
      return await server.cursors.open(`${databaseName}.${name}`, streamSource(matches, encodeMatch, release), {
        batchSize,
        single,
        unit,
      });
    } catch (error) {
      release();
      throw error;
    }
  },
};

export const getMore: CommandDefinition = {
  fields: ['collection', 'batchSize', 'maxTimeMS'],
  inTransaction: true,
  run({ fields, command, server, databaseName, unit }) {
    const id = command.getMore;
    if (!(id instanceof Long)) throw fields.wrongType('getMore', id, 'long');
    const size = fields.integer('batchSize', 0);
    const namespace = `${databaseName}.${fields.string('collection')}`;
    return server.cursors.more(
      toNumber(id),
      namespace,
      size === undefined || size === 0 ? Infinity : size,
      fields.integer('maxTimeMS', 0),
      unit,
    );
  },
};

export const killCursors: CommandDefinition = {
  fields: ['cursors'],
  inTransaction: true,
  run({ fields, server }) {
    const ids = fields.array('cursors').map((id) => {
      if (!isNumber(id)) throw fields.wrongType('cursors', id, 'long');
      return toNumber(id);
    });
    const killed = new Set(ids.filter((id) => server.cursors.kill(id)));
    return {
      cursorsKilled: ids.filter((id) => killed.has(id)).map((id) => Long.fromNumber(id)),
      cursorsNotFound: ids.filter((id) => !killed.has(id)).map((id) => Long.fromNumber(id)),
      cursorsAlive: [],
      cursorsUnknown: [],
    };
  },
};
