import { isDocument, type Document, type Value } from '../bson/value';
import { compareValues, equalValues } from '../bson/compare';
import { compileFilter } from '../query/match';
import { isOperatorDocument } from '../query/operators';
import type { FieldBounds, FilterBounds } from './bounds';
import type { Index } from './index-definition';
import { typeByte } from './keys';

/**
 * Whether every document a filter matches fulfils a partial index's condition. Only what is certain counts: a wrong
 * "yes" would lose documents, a wrong "no" only costs time.
 */
export function impliesPartial(index: Index, filter: Document, bounds: FilterBounds): boolean {
  const { partialFilterExpression } = index.spec;
  return isDocument(partialFilterExpression) && implies(partialFilterExpression, filter, bounds);
}

function implies(expression: Document, filter: Document, bounds: FilterBounds): boolean {
  return Object.entries(expression).every(([field, condition]) => {
    if (field === '$and' && Array.isArray(condition)) {
      return condition.every((branch) => isDocument(branch) && implies(branch, filter, bounds));
    }
    if (statesLiterally(field, condition, filter)) return true;
    if (field.startsWith('$')) return false;
    const operators = isOperatorDocument(condition) ? Object.entries(condition) : [['$eq', condition] as const];
    return operators.every(([operator, argument]) =>
      (bounds.get(field) ?? []).some((known) => impliesOperator(operator, argument, known)),
    );
  });
}

const statesLiterally = (field: string, condition: Value, filter: Document): boolean =>
  (Object.hasOwn(filter, field) && equalValues(filter[field], condition)) ||
  (Array.isArray(filter.$and) &&
    filter.$and.some((branch) => isDocument(branch) && statesLiterally(field, condition, branch)));

function impliesOperator(operator: string, argument: Value, known: FieldBounds): boolean {
  if (known.points) {
    const matcher = compileFilter({ value: { [operator]: argument } });
    // A point may be met by one element of an array only, so "not" conditions on the whole field do not follow.
    return (
      ['$eq', '$in', '$gt', '$gte', '$lt', '$lte', '$exists', '$type'].includes(operator) &&
      !(operator === '$exists' && argument !== true) &&
      known.points.every((point) => point !== null && matcher.matches({ value: point }))
    );
  }
  if (operator === '$exists') return argument === true;
  const { lower, upper } = known;
  if (lower !== undefined && typeByte(lower) === typeByte(argument ?? null)) {
    if (operator === '$gte') return compareValues(lower, argument) >= 0;
    // The bounds do not tell `$gt` from `$gte`: only a greater value is certain.
    if (operator === '$gt') return compareValues(lower, argument) > 0;
  }
  if (upper !== undefined && typeByte(upper) === typeByte(argument ?? null)) {
    if (operator === '$lte') return compareValues(upper, argument) <= 0;
    if (operator === '$lt') return compareValues(upper, argument) < 0;
  }
  return false;
}
