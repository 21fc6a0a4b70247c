import type { Timestamp } from 'bson';
import { compileDocumentStage, isUpdateStage } from '../aggregate/document-stages';
import { scopeOf } from '../aggregate/expression';
import { isStageName } from '../aggregate/stage-names';
import { compareValues } from '../bson/compare';
import { cloneValue, isDocument, isRegExp, typeName, type Document, type Value } from '../bson/value';
import { MongoError, failedToParse, immutableField, invalidOptions, location } from '../errors';
import type { Collation } from '../query/collation';
import { show } from '../show';
import { compileArrayFilters } from './array-filters';
import type { Change, ChangeContext } from './change';
import { OPERATORS } from './operators';
import { applyAt, checkConflicts, compareParts, parseUpdatePath, resolvePath, type UpdatePath } from './paths';
import { applyRename, parseRename } from './rename';

export interface UpdateOptions {
  arrayFilters?: Document[];
  collation?: Collation;
  /** Refuse anything but a replacement document. */
  isReplacement?: boolean;
  /** Values of `$$` variables for a pipeline. */
  variables?: Document;
}

export interface UpdateContext {
  /** Array index the filter matched, for the positional `$`. */
  position?: number;
  isUpsertInsert: boolean;
  now: Date;
  clusterTime: Timestamp;
}

export interface CompiledUpdate {
  kind: 'replacement' | 'modifiers' | 'pipeline';
  /** The updated copy; the document given is left as it is. */
  apply(document: Document, context: UpdateContext): Document;
}

/**
 * Compiles an update: modifiers, a replacement document, or a pipeline.
 *
 * @throws MongoError 9, 2, 14, 40, 52 or 56, as MongoDB does, before any document is touched.
 */
export function compileUpdate(update: Document | Document[], options: UpdateOptions = {}): CompiledUpdate {
  const hasFilters = (options.arrayFilters ?? []).length > 0;
  if (Array.isArray(update)) {
    if (hasFilters) throw failedToParse('Cannot specify arrayFilters and a pipeline update');
    return withChecks('pipeline', compilePipeline(update, options));
  }
  const isModifiers = Object.keys(update)[0]?.startsWith('$') ?? false;
  if (isModifiers && options.isReplacement) {
    throw failedToParse('the replace operation document must not contain atomic operators');
  }
  if (isModifiers) return withChecks('modifiers', compileModifiers(update, options));
  if (hasFilters) throw failedToParse('Cannot specify arrayFilters and a replacement update');
  const dollar = Object.keys(update).find((field) => field.startsWith('$'));
  if (dollar !== undefined) {
    throw new MongoError(
      52,
      'DollarPrefixedFieldName',
      `The dollar ($) prefixed field '${dollar}' in '${dollar}' is not allowed in the context of an update's replacement document.`,
    );
  }
  return withChecks('replacement', (before) => keepId(cloneValue(update), before));
}

type Apply = (before: Document, context: UpdateContext) => Document;

/** Wraps an update with the rules every kind shares: `_id` never changes and is never an array or a pattern. */
function withChecks(kind: CompiledUpdate['kind'], apply: Apply): CompiledUpdate {
  return {
    kind,
    apply: (before, context) => {
      const after = apply(before, context);
      if (before._id !== undefined && (after._id === undefined || compareValues(before._id, after._id) !== 0)) {
        if (after._id === undefined) throw immutableField('_id');
        throw new MongoError(
          66,
          'ImmutableField',
          `After applying the update, the (immutable) field '_id' was found to have been altered to _id: ${show(after._id)}`,
        );
      }
      if (Array.isArray(after._id) || isRegExp(after._id)) {
        throw new MongoError(53, 'InvalidIdField', `The '_id' value cannot be of type ${typeName(after._id)}`);
      }
      checkDepth(after, 0);
      return after;
    },
  };
}

/** MongoDB stores at most 180 levels a client may nest; deeper ones could not be read back. */
function checkDepth(value: Value, depth: number): void {
  if (depth > 180) throw new MongoError(15, 'Overflow', 'Document exceeds maximum nesting depth of 180');
  if (Array.isArray(value)) for (const item of value) checkDepth(item, depth + 1);
  else if (isDocument(value)) for (const field of Object.keys(value)) checkDepth(value[field], depth + 1);
}

