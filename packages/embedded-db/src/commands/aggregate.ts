import { encode } from '../bson/codec';
import { toNumber } from '../bson/number';
import { isDocument, isNumber, type Document } from '../bson/value';
import { runPipeline, validatePipeline } from '../aggregate/pipeline';
import { streamSource } from '../cursors';
import { MongoError, failedToParse, typeMismatch } from '../errors';
import { prepareRead, readMatches, type ReadRequest, type View } from '../store/reader';
import { openChangeStream } from './change-stream';
import {
  collectionName,
  findCollection,
  openView,
  readCollation,
  readVariables,
  type CommandContext,
  type CommandDefinition,
} from './context';
import { readHint } from './find';
import { runMerge } from './merge';
import { documentsOf, pipelineEnvironment, type PipelineSettings } from './pipeline-environment';

/** The part of a pipeline an index can serve: `$match`, `$sort`, `$skip` and `$limit` at its beginning. */
export function splitPipeline(stages: Document[]): { read: ReadRequest; rest: Document[] } {
  const read: ReadRequest = { filter: {} };
  const rest = [...stages];
  const take = (name: string) => (rest[0] && Object.hasOwn(rest[0], name) ? rest.shift()![name] : undefined);
  const match = take('$match');
  if (isDocument(match)) read.filter = match;
  const sort = take('$sort');
  if (isDocument(sort)) read.sort = sort;
  const skip = take('$skip');
  if (isNumber(skip)) read.skip = toNumber(skip);
  const limit = take('$limit');
  if (isNumber(limit)) read.limit = toNumber(limit);
  return { read, rest };
}

/** `countDocuments` of the driver: nothing but a number is needed, so no document has to travel. */
const isCount = (stages: Document[]): boolean => {
  const group = stages.length === 1 ? stages[0]!.$group : undefined;
  if (!isDocument(group) || Object.keys(group).join() !== '_id,n' || !isDocument(group.n)) return false;
  return group._id === 1 && Object.keys(group.n).join() === '$sum' && group.n.$sum === 1;
};

async function* countStream(matches: AsyncIterable<unknown>): AsyncGenerator<Document, void, undefined> {
  let count = 0;
  for await (const _ of matches) count++;
  if (count > 0) yield { _id: 1, n: count };
}

/** The stages and the cursor options of an aggregate command. @throws MongoError for a malformed one. */
function readPipeline({ fields, command }: CommandContext): {
  stages: Document[];
  batchSize: number | undefined;
} {
  if (command.pipeline === undefined) throw fields.missing('pipeline');
  if (!Array.isArray(command.pipeline)) throw typeMismatch("'pipeline' option must be specified as an array");
  const stages = command.pipeline.map((stage) => {
    if (!isDocument(stage)) throw typeMismatch("Each element of the 'pipeline' array must be an object");
    return stage;
  });
  return { stages, batchSize: fields.batchSize() };
}

export const aggregate: CommandDefinition = {
  fields: ['pipeline', 'explain', 'allowDiskUse', 'cursor', 'bypassDocumentValidation', 'collation', 'hint', 'let'],
  inTransaction: true,
  async run(context) {
    const { command, server, databaseName, unit, fields } = context;
    fields.refuse('explain');
    if (!isDocument(command.cursor)) {
      throw failedToParse("The 'cursor' option is required, except for aggregate with the explain argument");
    }
    const { stages, batchSize } = readPipeline(context);
    const now = new Date();
    const settings = {
      now,
      collation: readCollation(fields),
      variables: readVariables(context, fields.document('let'), now),
    };
    validatePipeline(stages, settings.variables, settings.collation);
    const isWhole = isNumber(command.aggregate) && toNumber(command.aggregate) === 1;
    const name = isWhole ? undefined : collectionName(context);
    const namespace = `${databaseName}.${name ?? '$cmd.aggregate'}`;
    if (stages[0] && Object.hasOwn(stages[0], '$changeStream')) {
      return server.cursors.open(namespace, openChangeStream(context, stages, name), { batchSize });
    }
    if (name === undefined) {
      throw new MongoError(
        73,
        'InvalidNamespace',
        '{aggregate: 1} is not valid for this pipeline; it needs a collection',
      );
    }
    const { view, release } = openView(context);
    try {
      const last = stages.at(-1);
      const target = last && Object.hasOwn(last, '$merge') ? last.$merge : undefined;
      const documents = openPipeline(
        context,
        view,
        name,
        target === undefined ? stages : stages.slice(0, -1),
        settings,
      );
      if (target === undefined) {
        return await server.cursors.open(namespace, streamSource(documents, encode, release), { batchSize, unit });
      }
      await runMerge(context, target, documents);
      release();
      return await server.cursors.open(namespace, streamSource([], encode), { batchSize });
    } catch (error) {
      release();
      throw error;
    }
  },
};

function openPipeline(
  context: CommandContext,
  view: View,
  name: string,
  stages: Document[],
  settings: PipelineSettings,
): AsyncIterable<Document> {
  const { read, rest } = splitPipeline(stages);
  const collection = findCollection(context, name);
  const prepared = prepareRead(collection, { ...read, ...settings, hint: readHint(context.command.hint) });
  const matches = readMatches(context.server.database, view, collection, prepared);
  if (isCount(rest)) return countStream(matches);
  const documents = documentsOf(matches);
  return rest.length === 0 ? documents : runPipeline(documents, rest, pipelineEnvironment(context, view, settings));
}
