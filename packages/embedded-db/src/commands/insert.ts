import { ObjectId, Timestamp } from 'bson';
import { isDocument, typeName, type Document } from '../bson/value';
import { MongoError } from '../errors';
import type { UnitOfWork } from '../store/unit-of-work';
import { writingPlace, type CommandContext, type CommandDefinition, type Place } from './context';
import { checkBatchSize, runStatements, runWrite, withErrors } from './write-batch';

/** Puts a new document in its stored form: `_id` first, made if missing, and empty timestamps filled. */
export function prepareInsert(context: CommandContext, document: Document): Document {
  const { _id = new ObjectId(), ...rest } = document;
  checkId(_id);
  for (const [field, value] of Object.entries(rest)) {
    if (value instanceof Timestamp && value.isZero()) rest[field] = context.server.database.oplog.now();
  }
  return { _id, ...rest };
}

/** @throws MongoError 53 or 52 for a value that cannot be an `_id`. */
function checkId(id: Document['_id']): void {
  const type = typeName(id);
  if (type === 'array' || type === 'regex' || type === 'undefined') {
    throw new MongoError(53, 'InvalidIdField', `The '_id' value cannot be of type ${type}`);
  }
  const reserved = isDocument(id) ? Object.keys(id).find((field) => field.startsWith('$')) : undefined;
  if (reserved !== undefined) {
    throw new MongoError(
      52,
      'DollarPrefixedFieldName',
      `_id fields may not contain '$'-prefixed fields: ${reserved} is not valid for storage.`,
    );
  }
}

/** Whether a document can be stored byte by byte as it came. */
const isStoredForm = (document: Document): boolean =>
  Object.keys(document)[0] === '_id' && !Object.values(document).some((value) => value instanceof Timestamp);

/** Inserts one document, and makes its collection for the first; `bytes` is the document as received, if it was. */
export function insertDocument(
  context: CommandContext,
  unit: UnitOfWork,
  { database, name }: Place,
  document: Document,
  bytes?: Buffer,
): void {
  if (bytes && isStoredForm(document)) {
    checkId(document._id);
    unit.insert(unit.findOrCreate(database, name), document, bytes);
  } else {
    const prepared = prepareInsert(context, document);
    unit.insert(unit.findOrCreate(database, name), prepared);
  }
}

export const insert: CommandDefinition = {
  fields: ['documents', 'ordered', 'bypassDocumentValidation'],
  inTransaction: true,
  isRetryable: true,
  run(context) {
    const place = writingPlace(context);
    const documents = context.fields.documents('documents');
    const received = context.sequences.get('documents');
    const ordered = context.fields.boolean('ordered') ?? true;
    checkBatchSize(documents.length);
    return runWrite(context, async (unit) => {
      let inserted = 0;
      const errors = await runStatements(context, unit, documents.length, ordered, (position) => {
        insertDocument(context, unit, place, documents[position]!, received?.[position]);
        inserted++;
      });
      return withErrors({ n: inserted }, errors);
    });
  },
};
