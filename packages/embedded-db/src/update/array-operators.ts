import { compareValues, equalValues } from '../bson/compare';
import { toNumber, toWhole } from '../bson/number';
import { cloneValue, isDocument, isNumber, isRegExp, typeName, type Document, type Value } from '../bson/value';
import { badValue, typeMismatch } from '../errors';
import type { Collation } from '../query/collation';
import { compileFilter } from '../query/match';
import { isOperatorDocument } from '../query/operators';
import { compileSort } from '../query/sort';
import { describe, show } from '../show';
import type { Change, ChangeContext, CompileOperator } from './change';

const CLAUSES = new Set(['$each', '$slice', '$sort', '$position']);

/** `$push`, with `$each` and its `$position`, then `$sort`, then `$slice`, in that order whatever the order written. */
export const push: CompileOperator = (argument, path, collation) => {
  const clauses: Document = isDocument(argument) && '$each' in argument ? argument : { $each: [argument] };
  const { $each: items } = clauses;
  for (const clause of Object.keys(clauses)) {
    if (!CLAUSES.has(clause)) throw badValue(`Unrecognized clause in $push: ${clause}`);
  }
  if (!Array.isArray(items)) {
    throw badValue(`The argument to $each in $push must be an array but it was of type: ${typeName(items)}`);
  }
  const slice = wholeClause('$slice', clauses.$slice);
  const position = wholeClause('$position', clauses.$position);
  const order = clauses.$sort === undefined ? undefined : compileElementSort(clauses.$sort, collation);
  return ({ before }) => ({
    creates: true,
    change: (current) => {
      if (current !== undefined && !Array.isArray(current)) {
        throw badValue(
          `The field '${path}' must be an array but is of type ${typeName(current)} in document {_id: ${show(before._id)}}`,
        );
      }
      const result = [...(current ?? [])];
      result.splice(position ?? result.length, 0, ...cloneValue(items));
      if (order) result.sort(order);
      if (slice === undefined) return result;
      return slice >= 0 ? result.slice(0, slice) : result.slice(slice);
    },
  });
};

function wholeClause(clause: string, value: Value): number | undefined {
  if (value === undefined) return undefined;
  const whole = toWhole(value);
  if (whole === undefined) {
    throw badValue(`The value for ${clause} must be an integer value but was given type: ${typeName(value)}`);
  }
  return whole;
}

function compileElementSort(spec: Value, collation?: Collation): (a: Value, b: Value) => number {
  if (isNumber(spec) && Math.abs(toNumber(spec)) === 1) {
    const direction = toNumber(spec);
    return (a, b) => compareValues(a, b, collation) * direction;
  }
  if (!isDocument(spec) || Object.keys(spec).length === 0) {
    throw badValue('The $sort is invalid: use 1/-1 to sort the whole element, or {field:1/-1} to sort embedded fields');
  }
  for (const direction of Object.values(spec)) {
    if (!isNumber(direction) || Math.abs(toNumber(direction)) !== 1) {
      throw badValue('The $sort element value must be either 1 or -1');
    }
  }
  const compare = compileSort(spec, collation);
  const asDocument = (value: Value) => (isDocument(value) ? value : {});
  return (a, b) => compare(asDocument(a), asDocument(b));
}

/** `$addToSet`, with or without `$each`; what is already there twice stays twice. */
export const addToSet: CompileOperator = (argument, _path, collation) => {
  let items: Value[] = [argument];
  if (isDocument(argument) && Object.keys(argument)[0] === '$each') {
    if (!Array.isArray(argument.$each)) {
      throw typeMismatch(
        `The argument to $each in $addToSet must be an array but it was of type ${typeName(argument.$each)}`,
      );
    }
    if (Object.keys(argument).length > 1) {
      throw badValue(`Found unexpected fields after $each in $addToSet: ${show(argument)}`);
    }
    items = argument.$each;
  }
  return () => ({
    creates: true,
    change: (current, field) => {
      if (current !== undefined && !Array.isArray(current)) {
        throw badValue(
          `Cannot apply $addToSet to non-array field. Field named '${field}' has non-array type ${typeName(current)}`,
        );
      }
      const result = [...(current ?? [])];
      for (const item of items) {
        if (!result.some((known) => equalValues(known, item, collation))) result.push(cloneValue(item));
      }
      return result;
    },
  });
};

const removing =
  (removes: (element: Value) => boolean) =>
  (_context: ChangeContext): Change => ({
    creates: false,
    change: (current) => {
      if (current === undefined) return undefined;
      if (!Array.isArray(current)) throw badValue('Cannot apply $pull to a non-array value');
      return current.filter((element) => !removes(element));
    },
  });

/** `$pull` by value, by operators on the element, or by a filter on elements that are documents. */
export const pull: CompileOperator = (argument, _path, collation) => {
  if (isRegExp(argument) || isOperatorDocument(argument)) {
    const matcher = compileFilter({ element: argument }, { collation });
    return removing((element) => matcher.matches({ element }));
  }
  if (isDocument(argument)) {
    const matcher = compileFilter(argument, { collation });
    return removing((element) => isDocument(element) && matcher.matches(element));
  }
  return removing((element) => equalValues(element, argument, collation));
};

export const pullAll: CompileOperator = (argument, path, collation) => {
  if (!Array.isArray(argument)) {
    throw badValue(
      `$pullAll requires an array argument but was given a ${typeName(argument)}: ${describe(path, argument)}`,
    );
  }
  return removing((element) => argument.some((value) => equalValues(element, value, collation)));
};
