import { isDocument, type Document } from '../bson/value';
import { location } from '../errors';
import type { Collation } from '../query/collation';
import { compileFilter } from '../query/match';
import { sortDocuments } from '../query/sort';
import { toWhole } from '../bson/number';
import { compileDocumentStage, isUpdateStage } from './document-stages';
import { scopeOf } from './expression';

/** What a pipeline gets from the server that runs it. */
export interface PipelineEnvironment {
  readCollection(name: string, filter?: Document): AsyncIterable<Document>;
  now: Date;
  variables: Document;
  collation?: Collation;
  /** Awaited often, so that long pipelines let others in between. */
  breathe(): Promise<void> | undefined;
}

const OTHERS = ['$match', '$sort', '$skip', '$limit', '$count', '$group', '$merge', '$changeStream'];

/** @throws MongoError 40323 or 40324 for a stage that is malformed or unknown. */
export function validatePipeline(stages: Document[]): void {
  for (const stage of stages) {
    const [name, ...others] = Object.keys(stage);
    if (name === undefined || others.length > 0) {
      throw location(40323, 'A pipeline stage specification object must contain exactly one field.');
    }
    if (!isUpdateStage(name) && !OTHERS.includes(name)) {
      throw location(40324, `Unrecognized pipeline stage name: '${name}'`);
    }
  }
}

/** Runs the stages over a source of documents. */
export async function* runPipeline(
  source: AsyncIterable<Document>,
  stages: Document[],
  environment: PipelineEnvironment,
): AsyncGenerator<Document, void, undefined> {
  const [stage, ...rest] = stages;
  if (!stage) yield* source;
  else yield* runPipeline(runStage(source, stage, environment), rest, environment);
}

async function* runStage(
  source: AsyncIterable<Document>,
  stage: Document,
  { variables, collation, breathe }: PipelineEnvironment,
): AsyncGenerator<Document, void, undefined> {
  const [name, argument] = Object.entries(stage)[0]!;
  const spec = isDocument(argument) ? argument : {};
  const whole = toWhole(argument) ?? 0;
  const filter = name === '$match' ? compileFilter(spec, { collation, variables }) : undefined;
  const change = isUpdateStage(name) ? compileDocumentStage(name, argument, scopeOf(variables, collation)) : undefined;
  const kept: Document[] = [];
  let count = 0;
  for await (const document of source) {
    await breathe();
    count++;
    if (filter?.matches(document)) yield document;
    else if (change) yield change(document, variables);
    else if (name === '$skip' && count > whole) yield document;
    else if (name === '$limit') {
      yield document;
      if (count >= whole) return;
    } else if (name === '$sort') kept.push(document);
    else if (name === '$group') throw location(40324, `Unrecognized pipeline stage name: '${name}'`);
  }
  if (name === '$sort') yield* sortDocuments(kept, spec, collation);
  if (name === '$count' && count > 0) yield { [String(argument)]: count };
}
