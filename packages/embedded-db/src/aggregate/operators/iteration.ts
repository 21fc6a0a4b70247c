import { toWhole } from '../../bson/number';
import { isNumber, typeName, type Value } from '../../bson/value';
import { location } from '../../errors';
import { isNullish, isTruthy, widen, type Evaluate, type Scope, compileOperand } from '../core';
import { checkVariableName } from './conditions';
import { checkNamed, type Entry } from './helpers';

function variableName(value: Value): string {
  if (value === undefined) return 'this';
  if (typeof value !== 'string') throw location(16866, "'as' must be a variable name");
  checkVariableName(value);
  return value;
}

function compileMap(argument: Value, scope: Scope): Evaluate {
  const spec = checkNamed('$map', argument, [], ['input', 'as', 'in'], {
    shape: 16878,
    unknown: 16879,
    missing: 16880,
  });
  if (spec.input === undefined) throw location(16880, "Missing 'input' parameter to $map");
  if (spec.in === undefined) throw location(16882, "Missing 'in' parameter to $map");
  const name = variableName(spec.as);
  const input = compileOperand(spec.input, scope);
  const body = compileOperand(spec.in, widen(scope, [name]));
  return (document, variables) => {
    const items = input(document, variables);
    if (isNullish(items)) return null;
    if (!Array.isArray(items)) throw location(16883, `input to $map must be an array not ${typeName(items)}`);
    return items.map((item) => body(document, { ...variables, [name]: item }) ?? null);
  };
}

function compileFilterArray(argument: Value, scope: Scope): Evaluate {
  const codes = { shape: 28646, unknown: 28647, missing: 28648 };
  const spec = checkNamed('$filter', argument, [], ['input', 'as', 'cond', 'limit'], codes);
  if (spec.input === undefined) throw location(28648, "Missing 'input' parameter to $filter");
  if (spec.cond === undefined) throw location(28650, "Missing 'cond' parameter to $filter");
  const name = variableName(spec.as);
  const input = compileOperand(spec.input, scope);
  const test = compileOperand(spec.cond, widen(scope, [name]));
  const limit = spec.limit === undefined ? undefined : compileOperand(spec.limit, scope);
  return (document, variables) => {
    const items = input(document, variables);
    if (isNullish(items)) return null;
    if (!Array.isArray(items)) throw location(28651, `input to $filter must be an array not ${typeName(items)}`);
    const most = readLimit(limit?.(document, variables));
    const kept: Value[] = [];
    for (const item of items) {
      if (kept.length >= most) break;
      if (isTruthy(test(document, { ...variables, [name]: item }))) kept.push(item);
    }
    return kept;
  };
}

function readLimit(value: Value): number {
  if (isNullish(value)) return Infinity;
  const limit = isNumber(value) ? toWhole(value) : undefined;
  if (limit === undefined) throw location(327391, '$filter: limit must be represented as a 32-bit integral value');
  if (limit <= 0) throw location(327392, '$filter: limit must be greater than 0');
  return limit;
}

function compileReduce(argument: Value, scope: Scope): Evaluate {
  const spec = checkNamed('$reduce', argument, [], ['input', 'initialValue', 'in'], {
    shape: 40075,
    unknown: 40076,
    missing: 40077,
  });
  if (spec.input === undefined) throw location(40077, "$reduce requires 'input' to be specified");
  if (spec.initialValue === undefined) throw location(40078, "$reduce requires 'initialValue' to be specified");
  if (spec.in === undefined) throw location(40079, "$reduce requires 'in' to be specified");
  const input = compileOperand(spec.input, scope);
  const initial = compileOperand(spec.initialValue, scope);
  const body = compileOperand(spec.in, widen(scope, ['this', 'value']));
  return (document, variables) => {
    const items = input(document, variables);
    if (isNullish(items)) return null;
    if (!Array.isArray(items))
      throw location(40080, `$reduce requires that 'input' be an array, found: ${typeName(items)}`);
    return items.reduce<Value>(
      (value, item) => body(document, { ...variables, this: item, value }),
      initial(document, variables),
    );
  };
}

export const iterationOperators: Entry[] = [
  ['$map', compileMap],
  ['$filter', compileFilterArray],
  ['$reduce', compileReduce],
];
