import type { Document } from '../bson/value';
import { validatePipeline } from '../aggregate/pipeline';
import { badValue } from '../errors';
import { prepareRead, readMatches, type PreparedRead, type ReadRequest, type ReadStatistics } from '../store/reader';
import type { IndexScan } from '../store/planner';
import { splitPipeline } from './aggregate';
import { Arguments } from './arguments';
import {
  collectionName,
  findCollection,
  openView,
  readCollation,
  readVariables,
  type CommandContext,
  type CommandDefinition,
} from './context';
import { prepareFind, readHint } from './find';

/** The read behind an explained command. */
function explainedRead(context: CommandContext): ReadRequest {
  const { command, fields, name } = context;
  const shared = {
    collation: readCollation(fields),
    hint: readHint(command.hint),
    variables: readVariables(context, fields.document('let'), new Date()),
  };
  switch (name) {
    case 'aggregate': {
      const stages = fields.documents('pipeline');
      validatePipeline(stages, shared.variables, shared.collation);
      return { ...shared, ...splitPipeline(stages).read };
    }
    case 'count':
    case 'distinct':
    case 'findAndModify':
      return { ...shared, filter: fields.document('query') ?? {}, sort: fields.document('sort') };
    case 'update':
    case 'delete': {
      const [statement] = fields.documents(name === 'update' ? 'updates' : 'deletes');
      const inner = new Arguments(name, statement ?? {});
      return { ...shared, filter: inner.document('q') ?? {}, hint: readHint(inner.fields.hint) };
    }
    default:
      throw badValue(`Explain failed due to unknown command: ${name}`);
  }
}

const describeScan = ({ index, reverse }: IndexScan): Document => ({
  stage: 'IXSCAN',
  keyPattern: index.spec.key,
  indexName: index.name,
  isMultiKey: index.traits.arrayPaths.length > 0,
  isUnique: index.unique,
  isSparse: index.sparse,
  isPartial: index.partial !== undefined,
  direction: reverse ? 'backward' : 'forward',
});

/** The plan in the shape MongoDB's `queryPlanner.winningPlan` has. */
function describePlan({ plan, compare, request }: PreparedRead): Document {
  let stage: Document;
  if (plan.kind === 'collection') {
    stage = { stage: 'COLLSCAN', filter: request.filter, direction: plan.reverse ? 'backward' : 'forward' };
  } else {
    const scans = plan.scans.map(describeScan);
    const input = scans.length === 1 ? scans[0]! : { stage: 'OR', inputStages: scans };
    stage = { stage: 'FETCH', filter: request.filter, inputStage: input };
  }
  if (compare && !(plan.kind === 'index' && plan.sorted)) {
    stage = { stage: 'SORT', sortPattern: request.sort, inputStage: stage };
  }
  return stage;
}

export const explain: CommandDefinition = {
  fields: ['verbosity'],
  async run(outer) {
    const { server, fields, databaseName } = outer;
    const command = fields.document('explain');
    if (!command) throw fields.missing('explain');
    const verbosity = fields.fields.verbosity ?? 'allPlansExecution';
    if (typeof verbosity !== 'string' || !['queryPlanner', 'executionStats', 'allPlansExecution'].includes(verbosity)) {
      throw badValue(`Enumeration value '${String(verbosity)}' for field 'explain.verbosity' is not a valid value.`);
    }
    const name = Object.keys(command)[0] ?? '';
    const context = { ...outer, command, name, fields: new Arguments(name, command) };
    const target = collectionName(context);
    const collection = findCollection(context, target);
    const prepared =
      name === 'find' ? prepareFind(context, collection).prepared : prepareRead(collection, explainedRead(context));
    const reply: Document = {
      explainVersion: '1',
      queryPlanner: {
        namespace: `${databaseName}.${target}`,
        parsedQuery: prepared.request.filter,
        winningPlan: collection ? describePlan(prepared) : { stage: 'EOF' },
        rejectedPlans: [],
      },
      command,
    };
    if (verbosity !== 'queryPlanner') {
      const statistics: ReadStatistics = { keys: 0, documents: 0 };
      const { view, release } = openView(outer);
      const start = performance.now();
      let nReturned = 0;
      try {
        for await (const _ of readMatches(server.database, view, collection, prepared, statistics)) nReturned++;
      } finally {
        release();
      }
      reply.executionStats = {
        executionSuccess: true,
        nReturned,
        executionTimeMillis: Math.round(performance.now() - start),
        totalKeysExamined: statistics.keys,
        totalDocsExamined: statistics.documents,
      };
    }
    return reply;
  },
};
