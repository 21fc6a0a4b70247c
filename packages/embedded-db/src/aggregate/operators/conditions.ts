import { compareValues } from '../../bson/compare';
import { isDocument, isNumber, typeName, type Value } from '../../bson/value';
import { location } from '../../errors';
import { isNullish, isTruthy, widen, type Evaluate, type Scope, compileOperand } from '../core';
import { checkNamed, nary, type Entry } from './helpers';

const comparison = (name: string, accepts: (order: number) => Value): Entry =>
  nary(name, 2, 2, ([a, b], scope) => accepts(compareValues(a, b, scope.collation)));

const compileList = (argument: Value, scope: Scope): Evaluate[] =>
  (Array.isArray(argument) ? argument : [argument]).map((item) => compileOperand(item, scope));

function compileCondition(argument: Value, scope: Scope): Evaluate {
  let parts: Value[];
  if (isDocument(argument)) {
    const codes = { shape: 17083, unknown: 17083, missing: 17080 };
    const { if: test, then: yes, else: no } = checkNamed('$cond', argument, [], ['if', 'then', 'else'], codes);
    if (test === undefined) throw location(17080, "Missing 'if' parameter to $cond");
    if (yes === undefined) throw location(17081, "Missing 'then' parameter to $cond");
    if (no === undefined) throw location(17082, "Missing 'else' parameter to $cond");
    parts = [test, yes, no];
  } else {
    parts = Array.isArray(argument) ? argument : [argument];
    if (parts.length !== 3) {
      throw location(16020, `Expression $cond takes exactly 3 arguments. ${parts.length} were passed in.`);
    }
  }
  const [test, yes, no] = parts.map((part) => compileOperand(part, scope)) as [Evaluate, Evaluate, Evaluate];
  return (document, variables) => (isTruthy(test(document, variables)) ? yes : no)(document, variables);
}

function compileIfNull(argument: Value, scope: Scope): Evaluate {
  const items = compileList(argument, scope);
  if (items.length < 2) throw location(1257300, '$ifNull needs at least two arguments');
  const last = items.pop()!;
  return (document, variables) => {
    for (const item of items) {
      const value = item(document, variables);
      if (!isNullish(value)) return value;
    }
    return last(document, variables);
  };
}

function compileSwitch(argument: Value, scope: Scope): Evaluate {
  const spec = checkNamed('$switch', argument, [], ['branches', 'default'], {
    shape: 40060,
    unknown: 40067,
    missing: 40068,
  });
  const { branches = [] } = spec;
  if (!Array.isArray(branches)) {
    throw location(40061, `$switch expected an array for 'branches', found: ${typeName(branches)}`);
  }
  if (branches.length === 0) throw location(40068, '$switch requires at least one branch.');
  const compiled = branches.map((branch): [Evaluate, Evaluate] => {
    if (!isDocument(branch))
      throw location(40062, `$switch expected each branch to be an object, found: ${typeName(branch)}`);
    checkNamed('$switch branch', branch, [], ['case', 'then'], { shape: 40062, unknown: 40063, missing: 40064 });
    if (branch.case === undefined) throw location(40064, "$switch requires each branch have a 'case' expression");
    if (branch.then === undefined) throw location(40065, "$switch requires each branch have a 'then' expression.");
    return [compileOperand(branch.case, scope), compileOperand(branch.then, scope)];
  });
  const otherwise = spec.default === undefined ? undefined : compileOperand(spec.default, scope);
  return (document, variables) => {
    const found = compiled.find(([test]) => isTruthy(test(document, variables)))?.[1] ?? otherwise;
    if (!found)
      throw location(40066, '$switch could not find a matching branch for an input, and no default was specified.');
    return found(document, variables);
  };
}

function compileLet(argument: Value, scope: Scope): Evaluate {
  const spec = checkNamed('$let', argument, [], ['vars', 'in'], { shape: 16874, unknown: 16875, missing: 16876 });
  if (spec.vars === undefined) throw location(16876, "Missing 'vars' parameter to $let");
  if (spec.in === undefined) throw location(16877, "Missing 'in' parameter to $let");
  if (!isDocument(spec.vars)) throw location(10065, 'invalid parameter: expected an object (vars)');
  const { vars } = spec;
  const names = Object.keys(vars);
  names.forEach(checkVariableName);
  const values = names.map((name): [string, Evaluate] => [name, compileOperand(vars[name], scope)]);
  const body = compileOperand(spec.in, widen(scope, names));
  return (document, variables) =>
    body(document, {
      ...variables,
      ...Object.fromEntries(values.map(([name, evaluate]) => [name, evaluate(document, variables)])),
    });
}

/** User variables begin with a lowercase letter (or are CURRENT, which is refused here). */
export function checkVariableName(name: string): void {
  if (name === '') throw location(16866, 'empty variable names are not allowed');
  if (!/^[a-z\u0080-\uffff]/.test(name)) {
    throw location(16867, `'${name}' starts with an invalid character for a user variable name`);
  }
  const invalid = /[^A-Za-z0-9_\u0080-\uffff]/.exec(name);
  if (invalid) throw location(16868, `'${name}' contains an invalid character for a variable name: '${invalid[0]}'`);
}

export const conditionOperators: Entry[] = [
  comparison('$eq', (order) => order === 0),
  comparison('$ne', (order) => order !== 0),
  comparison('$gt', (order) => order > 0),
  comparison('$gte', (order) => order >= 0),
  comparison('$lt', (order) => order < 0),
  comparison('$lte', (order) => order <= 0),
  comparison('$cmp', (order) => order),
  [
    '$and',
    (argument, scope) => {
      const items = compileList(argument, scope);
      return (document, variables) => items.every((item) => isTruthy(item(document, variables)));
    },
  ],
  [
    '$or',
    (argument, scope) => {
      const items = compileList(argument, scope);
      return (document, variables) => items.some((item) => isTruthy(item(document, variables)));
    },
  ],
  nary('$not', 1, 1, ([value]) => !isTruthy(value)),
  ['$cond', compileCondition],
  ['$ifNull', compileIfNull],
  ['$switch', compileSwitch],
  ['$let', compileLet],
  ['$literal', (argument) => () => argument],
  nary('$type', 1, 1, ([value]) => typeName(value)),
  nary('$isNumber', 1, 1, ([value]) => isNumber(value)),
];
