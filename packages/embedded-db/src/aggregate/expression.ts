import { isDocument, setField, type Document, type Value } from '../bson/value';
import { failedToParse, invalidPipelineOperator, location } from '../errors';
import type { Collation } from '../query/collation';
import type { Evaluate, Scope, Variables } from './core';
import { operators } from './operators/registry';

export const scopeOf = (variables: Variables, collation?: Collation): Scope => ({
  variables: new Set(Object.keys(variables)),
  collation,
  compile: compileExpression,
});

/**
 * Compiles an aggregation expression: a literal, a `$path`, a `$$variable`, a document or array of expressions, or one
 * operator.
 *
 * @throws MongoError 168 for an unknown operator, 17276 for an undefined variable, and MongoDB's other parse errors.
 */
export function compileExpression(expression: Value, scope: Scope): Evaluate {
  if (typeof expression === 'string' && expression.startsWith('$')) return compilePath(expression, scope);
  if (Array.isArray(expression)) {
    const items = expression.map((item) => compileExpression(item, scope));
    return (document, variables) => items.map((item) => item(document, variables) ?? null);
  }
  if (isDocument(expression)) return compileDocument(expression, scope);
  return () => expression;
}

function compileDocument(expression: Document, scope: Scope): Evaluate {
  const fields = Object.keys(expression);
  const first = fields[0];
  if (first?.startsWith('$')) {
    if (fields.length > 1) {
      throw location(15983, `an object representing an expression must have exactly one field: ${first}, ${fields[1]}`);
    }
    const build = operators.get(first);
    if (!build) throw invalidPipelineOperator(`Unrecognized expression '${first}'`);
    return build(expression[first], scope);
  }
  const compiled = fields.map((field): [string, Evaluate] => {
    checkFieldName(field);
    if (field.includes('.')) throw location(16412, `FieldPath field names may not contain '.': ${field}`);
    return [field, compileExpression(expression[field], scope)];
  });
  return (document, variables) => {
    const result: Document = {};
    for (const [field, evaluate] of compiled) {
      const value = evaluate(document, variables);
      if (value !== undefined) setField(result, field, value);
    }
    return result;
  };
}

function checkFieldName(field: string): void {
  if (field === '') throw location(15998, 'FieldPath field names may not be empty strings.');
  if (field.startsWith('$')) {
    throw location(16410, `FieldPath field names may not start with '$'. Consider using $getField or $setField.`);
  }
  if (field.includes('\0')) throw location(16411, 'FieldPath field names may not contain null bytes.');
}

/** Splits and checks a field path such as `a.b` (without its `$`). */
export function parseFieldPath(path: string): string[] {
  if (path === '') throw location(40352, 'FieldPath cannot be constructed with empty string');
  if (path.endsWith('.')) throw location(40353, "FieldPath must not end with a '.'.");
  const parts = path.split('.');
  parts.forEach(checkFieldName);
  return parts;
}

function compilePath(expression: string, scope: Scope): Evaluate {
  if (expression === '$') throw location(16872, "'$' by itself is not a valid FieldPath");
  if (!expression.startsWith('$$')) {
    const parts = parseFieldPath(expression.slice(1));
    return (document) => readPath(document, parts, 0);
  }
  const [name, ...rest] = expression.slice(2).split('.');
  if (!name) throw failedToParse('empty variable names are not allowed');
  const parts = rest.length > 0 ? parseFieldPath(rest.join('.')) : [];
  if (name === 'REMOVE') return () => undefined;
  if ((name === 'ROOT' || name === 'CURRENT') && !scope.variables.has(name)) {
    return (document) => readPath(document, parts, 0);
  }
  if (!scope.variables.has(name)) throw location(17276, `Use of undefined variable: ${name}`);
  return (_document, variables) => readPath(variables[name], parts, 0);
}

/** Reads a path as expressions do: an array on the way is mapped, its elements that lack the path are left out. */
export function readPath(value: Value, parts: string[], depth: number): Value {
  const part = parts[depth];
  if (part === undefined) return value;
  if (isDocument(value)) return readPath(Object.hasOwn(value, part) ? value[part] : undefined, parts, depth + 1);
  if (!Array.isArray(value) || depth === 0) return undefined;
  const found: Value[] = [];
  for (const item of value) {
    const inner = isDocument(item) ? readPath(item, parts, depth) : undefined;
    if (inner !== undefined) found.push(inner);
  }
  return found;
}
