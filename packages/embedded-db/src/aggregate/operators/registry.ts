import { arithmeticOperators } from './arithmetic';
import { arrayOperators } from './arrays';
import { conditionOperators } from './conditions';
import type { Build } from './helpers';
import { iterationOperators } from './iteration';
import { objectOperators } from './objects';
import { stringOperators } from './strings';

/** Every expression this server has; anything else is refused with code 168. */
export const operators: ReadonlyMap<string, Build> = new Map<string, Build>([
  ...arithmeticOperators,
  ...arrayOperators,
  ...conditionOperators,
  ...iterationOperators,
  ...objectOperators,
  ...stringOperators,
]);
