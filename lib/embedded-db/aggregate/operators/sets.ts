import { isTruthy } from '../expression';
import type { Collation } from '../../query/collation';
import { ValueMap } from '../../bson/value-map';
import { compareValues, typeName, type Value } from '../../bson/value';
import { location } from '../../errors';
import { nary, nullable, type Entry } from './helpers';

function toSet(value: Value, code: number, name: string, collation?: Collation): ValueMap<true> {
  if (!Array.isArray(value))
    throw location(code, `All operands of ${name} must be arrays. One argument is of type: ${typeName(value)}`);
  const set = new ValueMap<true>(collation);
  for (const item of value) set.getOrAdd(item, () => true);
  return set;
}

/** The members in value order, which MongoDB leaves open and its own server also returns. */
const members = (set: ValueMap<true>, collation?: Collation): Value[] =>
  set
    .entries()
    .map(({ key }) => key)
    .sort((a, b) => compareValues(a, b, collation));

const isSubset = (a: ValueMap<true>, b: ValueMap<true>) => a.entries().every(({ key }) => b.has(key));

export const setOperators: Entry[] = [
  nullable('$setUnion', 0, Infinity, (values, { collation }) => {
    const union = new ValueMap<true>(collation);
    for (const value of values)
      for (const { key } of toSet(value, 17043, '$setUnion', collation).entries()) union.getOrAdd(key, () => true);
    return members(union, collation);
  }),
  nullable('$setIntersection', 0, Infinity, (values, { collation }) => {
    const [first, ...others] = values.map((value) => toSet(value, 17047, '$setIntersection', collation));
    if (!first) return [];
    return members(first, collation).filter((key) => others.every((other) => other.has(key)));
  }),
  nullable('$setDifference', 2, 2, ([a, b], { collation }) => {
    const left = toSet(a, 17048, '$setDifference', collation);
    const right = toSet(b, 17049, '$setDifference', collation);
    return left
      .entries()
      .map(({ key }) => key)
      .filter((key) => !right.has(key));
  }),
  nary('$setIsSubset', 2, 2, ([a, b], { collation }) =>
    isSubset(toSet(a, 17046, '$setIsSubset', collation), toSet(b, 17042, '$setIsSubset', collation)),
  ),
  nary('$setEquals', 2, Infinity, (values, { collation }) => {
    const [first, ...others] = values.map((value) => toSet(value, 17044, '$setEquals', collation));
    return others.every((other) => isSubset(first!, other) && isSubset(other, first!));
  }),
  nary('$anyElementTrue', 1, 1, ([array]) => {
    if (!Array.isArray(array))
      throw location(17041, `$anyElementTrue's argument must be an array, but is ${typeName(array)}`);
    return array.some(isTruthy);
  }),
  nary('$allElementsTrue', 1, 1, ([array]) => {
    if (!Array.isArray(array))
      throw location(17040, `$allElementsTrue's argument must be an array, but is ${typeName(array)}`);
    return array.every(isTruthy);
  }),
];
