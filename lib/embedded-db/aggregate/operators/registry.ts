import type { Value } from '../../bson/value';
import type { Evaluate, Scope } from '../expression';

/** Compiles one operator from its argument. */
export type Build = (argument: Value, scope: Scope) => Evaluate;

/** Every expression this server has; anything else is refused with code 168. */
export const operators = new Map<string, Build>();
