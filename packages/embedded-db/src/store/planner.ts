import { ObjectId } from 'bson';
import { toNumber } from '../bson/number';
import { isDocument, isNumber, type Document, type Value } from '../bson/value';
import { equalValues } from '../bson/compare';
import { badValue } from '../errors';
import type { Collation } from '../query/collation';
import { isIndex } from '../query/paths';
import { filterBounds, intersect, keyRanges, strongest, type FilterBounds, type KeyRange } from './bounds';
import type { Collection } from './catalog';
import { impliesPartial } from './implication';
import type { Index } from './index-definition';
import { LONGEST_KEY } from './keys';

/** A walk over parts of one index. */
export interface IndexScan {
  index: Index;
  ranges: KeyRange[];
  reverse: boolean;
  /** True when the walk gives the documents in the order asked for. */
  sorted: boolean;
  /** True when each range does so for itself: they are walked side by side. */
  merges?: boolean;
}

/** How to find the candidates of a query; each is still checked against the filter, unless the index proves it. */
export type Plan = { kind: 'collection'; reverse: boolean } | IndexPlan;

interface IndexPlan {
  kind: 'index';
  scans: [IndexScan, ...IndexScan[]];
  sorted: boolean;
  /** True when every stored document the index finds matches the filter. */
  proves: boolean;
  /** True when that is one document at most: the filter is a whole key of a unique index. */
  names?: boolean;
}

export interface PlanRequest {
  filter: Document;
  sort?: Document;
  hint?: Value;
  collation?: Collation;
}

/** More intervals than this are not worth the separate look-ups. */
const MOST_RANGES = 1000;

/** More intervals than this are not worth walking side by side. */
const MOST_MERGED = 100;

/** The score of an index with the loosest condition on its first field, in no order. */
const LEAST_BOUND = 5;

/** The score of an index that answers without being read. */
const NOTHING_TO_WALK = 1000;

/**
 * Chooses the index with the most equalities, then ranges. Where there is none, an `$or` uses an index for each of its
 * branches; then comes an index that only spares the sort.
 *
 * @throws MongoError 2 for a hint that names no index.
 */
export function planQuery(collection: Collection, request: PlanRequest): Plan {
  const point = planPoint(collection, request);
  if (point) return point;
  const { filter, hint } = request;
  const sort = sortFields(request.sort);
  if (isDocument(request.sort) && request.sort.$natural !== undefined) return natural(request.sort.$natural);
  if (isDocument(hint) && hint.$natural !== undefined) return natural(hint.$natural);
  const bounds = filterBounds(filter, request.collation);
  if (hint !== undefined) {
    const index = hintedIndex(collection, hint);
    const scan = scanIndex(index, bounds, sort, request)?.scan ?? wholeIndex(index);
    return oneIndex(scan, filter);
  }
  let best: { scan: IndexScan; score: number } | undefined;
  for (const index of collection.indexes) {
    if (!isComplete(index, filter, bounds)) continue;
    const found = scanIndex(index, bounds, sort, request);
    if (found && found.score > (best?.score ?? 0)) best = found;
  }
  // An index that only spares the sort walks everything: whatever leads to fewer documents is better.
  const branches = best && best.score >= LEAST_BOUND ? undefined : planBranches(collection, request);
  if (branches) return branches;
  return best ? oneIndex(best.scan, filter) : { kind: 'collection', reverse: false };
}

/** What most reads ask for, one value of a field with a unique index: it spares weighing the others. */
function planPoint(collection: Collection, { filter, sort, hint, collation }: PlanRequest): IndexPlan | undefined {
  const [field = ''] = Object.keys(filter);
  const value = filter[field];
  if (sort || hint !== undefined || !isPlain(value) || (collation && typeof value === 'string')) return undefined;
  for (const index of collection.indexes) {
    if (!index.unique || index.partial || index.fields.length > 1) continue;
    if (index.paths[0]!.length > 1 || index.fields[0] !== field) continue;
    const ranges = keyRanges({ points: [value] }, index.directions[0]!);
    const scan = { index, ranges, reverse: false, sorted: true };
    if (proves(scan, filter)) return { kind: 'index', scans: [scan], sorted: true, proves: true, names: true };
  }
  return undefined;
}

/** A value that equals only what has the same bytes in an index. */
const isPlain = (value: Value): boolean =>
  typeof value === 'string' || typeof value === 'number' || value instanceof ObjectId;

