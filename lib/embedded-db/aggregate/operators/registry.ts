import { arithmeticOperators } from './arithmetic';
import { arrayOperators } from './arrays';
import { conditionOperators } from './conditions';
import { conversionOperators } from './conversion';
import { dateOperators } from './dates';
import { dateArithmeticOperators } from './date-arithmetic';
import type { Build } from './helpers';
import { iterationOperators } from './iteration';
import { objectOperators } from './objects';
import { setOperators } from './sets';
import { stringOperators } from './strings';

/** Every expression this server has; anything else is refused with code 168. */
export const operators: ReadonlyMap<string, Build> = new Map<string, Build>([
  ...arithmeticOperators,
  ...arrayOperators,
  ...conditionOperators,
  ...conversionOperators,
  ...dateOperators,
  ...dateArithmeticOperators,
  ...iterationOperators,
  ...objectOperators,
  ...setOperators,
  ...stringOperators,
]);
