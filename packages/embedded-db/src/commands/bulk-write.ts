import { encode } from '../bson/codec';
import { toNumber } from '../bson/number';
import { isDocument, isNumber, type Document } from '../bson/value';
import { MongoError, badValue } from '../errors';
import { streamSource } from '../cursors';
import { collationOf } from '../query/collation';
import { checkNamespace } from '../store/catalog';
import type { UnitOfWork } from '../store/unit-of-work';
import type { CursorReply } from '../wire/reply';
import { Arguments } from './arguments';
import { namespaceOf, readVariables, type CommandContext, type CommandDefinition, type Place } from './context';
import { deleteDocuments } from './delete';
import { readHint } from './find';
import { insertDocument } from './insert';
import { checkUpdateType, updateDocuments } from './update-documents';
import { checkBatchSize, runStatements, runWrite } from './write-batch';

const OPERATION_FIELDS: Record<string, ReadonlySet<string>> = {
  insert: new Set(['insert', 'document']),
  update: new Set([
    'update',
    'filter',
    'updateMods',
    'multi',
    'upsert',
    'arrayFilters',
    'collation',
    'hint',
    'constants',
    'sort',
  ]),
  delete: new Set(['delete', 'filter', 'multi', 'collation', 'hint']),
};

const NAMESPACE_FIELDS = new Set(['ns']);

type OperationKind = 'insert' | 'update' | 'delete';
type Totals = Record<'nInserted' | 'nMatched' | 'nModified' | 'nUpserted' | 'nDeleted', number>;

interface Operation {
  kind: OperationKind;
  place: Place;
  fields: Arguments;
}

function readOperation(document: Document, namespaces: readonly Document[]): Operation {
  const kind = Object.keys(document)[0] ?? '';
  const known = OPERATION_FIELDS[kind];
  if (!known) throw badValue(`Unrecognized field in bulkWrite operation: '${kind}'`);
  const fields = new Arguments(`bulkWrite.ops.${kind}`, document);
  fields.allowOnly(known);
  const position = document[kind];
  const namespace = isNumber(position) ? namespaces[toNumber(position)]?.ns : undefined;
  if (typeof namespace !== 'string') {
    throw badValue(`BulkWrite ops entry ${kind} has an invalid nsInfo index.`);
  }
  const [database = '', ...name] = namespace.split('.');
  checkNamespace(database, name.join('.'));
  fields.requiredDocument(kind === 'insert' ? 'document' : 'filter');
  if (kind === 'update') {
    if (document.updateMods === undefined) throw fields.missing('updateMods');
    checkUpdateType(document.updateMods);
  }
  return { kind: kind as OperationKind, place: { database, name: name.join('.') }, fields };
}

/** Writes of several kinds and collections in one command (`client.bulkWrite` of the driver). */
export const bulkWrite: CommandDefinition = {
  fields: ['ops', 'nsInfo', 'ordered', 'errorsOnly', 'bypassDocumentValidation', 'let', 'cursor'],
  inTransaction: true,
  isRetryable: true,
  async run(context) {
    const { fields, databaseName } = context;
    if (databaseName !== 'admin')
      throw new MongoError(13, 'Unauthorized', 'bulkWrite may only be run against the admin database.');
    const namespaces = fields.documents('nsInfo');
    for (const namespace of namespaces) new Arguments('bulkWrite.nsInfo', namespace).allowOnly(NAMESPACE_FIELDS);
    const operations = fields.documents('ops').map((document) => readOperation(document, namespaces));
    checkBatchSize(operations.length);
    const errorsOnly = fields.boolean('errorsOnly') ?? false;
    const ordered = fields.boolean('ordered') ?? true;
    const reply = await runWrite(context, async (unit) => {
      const variables = readVariables(context, fields.document('let'), new Date());
      const totals: Totals = { nInserted: 0, nMatched: 0, nModified: 0, nUpserted: 0, nDeleted: 0 };
      const results: Document[] = [];
      const errors = await runStatements(context, unit, operations.length, ordered, async (position) => {
        const result = await runOperation(context, unit, operations[position]!, variables, totals);
        if (!errorsOnly) results.push({ ok: 1, idx: position, ...result });
      });
      for (const { index, ...error } of errors) results.push({ ok: 0, idx: index, n: 0, ...error });
      results.sort((a, b) => (a.idx as number) - (b.idx as number));
      return { ...totals, nErrors: errors.length, results };
    });
    return openResults(context, reply);
  },
};

async function runOperation(
  context: CommandContext,
  unit: UnitOfWork,
  { kind, place, fields }: Operation,
  variables: Document,
  totals: Totals,
): Promise<Document> {
  if (kind === 'insert') {
    insertDocument(context, unit, place, fields.requiredDocument('document'));
    totals.nInserted++;
    return { n: 1 };
  }
  const multi = fields.boolean('multi') ?? false;
  const read = {
    filter: fields.requiredDocument('filter'),
    collation: collationOf(fields.document('collation')),
    hint: readHint(fields.fields.hint),
    constants: fields.document('constants'),
    variables: { ...variables, ...fields.document('constants') },
  };
  if (kind === 'delete') {
    const collection = unit.find(namespaceOf(place));
    const removed = await deleteDocuments(context, unit, collection, { ...read, limit: multi ? 0 : 1 });
    totals.nDeleted += removed.length;
    return { n: removed.length };
  }
  const outcome = await updateDocuments(context, unit, place, {
    ...read,
    update: fields.fields.updateMods,
    multi,
    upsert: fields.boolean('upsert'),
    arrayFilters: fields.fields.arrayFilters === undefined ? undefined : fields.documents('arrayFilters'),
    sort: fields.document('sort'),
  });
  totals.nMatched += outcome.matched;
  totals.nModified += outcome.modified;
  if (outcome.upserted === undefined) return { n: outcome.matched, nModified: outcome.modified };
  totals.nUpserted++;
  return { n: 1, nModified: 0, upserted: { _id: outcome.upserted } };
}

/** The results of the single writes come as a cursor of their own. */
async function openResults(context: CommandContext, { results, ...totals }: Document): Promise<CursorReply> {
  const source = streamSource((results as Document[]).filter(isDocument), encode);
  const batchSize = context.fields.batchSize() ?? Infinity;
  const reply = await context.server.cursors.open('admin.$cmd.bulkWrite', source, { batchSize, unit: context.unit });
  return reply.with(totals);
}
