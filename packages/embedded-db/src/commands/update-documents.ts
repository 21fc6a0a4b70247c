import { encode } from '../bson/codec';
import { isDocument, type Document, type Value } from '../bson/value';
import { equalValues } from '../bson/compare';
import { MongoError, failedToParse, location } from '../errors';
import type { Collation } from '../query/collation';
import { upsertBase } from '../query/upsert';
import { readRecords } from '../store/read-records';
import { prepareRead, readMatches, type Match } from '../store/reader';
import type { UnitOfWork } from '../store/unit-of-work';
import { compileUpdate, type CompiledUpdate } from '../update/apply';
import { describeUpdate } from '../update/diff';
import { namespaceOf, writeMoment, type CommandContext, type Place } from './context';
import { prepareInsert } from './insert';

/** One update statement, of `update`, `findAndModify` or `bulkWrite`. */
export interface UpdateStatement {
  filter: Document;
  update: Value;
  multi?: boolean;
  upsert?: boolean;
  arrayFilters?: Document[];
  collation?: Collation;
  hint?: Value;
  sort?: Document;
  /** Variables of this statement alone, which only a pipeline may have. */
  constants?: Document;
  variables: Document;
}

/** At most so many documents of all that an update is for; where those of a part before left some, these. */
export interface UpdatePart {
  size: number;
  of?: readonly number[];
}

export interface UpdateOutcome {
  matched: number;
  modified: number;
  upserted?: Value;
  /** The documents that a part has left to the next ones. */
  left: number[];
  /** The last document touched, before and after. */
  before?: Match;
  after?: Document;
}

/** A document is a replacement when it begins with no operator; an empty one replaces by nothing but the `_id`. */
const isReplacement = (update: Value): update is Document =>
  isDocument(update) && !(Object.keys(update)[0] ?? '').startsWith('$');

/** @throws MongoError 9 for what is neither a document nor a pipeline. */
export function checkUpdateType(update: Value): asserts update is Document | Value[] {
  if (isDocument(update) || Array.isArray(update)) return;
  throw failedToParse('Update argument must be either an object or an array');
}

/**
 * Runs an update statement on top of a unit of work.
 *
 * @throws MongoError for statements MongoDB refuses, 112 or BlockedByTransaction for conflicts.
 */
export async function updateDocuments(
  context: CommandContext,
  unit: UnitOfWork,
  place: Place,
  statement: UpdateStatement,
  part?: UpdatePart,
): Promise<UpdateOutcome> {
  const { filter, update, arrayFilters, collation, variables } = statement;
  checkUpdateType(update);
  if (statement.sort && statement.multi) throw failedToParse('Cannot specify sort with multi=true');
  if (statement.constants && !Array.isArray(update)) {
    throw location(51198, 'Constant values may only be specified for pipeline updates');
  }
  const replaces = isReplacement(update);
  if (statement.multi && replaces) throw failedToParse('multi update is not supported for replacement-style update');
  const compiled = compileUpdate(update as Document | Document[], {
    arrayFilters,
    collation,
    isReplacement: replaces,
    variables,
  });
  const { hint, sort, multi } = statement;
  const collection = unit.find(namespaceOf(place));
  const prepared = prepareRead(collection, { filter, sort, hint, collation, variables, limit: multi ? 0 : 1 });
  const { database } = context.server;
  const found =
    collection && part?.of
      ? readRecords(database, unit, collection, prepared, part.of)
      : readMatches(database, unit, collection, prepared);
  const matches: Match[] = [];
  const left: number[] = [];
  for await (const match of found)
    if (part && matches.length === part.size) left.push(match.recordId);
    else matches.push(match);
  if (matches.length === 0 && statement.upsert && !part?.of)
    return upsertDocument(context, unit, place, statement, compiled);

  const outcome: UpdateOutcome = { matched: matches.length, modified: 0, left };
  if (!collection) return outcome;
  for (const match of matches) {
    const after = compiled.apply(match.document, {
      position: match.position,
      isUpsertInsert: false,
      ...writeMoment(context),
    });
    outcome.before = match;
    outcome.after = after;
    if (encode(after).equals(match.bytes ?? encode(match.document))) continue;
    outcome.modified++;
    unit.replace(
      collection,
      match,
      after,
      replaces
        ? { operation: 'replace' }
        : { operation: 'update', updateDescription: { ...describeUpdate(match.document, after) } },
    );
  }
  return outcome;
}

function upsertDocument(
  context: CommandContext,
  unit: UnitOfWork,
  { database, name }: Place,
  { filter, update }: UpdateStatement,
  compiled: CompiledUpdate,
): UpdateOutcome {
  const fromFilter = upsertBase(filter);
  const base: Document = isReplacement(update) ? withId(fromFilter._id) : fromFilter;
  const made = compiled.apply(base, { isUpsertInsert: true, ...writeMoment(context) });
  const filterId = fromFilter._id;
  if (filterId !== undefined && made._id !== undefined && !equalValues(filterId, made._id)) {
    throw new MongoError(
      66,
      'ImmutableField',
      `Performing an update on the path '_id' would modify the immutable field '_id'`,
    );
  }
  const document = prepareInsert(context, filterId === undefined ? made : { ...made, _id: filterId });
  unit.insert(unit.findOrCreate(database, name), document);
  return { matched: 0, modified: 0, left: [], upserted: document._id, after: document };
}

const withId = (id: Value): Document => (id === undefined ? {} : { _id: id });
