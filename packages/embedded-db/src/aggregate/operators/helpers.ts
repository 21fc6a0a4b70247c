import { isDocument, typeName, type Document, type Value } from '../../bson/value';
import { location } from '../../errors';
import { isNullish, type Evaluate, type Scope, compileOperand } from '../core';

/** Compiles one operator from its argument. */
export type Build = (argument: Value, scope: Scope) => Evaluate;

export type Entry = [name: string, build: Build];

/**
 * An operator over a list of arguments, all evaluated before it runs.
 *
 * @throws MongoError 16020 or 28667 for a wrong number of arguments.
 */
export function nary(name: string, min: number, max: number, run: (values: Value[], scope: Scope) => Value): Entry {
  return [
    name,
    (argument, scope) => {
      const list = Array.isArray(argument) ? argument : [argument];
      if (min === max && list.length !== min) {
        throw location(16020, `Expression ${name} takes exactly ${min} arguments. ${list.length} were passed in.`);
      }
      if (list.length < min || list.length > max) {
        throw location(
          28667,
          `Expression ${name} takes at least ${min} arguments, and at most ${max}, but ${list.length} were passed in.`,
        );
      }
      const compiled = list.map((item) => compileOperand(item, scope));
      return (document, variables) =>
        run(
          compiled.map((evaluate) => evaluate(document, variables)),
          scope,
        );
    },
  ];
}

/** Like `nary`, but null as soon as an argument is null or missing. */
export const nullable = (
  name: string,
  min: number,
  max: number,
  run: (values: Value[], scope: Scope) => Value,
): Entry => nary(name, min, max, (values, scope) => (values.some(isNullish) ? null : run(values, scope)));

/** Error codes of an operator that takes a document of named arguments. */
export interface NamedCodes {
  shape: number;
  unknown: number;
  missing: number;
}

/** Checks the named arguments of an operator such as `$switch`. */
export function checkNamed(
  name: string,
  argument: Value,
  required: string[],
  optional: string[],
  codes: NamedCodes,
): Document {
  if (!isDocument(argument)) {
    throw location(codes.shape, `${name} only supports an object as its argument, found ${typeName(argument)}`);
  }
  for (const field of Object.keys(argument)) {
    if (!required.includes(field) && !optional.includes(field)) {
      throw location(codes.unknown, `Unrecognized argument to ${name}: ${field}`);
    }
  }
  for (const field of required) {
    if (argument[field] === undefined) throw location(codes.missing, `Missing '${field}' parameter to ${name}`);
  }
  return argument;
}
