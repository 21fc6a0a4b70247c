import { toNumber } from '../bson/number';
import { isDocument, isNumber, setField, type Document, type Value } from '../bson/value';
import { location } from '../errors';
import type { Evaluate, Scope, Variables } from './core';
import { compileExpression, parseFieldPath } from './expression';
import { operators } from './operators/registry';

/** Alters the value that is there, as `$slice` does in a find; undefined leaves the field out. */
export type Transform = (value: Value, position: number | undefined) => Value;

/** What a projection does with one field. */
export type Leaf =
  | { kind: 'include' }
  | { kind: 'exclude' }
  | { kind: 'compute'; evaluate: Evaluate; isLiteral?: boolean }
  | { kind: 'transform'; transform: Transform; includes: boolean };

export interface Branch {
  kind: 'branch';
  fields: Map<string, Leaf | Branch>;
}

/** Values an application of the tree needs besides the part of the document at hand. */
export interface Run {
  root: Document;
  variables: Variables;
  position?: number;
}

export type Mode = 'include' | 'exclude' | 'add';

/** Reads a leaf that only find knows (`$slice`, `$elemMatch`, positional); undefined for any other. */
export type ReadSpecial = (path: string, value: Value) => { path: string; leaf: Leaf } | undefined;

interface Reader {
  scope: Scope;
  isAdding: boolean;
  special?: ReadSpecial;
}

const newBranch = (): Branch => ({ kind: 'branch', fields: new Map() });

/** Reads a projection (or, with `isAdding`, an $addFields) into a tree, refusing colliding paths (31249, 31250). */
export function readTree(spec: Document, reader: Reader): Branch {
  const tree = newBranch();
  readInto(tree, spec, '', reader);
  return tree;
}

function readInto(tree: Branch, spec: Document, prefix: string, reader: Reader): void {
  for (const field of Object.keys(spec)) {
    const value = spec[field];
    const path = prefix + field;
    const special = reader.special?.(path, value);
    const name = special?.path ?? path;
    if (!special && !reader.isAdding && name.split('.').includes('$')) {
      throw location(31324, 'Cannot use positional projection in aggregation projection');
    }
    const parts = parseFieldPath(name);
    if (special) insert(tree, parts, special.leaf, name);
    else if (isDocument(value) && !Object.keys(value)[0]?.startsWith('$')) {
      if (Object.keys(value).length === 0) {
        throw location(51270, 'An empty sub-projection is not a valid value. Found empty object at path');
      } else readInto(tree, value, `${path}.`, reader);
    } else insert(tree, parts, readLeaf(value, reader), path);
  }
}

function readLeaf(value: Value, reader: Reader): Leaf {
  if (!reader.isAdding && (typeof value === 'boolean' || isNumber(value))) {
    const included = typeof value === 'boolean' ? value : toNumber(value) !== 0;
    return { kind: included ? 'include' : 'exclude' };
  }
  const operator = isDocument(value) ? Object.keys(value) : [];
  if (!reader.isAdding && operator.length === 1 && !operators.has(operator[0]!)) {
    throw location(31325, `Unknown expression ${operator[0]}`);
  }
  return { kind: 'compute', evaluate: compileExpression(value, reader.scope), isLiteral: !isDocument(value) };
}

function insert(tree: Branch, parts: string[], leaf: Leaf, path: string): void {
  let branch = tree;
  parts.forEach((part, index) => {
    const known = branch.fields.get(part);
    if (index === parts.length - 1) {
      if (known) throw location(31250, `Path collision at ${path}`);
      branch.fields.set(part, leaf);
      return;
    }
    if (known && known.kind !== 'branch') {
      throw location(31249, `Path collision at ${path} remaining portion ${parts.slice(index + 1).join('.')}`);
    }
    const next = known ?? newBranch();
    branch.fields.set(part, next);
    branch = next;
  });
}

/**
 * Whether a projection includes or excludes, decided by its fields other than `_id`.
 *
 * @throws MongoError 31253, 31254 or 31252 when it mixes the two.
 */
export function modeOf(tree: Branch): 'include' | 'exclude' {
  let mode: 'include' | 'exclude' | undefined;
  const visit = (branch: Branch, prefix: string): void => {
    for (const [field, node] of branch.fields) {
      const path = prefix + field;
      if (node.kind === 'branch') visit(node, `${path}.`);
      else if (path !== '_id' && !(node.kind === 'transform' && !node.includes)) {
        const wanted = node.kind === 'exclude' ? 'exclude' : 'include';
        mode ??= wanted;
        if (mode === 'include' && wanted === 'exclude') {
          throw location(31254, `Cannot do exclusion on field ${path} in inclusion projection`);
        }
        if (mode === 'exclude' && wanted === 'include') {
          if (node.kind === 'compute' && node.isLiteral)
            throw location(31310, `Cannot use an expression ${path} in an exclusion projection`);
          if (node.kind !== 'include')
            throw location(31252, 'Cannot use expression other than $meta in exclusion projection');
          throw location(31253, `Cannot do inclusion on field ${path} in exclusion projection`);
        }
      }
    }
  };
  visit(tree, '');
  if (mode) return mode;
  const id = tree.fields.get('_id');
  return id === undefined || id.kind === 'exclude' || id.kind === 'transform' ? 'exclude' : 'include';
}

/** Applies a tree to a document, and to every document in an array on the way. */
export function applyTree(value: Value, tree: Branch, mode: Mode, run: Run): Value {
  if (Array.isArray(value)) {
    return value.map((item) => applyTree(item, tree, mode, run)).filter((item) => item !== undefined);
  }
  if (!isDocument(value) && (mode === 'exclude' || !(mode === 'add' || computes(tree)))) {
    return mode === 'exclude' ? value : undefined;
  }
  const source = isDocument(value) ? value : {};
  const result: Document = {};
  for (const field of Object.keys(source)) {
    const node = tree.fields.get(field);
    const next = projectField(source[field], node, mode, run);
    // A computed field of an $addFields keeps the place of the one it replaces; in $project it goes last.
    if (next !== undefined) setField(result, field, next);
  }
  if (mode === 'exclude') return result;
  for (const [field, node] of tree.fields) {
    const isNew = mode === 'include' || !Object.hasOwn(source, field);
    if (!isNew || !(node.kind === 'compute' || (node.kind === 'branch' && computes(node)))) continue;
    if (node.kind === 'branch' && Object.hasOwn(source, field)) continue;
    const next =
      node.kind === 'compute' ? node.evaluate(run.root, run.variables) : applyTree(undefined, node, mode, run);
    if (next !== undefined) setField(result, field, next);
  }
  return result;
}

function projectField(value: Value, node: Leaf | Branch | undefined, mode: Mode, run: Run): Value {
  if (!node) return mode === 'include' ? undefined : value;
  switch (node.kind) {
    case 'include':
      return value;
    case 'exclude':
      return undefined;
    case 'compute':
      return mode === 'add' ? node.evaluate(run.root, run.variables) : undefined;
    case 'transform':
      return node.transform(value, run.position);
    case 'branch':
      return applyTree(value, node, mode, run);
  }
}

const computes = (branch: Branch): boolean =>
  [...branch.fields.values()].some((node) => node.kind === 'compute' || (node.kind === 'branch' && computes(node)));

/** In an inclusion `_id` comes along unless it is named. */
export function includeId(tree: Branch): Branch {
  if (tree.fields.has('_id')) return tree;
  return { kind: 'branch', fields: new Map<string, Leaf | Branch>([['_id', { kind: 'include' }], ...tree.fields]) };
}