/** A document without `_id` takes over the old one, in first place. */
function keepId(after: Document, before: Document): Document {
  return after._id === undefined && before._id !== undefined ? { _id: before._id, ...after } : after;
}

function compilePipeline(stages: Document[], options: UpdateOptions): Apply {
  const scope = scopeOf({ NOW: null, CLUSTER_TIME: null, ...options.variables }, options.collation);
  const compiled = stages.map((stage) => {
    if (!isDocument(stage)) throw typeMismatchInPipeline(stage);
    const [name, ...others] = Object.keys(stage);
    if (name === undefined || others.length > 0) {
      throw location(40323, 'A pipeline stage specification object must contain exactly one field.');
    }
    if (!isStageName(name)) throw location(40324, `Unrecognized pipeline stage name: '${name}'`);
    if (!isUpdateStage(name)) {
      throw invalidOptions(`${name} is not allowed to be used within an update`);
    }
    return compileDocumentStage(name, stage[name], scope);
  });
  return (before, { now, clusterTime }) => {
    const variables = { ...options.variables, NOW: now, CLUSTER_TIME: clusterTime };
    const after = compiled.reduce((document, stage) => stage(document, variables), before);
    return keepId(cloneValue(after), before);
  };
}

const typeMismatchInPipeline = (stage: Value) =>
  new MongoError(
    14,
    'TypeMismatch',
    `Each element of the 'pipeline' array must be an object, found ${typeName(stage)}`,
  );

interface Modifier {
  target: UpdatePath;
  onlyOnInsert: boolean;
  run: (context: ChangeContext) => Change;
}

function compileModifiers(update: Document, options: UpdateOptions): Apply {
  const filters = compileArrayFilters(options.arrayFilters ?? [], options.collation);
  const used = new Set<string>();
  const modifiers: Modifier[] = [];
  const renames: { from: UpdatePath; to: UpdatePath }[] = [];
  for (const operator of Object.keys(update)) {
    const fields = update[operator];
    const compile = OPERATORS.get(operator);
    if (!compile && operator !== '$rename') {
      throw failedToParse(
        `Unknown modifier: ${operator}. Expected a valid update modifier or pipeline-style update specified as an array`,
      );
    }
    if (!isDocument(fields)) {
      throw failedToParse(
        `Modifiers operate on fields but we found type ${typeName(fields)} instead. ` +
          `For example: {$mod: {<field>: ...}} not {${operator}: ${show(fields)}}`,
      );
    }
    for (const path of Object.keys(fields)) {
      if (!compile) {
        const to = parseRename(path, fields[path]);
        renames.push({ from: parseUpdatePath(path, filters, used), to: parseUpdatePath(to, filters, used) });
        continue;
      }
      const target = parseUpdatePath(path, filters, used);
      const run = compile(fields[path], path, options.collation);
      modifiers.push({ target, run, onlyOnInsert: operator === '$setOnInsert' });
    }
  }
  checkConflicts([
    ...modifiers.map(({ target }) => target.path),
    ...renames.flatMap(({ from, to }) => [from.path, to.path]),
  ]);
  for (const identifier of filters.keys()) {
    if (!used.has(identifier)) {
      throw failedToParse(`The array filter for identifier '${identifier}' was not used in the update ${show(update)}`);
    }
  }
  modifiers.sort((a, b) => compareParts(a.target.parts, b.target.parts));
  return (before, context) => {
    const after = cloneValue(before);
    const active = modifiers.filter(({ onlyOnInsert }) => !onlyOnInsert || context.isUpsertInsert);
    // Every path is settled on the document as it was, so that one change cannot alter what another one reaches.
    const changes = active.flatMap(({ target, run }) =>
      resolvePath(before, target, filters, context.position).map((parts) => ({ parts, run })),
    );
    checkConflicts(changes.map(({ parts }) => parts.join('.')));
    for (const { parts, run } of changes) {
      applyAt(after, parts, run({ now: context.now, clusterTime: context.clusterTime, before }));
    }
    for (const { from, to } of renames) applyRename(after, from.path, to.path);
    return after;
  };
}
