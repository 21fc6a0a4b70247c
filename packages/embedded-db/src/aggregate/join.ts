import { isDocument, isRegExp, typeName, type Document, type Value } from '../bson/value';
import { failedToParse, unknownField } from '../errors';
import { isOperatorDocument } from '../query/operators';
import { EMPTY_ARRAY_KEY, getPath, pathValues } from '../query/paths';
import { applyTree, readTree } from './project';
import { widen, type Evaluate, type Scope } from './core';
import { compileExpression, parseFieldPath } from './expression';
import { checkVariableName } from './operators/conditions';
import { collect, type CompileNested, type PipelineEnvironment, type Stage } from './stage';

const LOOKUP_FIELDS = new Set(['from', 'localField', 'foreignField', 'let', 'pipeline', 'as']);

interface Lookup {
  from: string;
  localField: string | undefined;
  foreignField: string | undefined;
  pipeline: Document[] | undefined;
  variables: Document;
  as: string;
}

function readLookup(argument: Value): Lookup {
  if (!isDocument(argument)) {
    throw failedToParse(`the $lookup stage specification must be an object, but found ${typeName(argument)}`);
  }
  for (const field of Object.keys(argument)) {
    if (!LOOKUP_FIELDS.has(field)) throw failedToParse(`unknown argument to $lookup: ${field}`);
  }
  const text = (field: string): string | undefined => {
    const value = argument[field];
    if (value !== undefined && typeof value !== 'string') {
      throw failedToParse(`$lookup argument '${field}' must be a string, found ${typeName(value)}`);
    }
    return value;
  };
  const { pipeline, let: variables } = argument;
  const [from, as, localField, foreignField] = ['from', 'as', 'localField', 'foreignField'].map(text);
  if (pipeline !== undefined && !Array.isArray(pipeline))
    throw failedToParse("'pipeline' option must be specified as an array");
  if (variables !== undefined && !isDocument(variables)) {
    throw failedToParse(`$lookup argument 'let' must be an object, found ${typeName(variables)}`);
  }
  if (as === undefined) throw failedToParse("must specify 'as' field for a $lookup");
  if (from === undefined) throw failedToParse("must specify 'from' field for a $lookup");
  if ((localField === undefined) !== (foreignField === undefined) || (!pipeline && localField === undefined)) {
    throw failedToParse("$lookup requires either 'pipeline' or both 'localField' and 'foreignField' to be specified");
  }
  if (!pipeline && variables) throw failedToParse("$lookup with a 'let' argument must also specify 'pipeline'");
  for (const path of [as, localField, foreignField]) if (path !== undefined) parseFieldPath(path);
  return {
    from,
    localField,
    foreignField,
    pipeline: pipeline as Document[] | undefined,
    variables: variables ?? {},
    as,
  };
}

/** Compiles `$lookup`: by equal fields, by a pipeline with variables, or by both. */
export function compileLookup(argument: Value, scope: Scope, nested: CompileNested): Stage {
  const lookup = readLookup(argument);
  const names = Object.keys(lookup.variables);
  names.forEach(checkVariableName);
  const lets = names.map((name): [string, Evaluate] => [name, compileExpression(lookup.variables[name], scope)]);
  const run = lookup.pipeline && nested(lookup.pipeline, widen(scope, names), '$lookup');
  const target = readTree({ [lookup.as]: '$$joined' }, { scope: widen(scope, ['joined']), isAdding: true });
  return async function* (input, environment) {
    for await (const document of input) {
      const variables = { ...environment.variables };
      for (const [name, evaluate] of lets) variables[name] = evaluate(document, environment.variables);
      const inner: PipelineEnvironment = { ...environment, variables };
      const foreign = readForeign(document, lookup, environment);
      const joined = await collect(run ? run(foreign, inner) : foreign, environment);
      yield applyTree(document, target, 'add', { root: document, variables: { joined } }) as Document;
    }
  };
}

function readForeign(document: Document, lookup: Lookup, environment: PipelineEnvironment): AsyncIterable<Document> {
  const { from, localField, foreignField } = lookup;
  // A filter the pipeline begins with is handed to the store, which may have an index for it.
  const first = lookup.pipeline?.[0]?.$match;
  const leading = isDocument(first) && !mentionsExpression(first) ? first : undefined;
  if (localField === undefined || foreignField === undefined) return environment.readCollection(from, leading);
  const join = joinFilter(document, localField, foreignField);
  return environment.readCollection(from, leading ? { $and: [join, leading] } : join);
}

/** True when a filter holds an `$expr`, whose variables only the pipeline knows. */
function mentionsExpression(value: Value): boolean {
  if (Array.isArray(value)) return value.some(mentionsExpression);
  return isDocument(value) && Object.keys(value).some((field) => field === '$expr' || mentionsExpression(value[field]));
}

/** The foreign documents whose field equals the local one, or any of its elements; missing stands for null. */
function joinFilter(document: Document, localField: string, foreignField: string): Document {
  const whole = getPath(document, localField);
  const { values, multikey } = pathValues(document, localField);
  const wanted = values
    .filter((value) => value !== EMPTY_ARRAY_KEY && !(multikey && value === undefined))
    .map((value) => value ?? null);
  if (whole === undefined && !multikey) return { [foreignField]: null };
  const isPlain = wanted.every((value) => !isRegExp(value) && !isOperatorDocument(value));
  if (isPlain) return { [foreignField]: { $in: wanted } };
  return { $or: wanted.map((value) => ({ [foreignField]: { $eq: value } })) };
}

/** Compiles `$unionWith`: the documents so far, then another collection's through a pipeline of its own. */
export function compileUnionWith(argument: Value, scope: Scope, nested: CompileNested): Stage {
  const { coll, pipeline } = readUnion(argument);
  const run = nested(pipeline, scope, '$unionWith');
  return async function* (input, environment) {
    yield* input;
    yield* run(environment.readCollection(coll), environment);
  };
}

function readUnion(argument: Value): { coll: string; pipeline: Document[] } {
  if (typeof argument === 'string') return { coll: argument, pipeline: [] };
  if (!isDocument(argument)) {
    throw failedToParse(
      `the $unionWith stage specification must be an object or string, but found ${typeName(argument)}`,
    );
  }
  const { coll, pipeline = [], ...others } = argument;
  for (const field of Object.keys(others)) throw unknownField(`$unionWith.${field}`);
  if (coll === undefined)
    throw failedToParse('$unionWith stage without explicit collection is not supported by this server');
  if (typeof coll !== 'string')
    throw failedToParse(`BSON field '$unionWith.coll' is the wrong type '${typeName(coll)}'`);
  if (!Array.isArray(pipeline)) throw failedToParse("BSON field '$unionWith.pipeline' must be an array");
  return { coll, pipeline: pipeline as Document[] };
}
