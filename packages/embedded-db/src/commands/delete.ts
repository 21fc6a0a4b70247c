import type { Document, Value } from '../bson/value';
import { failedToParse } from '../errors';
import { collationOf, type Collation } from '../query/collation';
import type { Collection } from '../store/catalog';
import { prepareRead, readMatches, type Match } from '../store/reader';
import type { UnitOfWork } from '../store/unit-of-work';
import { Arguments } from './arguments';
import { collectionName, readVariables, type CommandContext, type CommandDefinition } from './context';
import { readHint } from './find';
import { checkBatchSize, runStatements, runWrite, withErrors } from './write-batch';

export interface DeleteStatement {
  filter: Document;
  /** How many at most; 0 for all. */
  limit: number;
  collation?: Collation;
  hint?: Value;
  sort?: Document;
  variables: Document;
}

/** Removes what a filter matches; the documents removed. */
export async function deleteDocuments(
  context: CommandContext,
  unit: UnitOfWork,
  collection: Collection | undefined,
  statement: DeleteStatement,
): Promise<Match[]> {
  const prepared = prepareRead(collection, statement);
  const matches: Match[] = [];
  for await (const match of readMatches(context.server.database, unit, collection, prepared)) matches.push(match);
  if (collection) for (const match of matches) unit.remove(collection, match);
  return matches;
}

/** Outside a transaction every document is removed for itself: after so many, others have their turn. */
const PART = 500;

const STATEMENT_FIELDS = new Set(['q', 'limit', 'collation', 'hint']);

/** A statement as it is read with the command; what its collation means is only found out when it runs. */
type Statement = Omit<DeleteStatement, 'collation' | 'variables'> & { collation?: Document };

function readStatement(document: Document): Statement {
  const fields = new Arguments('delete.deletes', document);
  fields.allowOnly(STATEMENT_FIELDS);
  const filter = fields.requiredDocument('q');
  const limit = fields.integer('limit', 0);
  if (limit === undefined) throw fields.missing('limit');
  if (limit !== 0 && limit !== 1) {
    throw failedToParse(`The limit field in delete objects must be 0 or 1. Got ${limit}`);
  }
  return { filter, limit, collation: fields.document('collation'), hint: readHint(document.hint) };
}

export const remove: CommandDefinition = {
  fields: ['deletes', 'ordered', 'let'],
  inTransaction: true,
  isRetryable: true,
  async run(context) {
    const name = collectionName(context);
    const { fields } = context;
    const statements = fields.documents('deletes').map(readStatement);
    checkBatchSize(statements.length);
    const variables = readVariables(context, fields.document('let'), new Date());
    const [only] = statements;
    const inParts = statements.length === 1 && only?.limit === 0 && !context.unit && context.retryNumber === undefined;
    const run = (part: number): Promise<Document> =>
      runWrite(context, async (unit) => {
        const collection = unit.find(`${context.databaseName}.${name}`);
        let removed = 0;
        const ordered = fields.boolean('ordered') ?? true;
        const errors = await runStatements(context, unit, statements.length, ordered, async (position) => {
          const { collation, ...statement } = statements[position]!;
          const read = { ...statement, limit: part || statement.limit, collation: collationOf(collation), variables };
          removed += (await deleteDocuments(context, unit, collection, read)).length;
        });
        return withErrors({ n: removed }, errors);
      });
    if (!inParts) return run(0);
    let removed = 0;
    for (;;) {
      const reply = await run(PART);
      removed += Number(reply.n);
      if (Number(reply.n) < PART || reply.writeErrors) return { ...reply, n: removed };
      await new Promise((resolve) => setImmediate(resolve));
    }
  },
};
