import { isDocument, isRegExp, type Document, type Value } from '../bson/value';
import { MongoError, badValue } from '../errors';
import { isTruthy } from '../aggregate/core';
import { compileExpression, scopeOf } from '../aggregate/expression';
import type { Collation } from './collation';
import { compileOperators, equalityTest, isOperatorDocument, type ValueTest } from './operators';
import { getField, isIndex } from './paths';
import { regExpTest } from './regexp';

/** What a match found on the way. */
export interface MatchContext {
  /** Index of the array element that matched, for the positional `$`. */
  position?: number;
}

export interface Matcher {
  matches(document: Document, context?: MatchContext): boolean;
}

export interface FilterOptions {
  collation?: Collation;
  /** Values of `$$` variables that `$expr` may use. */
  variables?: Document;
}

type Predicate = (document: Document, context?: MatchContext) => boolean;

/**
 * Compiles a query filter. Arrays, null and missing fields are matched as MongoDB documents them.
 *
 * @throws MongoError 2 (mostly) or 9 for a filter MongoDB would refuse.
 */
export function compileFilter(filter: Document, options: FilterOptions = {}): Matcher {
  return { matches: compilePredicate(filter, options, true) };
}

function compilePredicate(filter: Document, options: FilterOptions, isTop: boolean): Predicate {
  const predicates: Predicate[] = [];
  for (const field of Object.keys(filter)) {
    const condition = filter[field];
    if (condition === undefined) continue;
    predicates.push(
      field.startsWith('$')
        ? compileLogical(field, condition, options, isTop)
        : compileField(field, condition, options),
    );
  }
  if (predicates.length === 1) return predicates[0]!;
  return (document, context) => predicates.every((predicate) => predicate(document, context));
}

function compileLogical(operator: string, argument: Value, options: FilterOptions, isTop: boolean): Predicate {
  switch (operator) {
    case '$and':
    case '$or':
    case '$nor': {
      if (!Array.isArray(argument)) throw badValue(`${operator} must be an array`);
      if (argument.length === 0) throw badValue('$and/$or/$nor must be a nonempty array');
      const branches = argument.map((branch) => {
        if (!isDocument(branch)) throw badValue('$or/$and/$nor entries need to be full objects');
        return compilePredicate(branch, options, isTop);
      });
      if (operator === '$and') return (document, context) => branches.every((branch) => branch(document, context));
      if (operator === '$or') return (document, context) => branches.some((branch) => branch(document, context));
      return (document) => !branches.some((branch) => branch(document));
    }
    case '$expr': {
      if (!isTop) throw badValue('$expr can only be applied to the top-level document');
      const variables = options.variables ?? {};
      const evaluate = compileExpression(argument, scopeOf(variables, options.collation));
      return (document) => isTruthy(evaluate(document, variables));
    }
    case '$comment':
      return () => true;
    case '$text':
      throw new MongoError(27, 'IndexNotFound', 'text index required for $text query');
    default:
      throw badValue(
        `unknown top level operator: ${operator}. If you have a field name that starts with a '$' symbol, ` +
          'consider using $getField or $setField.',
      );
  }
}

function compileField(path: string, condition: Value, options: FilterOptions): Predicate {
  if (isRegExp(condition))
    return onPath(path, { test: regExpTest(condition.pattern, condition.options), expands: true });
  if (!isOperatorDocument(condition)) {
    return onPath(path, { test: equalityTest(condition, options.collation), expands: true });
  }
  const tests = compileOperators(condition, compilerFor(options));
  const predicates = tests.map((test) => onPath(path, test));
  return (document, context) => predicates.every((predicate) => predicate(document, context));
}

/** What the operators need from here: the collation, and how to match the documents inside an array. */
const compilerFor = (options: FilterOptions) => ({
  collation: options.collation,
  compileElement: (filter: Document): ((element: Value) => boolean) => {
    const predicate = compilePredicate(filter, options, false);
    // An array inside an array is matched as a document whose fields are its indexes.
    return (element) =>
      isDocument(element)
        ? predicate(element)
        : Array.isArray(element) && predicate(Object.fromEntries(element.entries()));
  },
});

function onPath(path: string, test: ValueTest): Predicate {
  if (test.all) {
    const predicates = test.all.map((inner) => onPath(path, inner));
    return (document, context) =>
      test.negated
        ? !predicates.every((predicate) => predicate(document))
        : predicates.every((predicate) => predicate(document, context));
  }
  const parts = path.split('.');
  if (test.negated) return (document) => !search(document, parts, 0, undefined, false, test, undefined);
  return (document, context) => search(document, parts, 0, undefined, false, test, context);
}

/**
 * Walks a path and asks the test about what it finds. `outer` is the index in the first array met; `isExact` is true
 * where a number in the path named the element, which is then not searched itself.
 */
function search(
  value: Value,
  parts: string[],
  depth: number,
  outer: number | undefined,
  isExact: boolean,
  test: ValueTest,
  context: MatchContext | undefined,
): boolean {
  const part = parts[depth];
  if (part === undefined) return testLeaf(value, outer, isExact, test, context);
  if (isDocument(value)) return search(getField(value, part), parts, depth + 1, outer, false, test, context);
  if (!Array.isArray(value)) return testLeaf(undefined, outer, isExact, test, context);
  if (isIndex(part) && Number(part) < value.length) {
    const index = Number(part);
    if (search(value[index], parts, depth + 1, outer ?? index, true, test, context)) return true;
  }
  return value.some(
    (item, index) => isDocument(item) && search(item, parts, depth, outer ?? index, false, test, context),
  );
}

function testLeaf(
  value: Value,
  outer: number | undefined,
  isExact: boolean,
  test: ValueTest,
  context: MatchContext | undefined,
): boolean {
  const found = (position: number | undefined) => {
    if (context && position !== undefined) context.position = position;
    return true;
  };
  if (test.find) {
    const inner = test.find(value);
    return inner !== undefined && found(outer ?? inner);
  }
  if (test.expands && !isExact && Array.isArray(value)) {
    const index = value.findIndex((item) => test.test!(item));
    if (index >= 0) return found(outer ?? index);
  }
  return test.test!(value) && found(outer);
}
