import { isDocument, typeName, type Document, type Value } from '../bson/value';
import { location, typeMismatch } from '../errors';
import type { Collation } from '../query/collation';
import type { Scope } from './core';
import { scopeOf } from './expression';
import { isStageName } from './stage-names';
import { compileStage } from './stages';
import type { PipelineEnvironment, Stage } from './stage';

export type { PipelineEnvironment } from './stage';

/** Names every pipeline may use besides those the command defines. */
const SYSTEM_VARIABLES: Document = { NOW: null, CLUSTER_TIME: null };

/**
 * Checks a whole pipeline without running it: names, shapes, expressions and places. `variables` are those of the
 * command's `let`; only their names matter.
 *
 * @throws MongoError 40324 for an unknown stage, 40601 and 40602 for a stage out of place, and each stage's own.
 */
export function validatePipeline(stages: Value[], variables: Document = {}, collation?: Collation): void {
  compilePipeline(stages, scopeOf({ ...SYSTEM_VARIABLES, ...variables }, collation));
}

/** Runs a pipeline. `$changeStream` and `$merge` are the server's to run and are passed over here. */
export function runPipeline(
  source: AsyncIterable<Document>,
  stages: Document[],
  environment: PipelineEnvironment,
): AsyncIterable<Document> {
  const complete = {
    ...environment,
    variables: { NOW: environment.now, CLUSTER_TIME: null, ...environment.variables },
  };
  return compilePipeline(stages, scopeOf(complete.variables, environment.collation))(source, complete);
}

/** Stages that may not stand inside another stage's pipeline, with the code each place refuses them by. */
const OUTER_ONLY = new Set(['$merge', '$changeStream']);
const INSIDE_CODES: Record<string, number> = { $lookup: 51047, $facet: 40600, $unionWith: 31441 };

function compilePipeline(stages: Value[], scope: Scope, inside?: string): Stage {
  const compiled = stages.map((stage, index) => {
    if (!isDocument(stage)) {
      throw typeMismatch(`Each element of the 'pipeline' array must be an object, found ${typeName(stage)}`);
    }
    const names = Object.keys(stage);
    const [name] = names;
    if (names.length !== 1 || name === undefined) {
      throw location(40323, 'A pipeline stage specification object must contain exactly one field.');
    }
    if (!isStageName(name)) throw location(40324, `Unrecognized pipeline stage name: '${name}'`);
    checkPlace(name, index, stages.length, inside);
    return compileStage(name, stage[name], scope, compilePipeline);
  });
  return (input, environment) => compiled.reduce((documents, stage) => stage(documents, environment), input);
}

function checkPlace(name: string, index: number, length: number, inside: string | undefined): void {
  if (inside && (OUTER_ONLY.has(name) || (inside === '$facet' && name === '$facet'))) {
    throw location(INSIDE_CODES[inside]!, `${name} is not allowed to be used within a ${inside} stage`);
  }
  if (name === '$merge' && index !== length - 1) {
    throw location(40601, '$merge can only be the final stage in the pipeline');
  }
  if (name === '$changeStream' && index !== 0) {
    throw location(40602, '$changeStream is only valid as the first stage in a pipeline');
  }
}
