import { isDocument, setField, typeName, type Document, type Value } from '../../bson/value';
import { location } from '../../errors';
import { ACCUMULATORS, runAccumulator } from '../accumulators';
import { isNullish, type Evaluate, type Scope, compileOperand } from '../core';
import { checkNamed, nary, nullable, type Build, type Entry } from './helpers';

function arrayToObject([value]: Value[]): Value {
  if (!Array.isArray(value)) throw location(40386, `$arrayToObject requires an array input, found: ${typeName(value)}`);
  const result: Document = {};
  for (const item of value) {
    if (Array.isArray(item)) {
      if (item.length !== 2) throw location(40397, '$arrayToObject requires an array of size 2 arrays');
      if (typeof item[0] !== 'string')
        throw location(
          40395,
          '$arrayToObject requires an array of key-value pairs, where the key must be of type string',
        );
      setField(result, item[0], item[1]);
    } else if (isDocument(item)) {
      if (Object.keys(item).length !== 2 || item.k === undefined || item.v === undefined) {
        throw location(40392, "$arrayToObject requires an object keys of 'k' and 'v'");
      }
      if (typeof item.k !== 'string')
        throw location(
          40394,
          "$arrayToObject requires an object with keys 'k' and 'v', where the value of 'k' must be of type string",
        );
      setField(result, item.k, item.v);
    } else {
      throw location(40398, `Unrecognised input type format for $arrayToObject: ${typeName(item)}`);
    }
  }
  return result;
}

function compileGetField(argument: Value, scope: Scope): Evaluate {
  const isNamed = isDocument(argument) && ('field' in argument || 'input' in argument);
  const spec = isNamed
    ? checkNamed('$getField', argument, ['field', 'input'], [], { shape: 3041701, unknown: 3041701, missing: 3041702 })
    : { field: argument, input: '$$CURRENT' };
  const name = compileOperand(spec.field, scope)({}, {});
  if (typeof name !== 'string') {
    throw location(3041704, `$getField requires 'field' to evaluate to type String, but got ${typeName(name)}`);
  }
  const input = compileOperand(spec.input, scope);
  return (document, variables) => {
    const value = input(document, variables);
    if (isNullish(value)) return value;
    return isDocument(value) && Object.hasOwn(value, name) ? value[name] : undefined;
  };
}

/** `$setField`, the only way to a field with a dot or a dollar in its name; `$$REMOVE` as its value takes it away. */
function compileSetField(argument: Value, scope: Scope): Evaluate {
  const codes = { shape: 4161100, unknown: 4161101, missing: 4161102 };
  const spec = checkNamed('$setField', argument, ['field'], ['value', 'input'], codes);
  if (spec.value === undefined) throw location(4161103, "$setField requires 'value' to be specified");
  if (spec.input === undefined) throw location(4161109, "$setField requires 'input' to be specified");
  const name = isDocument(spec.field) && spec.field.$literal !== undefined ? spec.field.$literal : spec.field;
  if (isDocument(name) || Array.isArray(name) || (name === spec.field && String(name).startsWith('$'))) {
    throw location(4161106, "$setField requires 'field' to evaluate to a constant, but got a non-constant argument");
  }
  if (typeof name !== 'string') {
    throw location(4161107, `$setField requires 'field' to evaluate to type String, but got ${typeName(name)}`);
  }
  const [value, input] = [compileOperand(spec.value, scope), compileOperand(spec.input, scope)];
  return (document, variables) => {
    const target = input(document, variables);
    if (isNullish(target)) return null;
    if (!isDocument(target)) throw location(4161105, "$setField requires 'input' to evaluate to type Object");
    const result = { ...target };
    const given = value(document, variables);
    if (given === undefined) delete result[name];
    else setField(result, name, given);
    return result;
  };
}

/** `$sum`, `$avg`, `$min` and `$max` outside a group: over several arguments, or over one that is an array. */
const foldArguments =
  (name: string): Build =>
  (argument, scope) => {
    const list = Array.isArray(argument) ? argument : [argument];
    const compiled = list.map((item) => compileOperand(item, scope));
    const create = ACCUMULATORS.get(name)!;
    return (document, variables) => {
      const values = compiled.map((evaluate) => evaluate(document, variables));
      const [only] = values;
      return runAccumulator(create(scope.collation), values.length === 1 && Array.isArray(only) ? only : values);
    };
  };

export const objectOperators: Entry[] = [
  nullable('$objectToArray', 1, 1, ([value]) => {
    if (!isDocument(value))
      throw location(40390, `$objectToArray requires a document input, found: ${typeName(value)}`);
    return Object.keys(value).map((k) => ({ k, v: value[k] }));
  }),
  nullable('$arrayToObject', 1, 1, arrayToObject),
  nary('$mergeObjects', 0, Infinity, (values) => {
    const [only] = values;
    const documents = values.length === 1 && Array.isArray(only) ? only : values;
    return runAccumulator(ACCUMULATORS.get('$mergeObjects')!(), documents);
  }),
  ['$getField', compileGetField],
  ['$setField', compileSetField],
  ['$sum', foldArguments('$sum')],
  ['$avg', foldArguments('$avg')],
  ['$min', foldArguments('$min')],
  ['$max', foldArguments('$max')],
];
