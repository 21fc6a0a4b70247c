import { runPipeline } from '../aggregate/pipeline';
import { encode } from '../bson/codec';
import { isDocument, type Document, type Value } from '../bson/value';
import { MongoError, badValue, location, unknownField } from '../errors';
import { getPath, setPath } from '../query/paths';
import { checkNamespace, type Collection } from '../store/catalog';
import { prepareRead, readMatches, type Match } from '../store/reader';
import type { UnitOfWork } from '../store/unit-of-work';
import { describeUpdate } from '../update/diff';
import { readVariables, type CommandContext } from './context';
import { pipelineEnvironment } from './pipeline-environment';
import { prepareInsert } from './insert';

interface MergeTarget {
  database: string;
  collection: string;
  on: string[];
  whenMatched: Value;
  whenNotMatched: Value;
  variables: Document | undefined;
}

const FIELDS = ['into', 'on', 'let', 'whenMatched', 'whenNotMatched'];

function readMerge(context: CommandContext, spec: Value): MergeTarget {
  const merge: Document = isDocument(spec) ? spec : { into: spec };
  const unknown = Object.keys(merge).find((field) => !FIELDS.includes(field));
  if (unknown !== undefined) {
    throw unknownField(`$merge.${unknown}`);
  }
  const { into, on = '_id', let: variables, whenMatched = 'merge', whenNotMatched = 'insert' } = merge;
  const database = isDocument(into) && into.db !== undefined ? into.db : context.databaseName;
  const collection = isDocument(into) ? into.coll : into;
  if (typeof database !== 'string' || typeof collection !== 'string') {
    throw location(51178, "$merge 'into' field must be a string or an object with a 'coll' field");
  }
  checkNamespace(database, collection);
  const paths = Array.isArray(on) ? on : [on];
  if (!Array.isArray(whenMatched) && !['merge', 'replace', 'keepExisting', 'fail'].includes(String(whenMatched))) {
    throw badValue(`Enumeration value '${String(whenMatched)}' for field 'whenMatched' is not a valid value.`);
  }
  if (!['insert', 'discard', 'fail'].includes(String(whenNotMatched))) {
    throw badValue(`Enumeration value '${String(whenNotMatched)}' for field 'whenNotMatched' is not a valid value.`);
  }
  return {
    database,
    collection,
    on: paths.map(String),
    whenMatched,
    whenNotMatched,
    variables: isDocument(variables) ? variables : undefined,
  };
}

/**
 * Writes the results of a pipeline into a collection (`$merge`), all in one commit.
 *
 * @throws MongoError 51183 when no unique index covers `on`, 13113 or 11000 where the stage says to fail.
 */
export async function runMerge(context: CommandContext, spec: Value, results: AsyncIterable<Document>): Promise<void> {
  const target = readMerge(context, spec);
  const documents: Document[] = [];
  for await (const document of results) documents.push(prepareInsert(context, document));
  await context.server.database.write(
    async (unit) => {
      const collection = unit.findOrCreate(target.database, target.collection);
      checkUnique(collection, target.on);
      for (const document of documents) await mergeDocument(context, unit, collection, target, document);
    },
    { deadline: context.deadline },
  );
}

function checkUnique(collection: Collection, on: string[]): void {
  const wanted = [...on].sort().join('\0');
  const covers = collection.indexes.some(
    (index) => index.unique && !index.partial && [...index.fields].sort().join('\0') === wanted,
  );
  if (!covers) throw location(51183, 'Cannot find index to verify that join fields will be unique');
}

async function mergeDocument(
  context: CommandContext,
  unit: UnitOfWork,
  collection: Collection,
  target: MergeTarget,
  document: Document,
): Promise<void> {
  const filter: Document = {};
  for (const path of target.on) {
    const value = getPath(document, path);
    if (value === undefined || value === null || Array.isArray(value)) {
      throw location(51132, `$merge write error: 'on' field cannot be missing, null, undefined or an array`);
    }
    filter[path] = { $eq: value };
  }
  const prepared = prepareRead(collection, { filter, limit: 1 });
  let existing: Match | undefined;
  for await (const match of readMatches(context.server.database, unit, collection, prepared)) existing = match;
  if (!existing) {
    if (target.whenNotMatched === 'insert') unit.insert(collection, document);
    else if (target.whenNotMatched === 'fail') {
      throw new MongoError(
        13113,
        'MergeStageNoMatchingDocument',
        '$merge could not find a matching document in the target collection for at least one document in the source collection',
      );
    }
    return;
  }
  // The insertion that is asked for fails, and says on which key.
  if (target.whenMatched === 'fail') return unit.insert(collection, document);
  const merged = await merge(context, target, existing.document, document);
  if (!merged || encode(merged).equals(existing.bytes ?? encode(existing.document))) return;
  const updateDescription: Document = { ...describeUpdate(existing.document, merged) };
  unit.replace(collection, existing, merged, { operation: 'update', updateDescription });
}

/** The new version of a document already there; undefined to leave it. */
async function merge(
  context: CommandContext,
  { whenMatched, variables }: MergeTarget,
  existing: Document,
  incoming: Document,
): Promise<Document | undefined> {
  if (whenMatched === 'keepExisting') return undefined;
  if (whenMatched === 'replace') return { ...incoming, _id: existing._id };
  if (!Array.isArray(whenMatched)) return { ...existing, ...incoming, _id: existing._id };
  const now = new Date();
  const view = { snapshot: context.server.database.environment.snapshot() };
  try {
    const settings = { now, variables: { ...readVariables(context, variables, now), new: incoming } };
    const source = (async function* () {
      yield existing;
    })();
    for await (const merged of runPipeline(
      source,
      whenMatched.filter(isDocument),
      pipelineEnvironment(context, view, settings),
    )) {
      if (getPath(merged, '_id') === undefined) setPath(merged, '_id', existing._id);
      return merged;
    }
    return undefined;
  } finally {
    view.snapshot.release();
  }
}
