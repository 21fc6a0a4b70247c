import { Decimal128, Long } from 'bson';
import { compareValues } from '../bson/compare';
import { addNumbers, makeDouble, multiplyNumbers, toNumber } from '../bson/number';
import { cloneValue, isDocument, isNumber, typeName, type Numeric, type Value } from '../bson/value';
import { badValue, failedToParse, typeMismatch } from '../errors';
import type { Collation } from '../query/collation';
import { addToSet, pull, pullAll, push } from './array-operators';
import type { Change, ChangeContext, CompileOperator } from './change';
import { describe, show } from '../show';

const creating = (change: Change['change']) => (): Change => ({ creates: true, change });

export const OPERATORS = new Map<string, CompileOperator>([
  ['$set', (argument) => creating(() => cloneValue(argument))],
  ['$setOnInsert', (argument) => creating(() => cloneValue(argument))],
  ['$unset', () => () => ({ creates: false, change: () => undefined })],
  ['$inc', (argument, path) => arithmetic('$inc', 'increment', argument, path, addNumbers, () => argument)],
  ['$mul', (argument, path) => arithmetic('$mul', 'multiply', argument, path, multiplyNumbers, zeroLike)],
  ['$min', (argument, _path, collation) => extreme(argument, -1, collation)],
  ['$max', (argument, _path, collation) => extreme(argument, 1, collation)],
  ['$currentDate', compileCurrentDate],
  ['$pop', compilePop],
  ['$push', push],
  ['$addToSet', addToSet],
  ['$pull', pull],
  ['$pullAll', pullAll],
]);

function arithmetic(
  operator: string,
  verb: string,
  argument: Value,
  path: string,
  combine: (a: Numeric, b: Numeric) => Numeric | undefined,
  initial: (argument: Numeric) => Value,
): (context: ChangeContext) => Change {
  if (!isNumber(argument)) throw typeMismatch(`Cannot ${verb} with non-numeric argument: ${describe(path, argument)}`);
  return ({ before }) => ({
    creates: true,
    change: (current, field) => {
      if (current === undefined) return initial(argument);
      const id = show(before._id);
      if (!isNumber(current)) {
        throw typeMismatch(
          `Cannot apply ${operator} to a value of non-numeric type. {_id: ${id}} has the field '${field}' ` +
            `of non-numeric type ${typeName(current)}`,
        );
      }
      const result = combine(current, argument);
      if (result === undefined) {
        throw badValue(
          `Failed to apply ${operator} operations to current value ((NumberLong)${current}) for document {_id: ${id}}`,
        );
      }
      return result;
    },
  });
}

/** The zero `$mul` puts into a missing field: of the argument's type. */
function zeroLike(argument: Numeric): Value {
  if (argument instanceof Decimal128) return Decimal128.fromString('0');
  if (argument instanceof Long) return Long.ZERO;
  return typeName(argument) === 'int' ? 0 : makeDouble(0);
}

const extreme = (argument: Value, direction: 1 | -1, collation?: Collation) =>
  creating((current) =>
    current === undefined || compareValues(argument, current, collation) * direction > 0
      ? cloneValue(argument)
      : current,
  );

function compileCurrentDate(argument: Value, path: string): (context: ChangeContext) => Change {
  if (typeof argument !== 'boolean' && !isDocument(argument)) {
    throw badValue(
      `${typeName(argument)} is not valid type for $currentDate. Please use a boolean ('true') or a $type expression ` +
        `({$type: 'timestamp/date'}) for '${path}'.`,
    );
  }
  if (isDocument(argument)) {
    for (const option of Object.keys(argument)) {
      if (option !== '$type') throw badValue(`Unrecognized $currentDate option: ${option}`);
    }
    if (argument.$type !== 'date' && argument.$type !== 'timestamp') {
      throw badValue("The '$type' string field is required to be 'date' or 'timestamp'");
    }
  }
  const isTimestamp = isDocument(argument) && argument.$type === 'timestamp';
  return ({ now, clusterTime }) => ({ creates: true, change: () => (isTimestamp ? clusterTime : now) });
}

function compilePop(argument: Value, path: string): (context: ChangeContext) => Change {
  if (!isNumber(argument)) throw failedToParse(`Expected a number in: ${describe(path, argument)}`);
  const side = toNumber(argument);
  if (side !== 1 && side !== -1) throw failedToParse(`$pop expects 1 or -1, found: ${show(argument)}`);
  return () => ({
    creates: false,
    change: (current) => {
      if (current === undefined) return undefined;
      if (!Array.isArray(current)) {
        throw typeMismatch(`Path '${path}' contains an element of non-array type '${typeName(current)}'`);
      }
      return side === 1 ? current.slice(0, -1) : current.slice(1);
    },
  });
}
