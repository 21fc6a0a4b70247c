import type { Document } from '../bson/value';
import { collationOf } from '../query/collation';
import { Arguments } from './arguments';
import { readVariables, writingPlace, type CommandDefinition } from './context';
import { readHint } from './find';
import { checkUpdateType, type UpdatePart, updateDocuments, type UpdateStatement } from './update-documents';
import { checkBatchSize, runStatements, runWrite, withErrors } from './write-batch';

const STATEMENT_FIELDS = new Set(['q', 'u', 'c', 'multi', 'upsert', 'arrayFilters', 'collation', 'hint', 'sort']);

/** A statement as it is read with the command; what its collation means is only found out when it runs. */
type Statement = Omit<UpdateStatement, 'collation' | 'variables'> & { collation?: Document };

function readStatement(document: Document): Statement {
  const fields = new Arguments('update.updates', document);
  fields.allowOnly(STATEMENT_FIELDS);
  const filter = fields.requiredDocument('q');
  if (document.u === undefined) throw fields.missing('u');
  checkUpdateType(document.u);
  return {
    filter,
    update: document.u,
    multi: fields.boolean('multi'),
    upsert: fields.boolean('upsert'),
    arrayFilters: document.arrayFilters === undefined ? undefined : fields.documents('arrayFilters'),
    collation: fields.document('collation'),
    hint: readHint(document.hint),
    sort: fields.document('sort'),
    constants: fields.document('c'),
  };
}

/** Outside a transaction every document is updated for itself: after so many, others have their turn. */
const PART = 500;

export const update: CommandDefinition = {
  fields: ['updates', 'ordered', 'bypassDocumentValidation', 'let'],
  inTransaction: true,
  isRetryable: true,
  async run(context) {
    const place = writingPlace(context);
    const { fields } = context;
    const statements = fields.documents('updates').map(readStatement);
    checkBatchSize(statements.length);
    const [only] = statements;
    const inParts = statements.length === 1 && only?.multi && !context.unit && context.retryNumber === undefined;
    const variables = readVariables(context, fields.document('let'), new Date());
    let left: number[] = [];
    const run = (part?: UpdatePart): Promise<Document> =>
      runWrite(context, async (unit) => {
        const upserted: Document[] = [];
        const totals = { n: 0, nModified: 0 };
        const ordered = fields.boolean('ordered') ?? true;
        const errors = await runStatements(context, unit, statements.length, ordered, async (position) => {
          const { collation, ...statement } = statements[position]!;
          const read = {
            ...statement,
            collation: collationOf(collation),
            variables: { ...variables, ...statement.constants },
          };
          const outcome = await updateDocuments(context, unit, place, read, part);
          const isUpsert = outcome.upserted !== undefined;
          totals.n += outcome.matched + (isUpsert ? 1 : 0);
          totals.nModified += outcome.modified;
          left = outcome.left;
          if (isUpsert) upserted.push({ index: position, _id: outcome.upserted });
        });
        return withErrors(upserted.length === 0 ? totals : { ...totals, upserted }, errors);
      });
    const first = await run(inParts ? { size: PART } : undefined);
    if (left.length === 0 || first.writeErrors) return first;
    const later = left;
    const totals = { n: Number(first.n), nModified: Number(first.nModified) };
    for (let start = 0; start < later.length; start += PART) {
      await new Promise((resolve) => setImmediate(resolve));
      const reply = await run({ size: PART, of: later.slice(start, start + PART) });
      // Of a statement that failed nothing is counted, whatever it has changed until then.
      if (reply.writeErrors) return reply;
      totals.n += Number(reply.n);
      totals.nModified += Number(reply.nModified);
    }
    return totals;
  },
};
