import { isDocument, typeName, type Document, type Value } from '../bson/value';
import { location, unknownField } from '../errors';
import type { Evaluate, Scope, Variables } from './core';
import { compileExpression, parseFieldPath, scopeOf } from './expression';
import { applyTree, includeId, modeOf, readTree, type Branch } from './project';

/** Turns one document into another; no stage here looks at a second document. */
export type DocumentStage = (document: Document, variables: Variables) => Document;

const STAGES: Record<string, (argument: Value, scope: Scope) => DocumentStage> = {
  $set: (argument, scope) => compileAddFields('$set', argument, scope),
  $addFields: (argument, scope) => compileAddFields('$addFields', argument, scope),
  $unset: compileUnset,
  $project: compileProject,
  $replaceRoot: compileReplaceRoot,
  $replaceWith: (argument, scope) => replaceBy(compileExpression(argument, scope)),
};

/** True for the stages an update pipeline may use, which are also the ones compiled here. */
export const isUpdateStage = (name: string): boolean => Object.hasOwn(STAGES, name);

export const compileDocumentStage = (name: string, argument: Value, scope: Scope): DocumentStage =>
  STAGES[name]!(argument, scope);

function compileAddFields(name: string, argument: Value, scope: Scope): DocumentStage {
  if (!isDocument(argument)) {
    throw location(40272, `${name} specification stage must be an object, got ${typeName(argument)}`);
  }
  checkAddedFields(argument);
  const tree = readTree(argument, { scope, isAdding: true });
  return (document, variables) => applyTree(document, tree, 'add', { root: document, variables }) as Document;
}

/** The shape of an $addFields, which MongoDB checks before it reads the expressions. */
function checkAddedFields(spec: Document): void {
  if (Object.keys(spec).length === 0) throw location(40177, 'specification must have at least one field');
  const seen: string[] = [];
  const add = (path: string) => {
    const other = seen.find((one) => one === path || one.startsWith(`${path}.`) || path.startsWith(`${one}.`));
    if (other !== undefined) {
      throw location(
        40176,
        `specification contains two conflicting paths. Cannot specify both '${path}' and '${other}'`,
      );
    }
    seen.push(path);
  };
  const visit = (value: Value, path: string) => {
    if (!isDocument(value)) return add(path);
    const fields = Object.keys(value);
    if (fields.length === 0) {
      throw location(40180, `an empty object is not a valid value. Found empty object at path ${path}`);
    }
    if (fields.some((field) => field.startsWith('$'))) {
      if (fields.length === 1) return add(path);
      throw location(
        40181,
        `an expression specification must contain exactly one field, the name of the expression. Found ${fields.length} fields`,
      );
    }
    for (const field of fields) {
      if (field.includes('.')) throw location(40183, `cannot use dotted field name '${field}' in a sub object`);
      visit(value[field], `${path}.${field}`);
    }
  };
  for (const path of Object.keys(spec)) visit(spec[path], path);
}

function compileUnset(argument: Value): DocumentStage {
  const paths = Array.isArray(argument) ? argument : [argument];
  if (!Array.isArray(argument) && typeof argument !== 'string') {
    throw location(31002, '$unset specification must be a string or an array');
  }
  if (paths.length === 0)
    throw location(31119, '$unset specification must be a string or an array with at least one field');
  const spec: Document = {};
  for (const path of paths) {
    if (typeof path !== 'string')
      throw location(31120, '$unset specification must be a string or an array containing only string values');
    parseFieldPath(path);
    if (Object.hasOwn(spec, path)) throw location(31250, `Path collision at ${path}`);
    spec[path] = false;
  }
  const tree = readTree(spec, { scope: scopeOf({}), isAdding: false });
  return (document, variables) => applyTree(document, tree, 'exclude', { root: document, variables }) as Document;
}

function compileProject(argument: Value, scope: Scope): DocumentStage {
  if (!isDocument(argument)) throw location(15969, '$project specification must be an object');
  if (Object.keys(argument).length === 0) {
    throw location(51272, 'projection specification must have at least one field');
  }
  const read: Branch = readTree(argument, { scope, isAdding: false });
  const mode = modeOf(read);
  const tree = mode === 'include' ? includeId(read) : read;
  return (document, variables) => applyTree(document, tree, mode, { root: document, variables }) as Document;
}

function compileReplaceRoot(argument: Value, scope: Scope): DocumentStage {
  if (!isDocument(argument)) {
    throw location(40229, `expected an object as specification for $replaceRoot stage, got ${typeName(argument)}`);
  }
  for (const field of Object.keys(argument)) {
    if (field !== 'newRoot') throw unknownField(`$replaceRoot.${field}`);
  }
  if (argument.newRoot === undefined) {
    throw location(40414, "BSON field '$replaceRoot.newRoot' is missing but a required field");
  }
  return replaceBy(compileExpression(argument.newRoot, scope));
}

function replaceBy(evaluate: Evaluate): DocumentStage {
  return (document, variables) => {
    const root = evaluate(document, variables);
    if (isDocument(root)) return root;
    throw location(
      40228,
      `'newRoot' expression must evaluate to an object, but resulting value was of type: '${typeName(root)}'`,
    );
  };
}
