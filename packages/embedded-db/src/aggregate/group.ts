import { ValueMap } from '../bson/value-map';
import { isDocument, setField, typeName, type Document, type Value } from '../bson/value';
import { failedToParse, location } from '../errors';
import { ACCUMULATORS, type Accumulator } from './accumulators';
import type { Evaluate, Scope } from './core';
import { compileExpression } from './expression';
import type { Stage } from './stage';

interface Field {
  name: string;
  evaluate: Evaluate;
  create: () => Accumulator;
}

/** Compiles `$group`: documents with an equal `_id` expression make one result, in the order they were first met. */
export function compileGroup(argument: Value, scope: Scope): Stage {
  if (!isDocument(argument)) throw location(15947, "a group's fields must be specified in an object");
  if (argument._id === undefined) throw location(15955, 'a group specification must include an _id');
  const key = compileExpression(argument._id, scope);
  const fields = Object.keys(argument)
    .filter((name) => name !== '_id')
    .map((name) => compileField(name, argument[name], scope));
  return async function* (input, environment) {
    const groups = new ValueMap<Accumulator[]>(environment.collation);
    for await (const document of input) {
      const id = key(document, environment.variables) ?? null;
      const accumulators = groups.getOrAdd(id, () => fields.map(({ create }) => create()));
      fields.forEach(({ evaluate }, index) => accumulators[index]!.add(evaluate(document, environment.variables)));
      const pause = environment.breathe();
      if (pause) await pause;
    }
    for (const { key: id, value: accumulators } of groups.entries()) {
      const result: Document = { _id: id };
      fields.forEach(({ name }, index) => setField(result, name, accumulators[index]!.result()));
      yield result;
    }
  };
}

function compileField(name: string, spec: Value, scope: Scope): Field {
  if (!isDocument(spec)) throw location(40234, `The field '${name}' must be an accumulator object`);
  if (name.includes('.')) throw location(40235, `The field name '${name}' cannot contain '.'`);
  if (name.startsWith('$')) throw location(40236, `The field name '${name}' cannot be an operator name`);
  const [operator, ...others] = Object.keys(spec);
  if (operator === undefined || others.length > 0)
    throw location(40238, `The field '${name}' must specify one accumulator`);
  const create = ACCUMULATORS.get(operator);
  if (!create) throw location(15952, `unknown group operator '${operator}'`);
  const argument = spec[operator];
  if (operator === '$count') {
    if (!isDocument(argument) || Object.keys(argument).length > 0) {
      throw failedToParse(`$count takes no arguments, i.e. $count:{}, found ${typeName(argument)}`);
    }
    return { name, evaluate: () => 1, create: () => create() };
  }
  if (Array.isArray(argument) && argument.length !== 1 && operator !== '$push' && operator !== '$addToSet') {
    throw location(40237, `The ${operator} accumulator is a unary operator`);
  }
  const isWrapped = Array.isArray(argument) && operator !== '$push' && operator !== '$addToSet';
  const evaluate = compileExpression(isWrapped ? argument[0] : argument, scope);
  return { name, evaluate, create: () => create(scope.collation) };
}
