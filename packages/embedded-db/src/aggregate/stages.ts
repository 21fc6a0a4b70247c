import { compileFilter } from '../query/match';
import { parseSort, sortDocuments } from '../query/sort';
import { toNumber, toWhole } from '../bson/number';
import { isDocument, isNumber, setField, typeName, type Document, type Value } from '../bson/value';
import { location } from '../errors';
import { compileDocumentStage, isUpdateStage } from './document-stages';
import type { Scope } from './core';
import { compileExpression } from './expression';
import { compileGroup } from './group';
import { compileLookup, compileUnionWith } from './join';
import { collect, mapping, type CompileNested, type Stage } from './stage';
import { compileUnwind } from './unwind';

/** Compiles one stage whose name is known. */
export function compileStage(name: string, argument: Value, scope: Scope, nested: CompileNested): Stage {
  if (isUpdateStage(name)) {
    const run = compileDocumentStage(name, argument, scope);
    return mapping((document, { variables }) => run(document, variables));
  }
  switch (name) {
    case '$match':
      return compileMatch(argument, scope);
    case '$sort':
      return compileSortStage(argument);
    case '$skip':
      return compileSkip(argument);
    case '$limit':
      return compileLimit(argument);
    case '$group':
      return compileGroup(argument, scope);
    case '$unwind':
      return compileUnwind(argument);
    case '$lookup':
      return compileLookup(argument, scope, nested);
    case '$unionWith':
      return compileUnionWith(argument, scope, nested);
    case '$facet':
      return compileFacet(argument, scope, nested);
    case '$count':
      return compileCount(argument);
    case '$sortByCount':
      return compileSortByCount(argument, scope);
    case '$sample':
      return compileSample(argument);
    case '$merge':
      return checkShape(
        argument,
        typeof argument === 'string' || isDocument(argument),
        51182,
        '$merge requires a string or object argument',
      );
    default:
      return checkShape(argument, isDocument(argument), 50808, `${name} stage specification must be an object`);
  }
}

/** Stages that run in the server: their shape is checked, the documents go through. */
function checkShape(argument: Value, isRight: boolean, code: number, message: string): Stage {
  if (!isRight) throw location(code, `${message}, but found ${typeName(argument)}`);
  return (input) => input;
}

function compileMatch(argument: Value, scope: Scope): Stage {
  if (!isDocument(argument)) throw location(15959, 'the match filter must be an expression in an object');
  const names = Object.fromEntries([...scope.variables].map((name) => [name, null]));
  compileFilter(argument, { collation: scope.collation, variables: names });
  return (input, environment) => {
    const matcher = compileFilter(argument, { collation: scope.collation, variables: environment.variables });
    return mapping((document) => (matcher.matches(document) ? document : undefined))(input, environment);
  };
}

function compileSortStage(argument: Value): Stage {
  if (!isDocument(argument)) throw location(15973, 'the $sort key specification must be an object');
  if (Object.keys(argument).length === 0) throw location(15976, '$sort stage must have at least one sort key');
  parseSort(argument);
  return async function* (input, environment) {
    yield* sortDocuments(await collect(input, environment), argument, environment.collation);
  };
}

function readCount(name: string, argument: Value, code: number): number {
  const count = isNumber(argument) ? toWhole(argument) : undefined;
  if (count === undefined || count < 0) {
    throw location(
      code,
      `invalid argument to ${name} stage: Expected a non-negative integer, found ${typeName(argument)}`,
    );
  }
  return count;
}

function compileSkip(argument: Value): Stage {
  const count = readCount('$skip', argument, 5107200);
  return (input, environment) => {
    let seen = 0;
    return mapping((document) => (seen++ < count ? undefined : document))(input, environment);
  };
}

function compileLimit(argument: Value): Stage {
  const count = readCount('$limit', argument, 5107201);
  if (count === 0) throw location(15958, 'the limit must be positive');
  return async function* (input) {
    let seen = 0;
    for await (const document of input) {
      yield document;
      if (++seen >= count) return;
    }
  };
}

function compileFacet(argument: Value, scope: Scope, nested: CompileNested): Stage {
  if (!isDocument(argument) || Object.keys(argument).length === 0) {
    throw location(40169, 'the $facet specification must be a non-empty object');
  }
  const facets = Object.keys(argument).map((name): [string, Stage] => {
    const stages = argument[name];
    if (name.startsWith('$'))
      throw location(16410, `FieldPath field names may not start with '$'. Consider using $getField or $setField.`);
    if (name.includes('.')) throw location(16412, `FieldPath field names may not contain '.'.`);
    if (!Array.isArray(stages))
      throw location(40170, `arguments to $facet must be arrays, ${name} is type ${typeName(stages)}`);
    return [name, nested(stages as Document[], scope, '$facet')];
  });
  return async function* (input, environment) {
    const documents = await collect(input, environment);
    const result: Document = {};
    for (const [name, run] of facets)
      setField(result, name, await collect(run(replay(documents), environment), environment));
    yield result;
  };
}

async function* replay(documents: Document[]): AsyncGenerator<Document> {
  yield* documents;
}

function compileCount(argument: Value): Stage {
  if (typeof argument !== 'string') throw location(40156, 'the count field must be a non-empty string');
  if (argument === '') throw location(40157, 'the count field must be a non-empty string');
  if (argument.startsWith('$')) throw location(40158, 'the count field cannot be a $-prefixed path');
  if (argument.includes('\0')) throw location(40159, 'the count field cannot contain a null byte');
  if (argument.includes('.')) throw location(40160, "the count field cannot contain '.'");
  return async function* (input, environment) {
    let count = 0;
    for await (const document of input) {
      if (document) count++;
      const pause = environment.breathe();
      if (pause) await pause;
    }
    if (count > 0) yield { [argument]: count };
  };
}

function compileSortByCount(argument: Value, scope: Scope): Stage {
  const isExpression = isDocument(argument) && (Object.keys(argument)[0]?.startsWith('$') ?? false);
  if (isDocument(argument) && !isExpression)
    throw location(
      40147,
      'the sortByCount field must be defined as a $-prefixed path or an expression inside an object',
    );
  if (typeof argument === 'string' && !argument.startsWith('$'))
    throw location(
      40148,
      'the sortByCount field must be defined as a $-prefixed path or an expression inside an object',
    );
  if (!isExpression && typeof argument !== 'string')
    throw location(40149, 'the sortByCount field must be specified as a string or as an object');
  compileExpression(argument, scope);
  const group = compileGroup({ _id: argument, count: { $sum: 1 } }, scope);
  const sort = compileSortStage({ count: -1 });
  return (input, environment) => sort(group(input, environment), environment);
}

function compileSample(argument: Value): Stage {
  if (!isDocument(argument)) throw location(28745, 'the $sample stage specification must be an object');
  for (const field of Object.keys(argument)) {
    if (field !== 'size') throw location(28748, `unrecognized option to $sample: ${field}`);
  }
  if (argument.size === undefined) throw location(28749, '$sample stage must specify a size');
  if (!isNumber(argument.size)) throw location(28746, 'size argument to $sample must be a number');
  const size = Math.trunc(toNumber(argument.size));
  if (!(size > 0)) throw location(28747, 'size argument to $sample must be a positive integer');
  return async function* (input, environment) {
    const documents = await collect(input, environment);
    for (let i = 0; i < Math.min(size, documents.length); i++) {
      const j = i + Math.floor(Math.random() * (documents.length - i));
      [documents[i], documents[j]] = [documents[j]!, documents[i]!];
      yield documents[i]!;
    }
  };
}
