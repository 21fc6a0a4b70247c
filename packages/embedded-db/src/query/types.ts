import { toNumber } from '../bson/number';
import { isNumber, typeName, type Value } from '../bson/value';
import { badValue, failedToParse } from '../errors';

/** BSON type numbers and aliases (https://www.mongodb.com/docs/manual/reference/bson-types/). */
const NAMES = new Map<number, string>([
  [1, 'double'],
  [2, 'string'],
  [3, 'object'],
  [4, 'array'],
  [5, 'binData'],
  [6, 'undefined'],
  [7, 'objectId'],
  [8, 'bool'],
  [9, 'date'],
  [10, 'null'],
  [11, 'regex'],
  [12, 'dbPointer'],
  [13, 'javascript'],
  [14, 'symbol'],
  [15, 'javascriptWithScope'],
  [16, 'int'],
  [17, 'timestamp'],
  [18, 'long'],
  [19, 'decimal'],
  [-1, 'minKey'],
  [127, 'maxKey'],
]);
const ALIASES = new Set(NAMES.values());

/** Alias of a BSON type given by alias or number. */
function typeAlias(type: Value): string {
  if (typeof type === 'string') {
    if (!ALIASES.has(type)) throw badValue(`Unknown type name alias: ${type}`);
    return type;
  }
  if (!isNumber(type)) throw failedToParse('type must be represented as a number or a string');
  const name = NAMES.get(toNumber(type));
  if (!name) throw badValue(`Invalid numerical type code: ${type}`);
  return name;
}

/** The test of `$type`: one type or a list of them, `number` standing for every numeric type. */
export function typeTest(argument: Value): (value: Value) => boolean {
  const types = Array.isArray(argument) ? argument : [argument];
  if (types.length === 0) throw failedToParse('$type must match at least one type');
  const anyNumber = types.includes('number');
  const names = new Set(types.filter((type) => type !== 'number').map(typeAlias));
  return (value) => names.has(typeName(value)) || (anyNumber && isNumber(value));
}
