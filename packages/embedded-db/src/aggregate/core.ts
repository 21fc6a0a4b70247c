import { toNumber } from '../bson/number';
import { isNumber, type Document, type Value } from '../bson/value';
import type { Collation } from '../query/collation';

/** Values of the `$$` variables, by name. */
export type Variables = Document;

/** An expression ready to run on one document. Undefined is MongoDB's "missing". */
export type Evaluate = (document: Document, variables: Variables) => Value;

/** What an expression may refer to when it is compiled, and how the expressions inside it are compiled. */
export interface Scope {
  variables: ReadonlySet<string>;
  collation?: Collation;
  compile: (expression: Value, scope: Scope) => Evaluate;
}

/** Compiles an expression inside another. */
export const compileOperand = (expression: Value, scope: Scope): Evaluate => scope.compile(expression, scope);

/** The scope with more variables, as `$let` and `$map` open one. */
export const widen = (scope: Scope, names: string[]): Scope => ({
  ...scope,
  variables: new Set([...scope.variables, ...names]),
});

/** True unless false, null, missing or zero. */
export const isTruthy = (value: Value): boolean =>
  value !== undefined && value !== null && value !== false && !(isNumber(value) && toNumber(value) === 0);

export const isNullish = (value: Value): value is null | undefined => value === null || value === undefined;
