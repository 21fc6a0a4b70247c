import { toNumber, toWhole } from '../bson/number';
import { isDocument, isNumber, typeName, type Document, type Value } from '../bson/value';
import { location } from '../errors';
import type { Variables } from '../aggregate/core';
import { scopeOf } from '../aggregate/expression';
import { applyTree, includeId, modeOf, readTree, type Leaf, type ReadSpecial } from '../aggregate/project';
import type { Collation } from './collation';
import { compileFilter, type MatchContext } from './match';

export interface ProjectionOptions {
  collation?: Collation;
  variables?: Variables;
  /** The filter of the query, which has to name the array a positional projection is for. */
  filter?: Document;
}

export type Projection = (document: Document, context?: MatchContext) => Document;

/**
 * Compiles the projection of a find: inclusion or exclusion, expressions, and `$slice`, `$elemMatch` and the positional
 * `a.$`, which takes the element the filter matched (its index is in the context).
 *
 * @throws MongoError 31253/31254 for a mixture, 31249/31250 for colliding paths, and the others MongoDB numbers.
 */
export function compileProjection(spec: Document, options: ProjectionOptions = {}): Projection {
  if (Object.keys(spec).length === 0) return (document) => document;
  const variables = options.variables ?? {};
  const scope = scopeOf(variables, options.collation);
  const read = readTree(spec, { scope, isAdding: false, special: specialReader(options) });
  const mode = modeOf(read);
  if (mode === 'exclude' && Object.keys(spec).some(isPositional)) {
    throw location(31395, 'positional projection cannot be used with exclusion');
  }
  const tree = mode === 'include' ? includeId(read) : read;
  return (document, context) =>
    applyTree(document, tree, mode, { root: document, variables, position: context?.position }) as Document;
}

const isPositional = (path: string) => path.endsWith('.$');

/** Whether a filter has a condition on a field or on something inside it. */
const mentionsField = (filter: Document, field: string): boolean =>
  Object.entries(filter).some(([path, condition]) =>
    Array.isArray(condition) && path.startsWith('$')
      ? condition.some((branch) => isDocument(branch) && mentionsField(branch, field))
      : path.split('.')[0] === field,
  );

function specialReader(options: ProjectionOptions): ReadSpecial {
  let hasPositional = false;
  let hasElemMatch = false;
  return (path, value) => {
    const operator = isDocument(value) ? Object.keys(value)[0] : undefined;
    const isElemMatch = operator === '$elemMatch';
    if (isPositional(path)) {
      if (hasPositional) throw location(31276, 'Cannot specify more than one positional projection per query.');
      if (value === false || (isNumber(value) && toNumber(value) === 0)) {
        throw location(31395, 'positional projection cannot be used with exclusion');
      }
      if (isDocument(value)) {
        throw location(31271, 'positional projection cannot be used with an expression or sub object');
      }
      if (typeof value !== 'boolean' && !isNumber(value)) {
        throw location(31308, 'positional projection cannot be used with a literal');
      }
      if (hasElemMatch) throw location(31256, 'Cannot specify positional operator and $elemMatch.');
      if (options.filter && !mentionsField(options.filter, path.split('.')[0]!)) {
        throw location(31277, `Positional projection '${path}' does not match the query document.`);
      }
    }
    hasPositional ||= isPositional(path);
    hasElemMatch ||= isElemMatch;
    if (hasPositional && isElemMatch) throw location(31255, 'Cannot specify positional operator and $elemMatch.');
    if (isPositional(path))
      return { path: path.slice(0, -2), leaf: { kind: 'transform', includes: true, transform: positional } };
    if (operator === '$slice') return readSlice(path, (value as Document).$slice);
    if (isElemMatch) return { path, leaf: readElemMatch(path, (value as Document).$elemMatch, options) };
    return undefined;
  };
}

function positional(value: Value, position: number | undefined): Value {
  if (!Array.isArray(value)) return value;
  if (position === undefined || position >= value.length) {
    throw location(51246, "positional operator '.$' couldn't find a matching element in the array");
  }
  return [value[position]];
}

/** `$slice` as find knows it; with an array as its first argument it is the expression instead. */
function readSlice(path: string, argument: Value): { path: string; leaf: Leaf } | undefined {
  const numbers = Array.isArray(argument) ? argument : [argument];
  if (Array.isArray(argument) && !isNumber(argument[0])) return undefined;
  if (numbers.length < 1 || numbers.length > 2 || !numbers.every(isNumber)) {
    throw location(28667, 'Invalid $slice syntax: it takes one number, or a number to skip and a number to return');
  }
  const [first, second] = numbers.map((number) => toWhole(number) ?? Math.trunc(toNumber(number)));
  if (second !== undefined && second <= 0) throw location(28724, 'First argument to $slice limit must be positive');
  const transform = (value: Value): Value => {
    if (!Array.isArray(value)) return value;
    if (second === undefined) return first! >= 0 ? value.slice(0, first) : value.slice(first);
    const start = first! >= 0 ? first! : Math.max(0, value.length + first!);
    return value.slice(start, start + second);
  };
  return { path, leaf: { kind: 'transform', includes: false, transform } };
}

function readElemMatch(path: string, argument: Value, options: ProjectionOptions): Leaf {
  if (!isDocument(argument)) {
    throw location(31274, `elemMatch: Invalid argument, object required, but got ${typeName(argument)}`);
  }
  if (path.includes('.')) throw location(31275, 'Cannot use $elemMatch projection on a nested field');
  const matcher = compileFilter({ array: { $elemMatch: argument } }, { collation: options.collation });
  const transform = (value: Value): Value => {
    const context: MatchContext = {};
    if (!Array.isArray(value) || !matcher.matches({ array: value }, context)) return undefined;
    return [value[context.position ?? 0]];
  };
  return { kind: 'transform', includes: true, transform };
}
