import { cloneValue, isRegExp, type Document, type Value } from '../bson/value';
import { MongoError } from '../errors';
import { isOperatorDocument } from './operators';
import { setPath } from './paths';

/**
 * The fields an upsert inserts from its filter: equalities, also inside `$and`, inside an `$or` or `$in` of one, and in
 * an `$all` of one value.
 *
 * @throws MongoError 54 when two conditions give the same path, or a path and one inside it.
 */
export function upsertBase(filter: Document): Document {
  const equalities = new Map<string, Value>();
  collectEqualities(filter, equalities);
  const result: Document = {};
  for (const [path, value] of equalities) setPath(result, path, cloneValue(value));
  return result;
}

function collectEqualities(filter: Document, out: Map<string, Value>): void {
  for (const [field, condition] of Object.entries(filter)) {
    if (field === '$and' || (field === '$or' && Array.isArray(condition) && condition.length === 1)) {
      for (const branch of condition as Document[]) collectEqualities(branch, out);
    } else if (!field.startsWith('$')) {
      const value = equalityOf(condition);
      if (value !== undefined) add(field, value, out);
    }
  }
}

function equalityOf(condition: Value): Value {
  if (isRegExp(condition)) return undefined;
  if (!isOperatorDocument(condition)) return condition;
  if (condition.$eq !== undefined) return condition.$eq;
  for (const list of [condition.$in, condition.$all]) {
    if (Array.isArray(list) && list.length === 1 && !isRegExp(list[0]) && !isOperatorDocument(list[0])) return list[0];
  }
  return undefined;
}

function add(path: string, value: Value, out: Map<string, Value>): void {
  for (const known of out.keys()) {
    if (known === path || known.startsWith(`${path}.`) || path.startsWith(`${known}.`)) {
      throw new MongoError(
        54,
        'NotSingleValueField',
        `cannot infer query fields to set, path '${path}' is matched twice`,
      );
    }
  }
  out.set(path, value);
}