function oneIndex(scan: IndexScan, filter: Document): IndexPlan {
  const isProof = proves(scan, filter);
  const names = isProof && scan.index.unique && Object.keys(filter).length === scan.index.fields.length;
  return {
    kind: 'index',
    scans: [scan],
    sorted: scan.sorted,
    proves: isProof,
    names: names && Object.values(filter).every(isPlain),
  };
}

/**
 * A filter that says no more than the walk does: values of the index's first fields and at most one range after them, each
 * field named once, and an index whose bytes tell every value from all others. Then nothing found need be looked into.
 */
function proves({ index, ranges }: IndexScan, filter: Document): boolean {
  const { inexact, arrayPaths } = index.traits;
  if (inexact || arrayPaths.length > 0 || ranges.length === 0) return false;
  const asked = conjuncts(filter);
  if (!asked || asked.size === 0 || asked.size > index.fields.length) return false;
  let ended = false;
  for (const field of index.fields.slice(0, asked.size)) {
    const condition = asked.get(field);
    if (condition === undefined || ended) return false;
    if (isPlain(condition)) continue;
    if (!isDocument(condition) || condition instanceof ObjectId) return false;
    const operators = Object.keys(condition);
    if (operators.length !== 1) return false;
    const [operator = ''] = operators;
    const value = condition[operator];
    if (operator === '$eq' && isPlain(value)) continue;
    if (operator === '$in' && Array.isArray(value) && value.every(isPlain)) continue;
    if ((operator !== '$gte' && operator !== '$lte') || !isPlain(value)) return false;
    // The index has NaN before every number, and no comparison with a number is true of it.
    if (operator === '$lte' && typeof value === 'number') return false;
    ended = true;
  }
  return ranges.every(({ from, to }) => from.length < LONGEST_KEY && to.length < LONGEST_KEY);
}

/** The conditions that a filter joins, by field; undefined where it says more, or one field twice. */
function conjuncts(filter: Document, into = new Map<string, Value>()): Map<string, Value> | undefined {
  for (const [field, condition] of Object.entries(filter)) {
    if (field === '$and' && Array.isArray(condition)) {
      for (const branch of condition) if (!isDocument(branch) || !conjuncts(branch, into)) return undefined;
    } else if (field.startsWith('$') || into.has(field)) return undefined;
    else into.set(field, condition);
  }
  return into;
}

const natural = (direction: Value): Plan => ({
  kind: 'collection',
  reverse: isNumber(direction) && toNumber(direction) < 0,
});

const sortFields = (sort: Document | undefined): [string, number][] =>
  Object.entries(sort ?? {}).map(([path, direction]) => [path, isNumber(direction) ? toNumber(direction) : 0]);

function hintedIndex(collection: Collection, hint: Value): Index {
  const index = collection.indexes.find((one) =>
    typeof hint === 'string' ? one.name === hint : equalValues(one.spec.key, hint),
  );
  if (!index) {
    throw badValue(
      'error processing query: planner returned error :: caused by :: hint provided does not correspond to an existing index',
    );
  }
  return index;
}

const wholeIndex = (index: Index): IndexScan => ({
  index,
  ranges: [{ from: Buffer.alloc(0), to: Buffer.from([0xff]) }],
  reverse: false,
  sorted: false,
});

/** Whether the index has an entry for every document the filter can match. */
function isComplete(index: Index, filter: Document, bounds: FilterBounds): boolean {
  if (index.partial && !impliesPartial(index, filter, bounds)) return false;
  if (!index.sparse) return true;
  return index.fields.some((field) =>
    (bounds.get(field) ?? []).some((one) => !one.points || one.points.every((point) => point !== null)),
  );
}

function scanIndex(
  index: Index,
  bounds: FilterBounds,
  sort: [string, number][],
  request: PlanRequest,
): { scan: IndexScan; score: number } | undefined {
  // `a.0` means an element or a field called 0: the index files it under one of the two only.
  if (index.fields.some((field) => field.split('.').some(isIndex))) return undefined;
  let ranges: KeyRange[] = [{ from: Buffer.alloc(0), to: Buffer.from([0xff]) }];
  let pinned = 0;
  let isPoint = true;
  let score = 0;
  const arrays = new Set<string>();
  for (const [position, field] of index.fields.entries()) {
    const found = usable(index, field, bounds, arrays);
    if (!found || (found.points && found.points.length * ranges.length > MOST_RANGES)) break;
    ranges = combine(ranges, keyRanges(found, index.directions[position]!));
    // `$in: []` matches nothing: no entry to walk, whatever the other fields say.
    if (ranges.length === 0) return { scan: { index, ranges, reverse: false, sorted: true }, score: NOTHING_TO_WALK };
    score += found.points ? 10 : found.lower !== undefined && found.upper !== undefined ? 6 : 5;
    // A range at the end keeps the order of its own field; several points in a row do not.
    if (!found.points || ranges[0]!.from.length >= LONGEST_KEY) break;
    if (found.points.length > 1) isPoint = false;
    pinned++;
  }
  const walked = disjoint(ranges);
  const orders = isPoint || walked.length <= MOST_MERGED;
  const direction = orders ? sortDirection(index, pinned, sort, request.collation) : 0;
  if (direction !== 0) score += isPoint ? 4 : 3;
  if (score === 0) return undefined;
  if (index.unique && pinned === index.fields.length) score += 5;
  // Of two that are alike, the one that holds only what the filter is about is the shorter.
  if (index.partial) score += 1;
  const merges = direction !== 0 && walked.length > 1;
  return { scan: { index, ranges: walked, reverse: direction < 0, sorted: direction !== 0, merges }, score };
}

