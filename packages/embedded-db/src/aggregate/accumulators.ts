import { Decimal128 } from 'bson';
import { ValueMap } from '../bson/value-map';
import { compareValues } from '../bson/compare';
import { addNumbers, divideNumbers, makeDouble, toNumber } from '../bson/number';
import { isDocument, isNumber, setField, typeName, type Document, type Numeric, type Value } from '../bson/value';
import { location } from '../errors';
import type { Collation } from '../query/collation';
import { isNullish } from './core';

/** Takes the values of one group one by one and gives their result. */
export interface Accumulator {
  add(value: Value): void;
  result(): Value;
}

/** Runs an accumulator over values at hand. */
export function runAccumulator(accumulator: Accumulator, values: Value[]): Value {
  for (const value of values) accumulator.add(value);
  return accumulator.result();
}

/** Sums exactly in integers and decimals, and in compensated doubles as soon as one is met. */
class Sum implements Accumulator {
  protected count = 0;
  private exact: Numeric = 0;
  private doubles = 0;
  private compensation = 0;
  private hasDouble = false;

  add(value: Value): void {
    if (!isNumber(value)) return;
    this.count++;
    if (typeName(value) !== 'double') {
      const next = addNumbers(this.exact, value);
      if (next !== undefined) {
        this.exact = next;
        return;
      }
    }
    this.hasDouble = true;
    this.addDouble(toNumber(value));
  }

  /** Neumaier's sum: ten times 0.1 is 1. */
  private addDouble(value: number): void {
    const total = this.doubles + value;
    if (Number.isFinite(total)) {
      this.compensation +=
        Math.abs(this.doubles) >= Math.abs(value) ? this.doubles - total + value : value - total + this.doubles;
    }
    this.doubles = total;
  }

  result(): Value {
    return this.total();
  }

  protected total(): Numeric {
    if (!this.hasDouble) return this.exact;
    const doubles = makeDouble(this.doubles + this.compensation);
    if (this.exact instanceof Decimal128) return addNumbers(this.exact, doubles)!;
    return makeDouble(this.doubles + (this.compensation + toNumber(this.exact)));
  }
}

class Average extends Sum {
  override result(): Value {
    return this.count === 0 ? null : divideNumbers(this.total(), this.count);
  }
}

class Extreme implements Accumulator {
  private best: Value = null;

  constructor(
    private readonly direction: 1 | -1,
    private readonly collation?: Collation,
  ) {}

  add(value: Value): void {
    if (isNullish(value)) return;
    if (this.best === null || compareValues(value, this.best, this.collation) * this.direction > 0) this.best = value;
  }

  result(): Value {
    return this.best;
  }
}

class First implements Accumulator {
  private seen: { value: Value } | undefined;

  add(value: Value): void {
    this.seen ??= { value };
  }

  result(): Value {
    return this.seen?.value ?? null;
  }
}

class Last implements Accumulator {
  private value: Value = null;

  add(value: Value): void {
    this.value = value;
  }

  result(): Value {
    return this.value ?? null;
  }
}

class Push implements Accumulator {
  private readonly items: Value[] = [];

  add(value: Value): void {
    if (value !== undefined) this.items.push(value);
  }

  result(): Value {
    return this.items;
  }
}

class AddToSet implements Accumulator {
  private readonly items: ValueMap<true>;

  constructor(collation?: Collation) {
    this.items = new ValueMap(collation);
  }

  add(value: Value): void {
    if (value !== undefined) this.items.getOrAdd(value, () => true);
  }

  result(): Value {
    return this.items.entries().map(({ key }) => key);
  }
}

class MergeObjects implements Accumulator {
  private readonly merged: Document = {};

  add(value: Value): void {
    if (isNullish(value)) return;
    if (!isDocument(value))
      throw location(40400, `$mergeObjects requires object inputs, but input is of type ${typeName(value)}`);
    for (const field of Object.keys(value)) setField(this.merged, field, value[field]);
  }

  result(): Value {
    return this.merged;
  }
}

/** The accumulators of `$group`, by name. `$count` is a `$sum` of ones. */
export const ACCUMULATORS: ReadonlyMap<string, (collation?: Collation) => Accumulator> = new Map([
  ['$sum', (): Accumulator => new Sum()],
  ['$count', () => new Sum()],
  ['$avg', () => new Average()],
  ['$min', (collation?: Collation) => new Extreme(-1, collation)],
  ['$max', (collation?: Collation) => new Extreme(1, collation)],
  ['$first', () => new First()],
  ['$last', () => new Last()],
  ['$push', () => new Push()],
  ['$addToSet', (collation?: Collation) => new AddToSet(collation)],
  ['$mergeObjects', () => new MergeObjects()],
]);