/**
 * The condition an index field may use. Below an array, conditions may hold for different elements: only one of them
 * counts, and only one field below the same array does.
 */
function usable(index: Index, field: string, bounds: FilterBounds, arrays: Set<string>) {
  const conditions = bounds.get(field);
  if (!conditions) return undefined;
  const above = index.traits.arrayPaths.filter((path) => field === path || field.startsWith(`${path}.`));
  if (above.length === 0) return intersect(conditions);
  if (above.some((path) => arrays.has(path))) return undefined;
  for (const path of above) arrays.add(path);
  return strongest(conditions);
}

/** Appends each interval of the next field to each point so far. */
const combine = (points: KeyRange[], next: KeyRange[]): KeyRange[] =>
  points.flatMap((point) =>
    next.map((range) => ({ from: joinKey(point.from, range.from), to: joinKey(point.from, range.to) })),
  );

/** Stored keys end at the longest length, so a longer bound would miss them. */
function joinKey(start: Buffer, rest: Buffer): Buffer {
  const joined = Buffer.concat([start, rest]);
  if (joined.length <= LONGEST_KEY) return joined;
  const cut = joined.subarray(0, LONGEST_KEY);
  return rest.at(-1) === 0xff ? Buffer.concat([cut, Buffer.from([0xff])]) : cut;
}

/** 1 or -1 when walking the index forwards or backwards gives the sort, 0 when it does not. */
function sortDirection(index: Index, pinned: number, sort: [string, number][], collation?: Collation): number {
  if (sort.length === 0 || collation || index.traits.inexact) return 0;
  const { arrayPaths } = index.traits;
  // A list is sorted by its least or its greatest element, whichever of them led to it.
  if (sort.some(([field]) => arrayPaths.some((path) => field === path || field.startsWith(`${path}.`)))) return 0;
  const fixed = new Set(index.fields.slice(0, pinned));
  let at = pinned;
  let direction = 0;
  for (const [path, wanted] of sort) {
    if (fixed.has(path)) continue;
    const given = index.directions[at];
    if (index.fields[at] !== path || given === undefined) return 0;
    if (direction !== 0 && wanted * given !== direction) return 0;
    direction = wanted * given;
    at++;
  }
  return direction === 0 ? 1 : direction;
}

/** Sorted, without doubles: `$in: [1, 1.0]` must not walk the same entries twice. */
function disjoint(ranges: KeyRange[]): KeyRange[] {
  const sorted = [...ranges].sort((a, b) => Buffer.compare(a.from, b.from));
  return sorted.filter((range, position) => position === 0 || !range.from.equals(sorted[position - 1]!.from));
}

function planBranches(collection: Collection, request: PlanRequest): Plan | undefined {
  const branches = alternatives(request.filter);
  if (!branches) return undefined;
  const scans: IndexScan[] = [];
  for (const branch of branches) {
    if (!isDocument(branch)) return undefined;
    const plan = planQuery(collection, { filter: branch, collation: request.collation });
    if (plan.kind !== 'index') return undefined;
    scans.push(...plan.scans);
  }
  const [first, ...others] = scans;
  return first && { kind: 'index', scans: [first, ...others], sorted: false, proves: false };
}

/** The branches of an `$or` that every matching document fulfils, be it beside other conditions or inside `$and`. */
function alternatives(filter: Document): Value[] | undefined {
  if (Array.isArray(filter.$or)) return filter.$or;
  if (!Array.isArray(filter.$and)) return undefined;
  for (const branch of filter.$and) {
    const found = isDocument(branch) ? alternatives(branch) : undefined;
    if (found) return found;
  }
  return undefined;
}
