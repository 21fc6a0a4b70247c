import { breathe } from '../breathe';
import { decode } from '../bson/codec';
import type { Document, Value } from '../bson/value';
import type { Collation } from '../query/collation';
import { compileFilter, type Matcher } from '../query/match';
import { compileSort } from '../query/sort';
import type { Collection } from './catalog';
import type { Database } from './database';
import type { Snapshot } from './environment';
import { documentKey, prefixOf, recordIdOf } from './keys';
import type { KeyRange } from './bounds';
import { planQuery, type IndexScan, type Plan } from './planner';
import { collectSorted } from './sorting';
import type { StoredDocument } from './change';

/** What a reader sees: a snapshot, and on top of it the writes of its own unit. */
export interface View {
  snapshot: Snapshot;
  overlay?(collection: Collection): ReadonlyMap<number, Document | undefined> | undefined;
}

export interface ReadRequest {
  filter: Document;
  sort?: Document;
  skip?: number;
  limit?: number;
  hint?: Value;
  collation?: Collation;
  variables?: Document;
}

/** A document found, with the array element that matched. */
export interface Match extends StoredDocument {
  position?: number;
}

/** A stored document that is only decoded when somebody looks into it. */
export class FoundDocument implements Match {
  position?: number;
  private decoded: Document | undefined;

  constructor(
    readonly recordId: number,
    readonly bytes: Buffer,
  ) {}

  get document(): Document {
    return (this.decoded ??= decode(this.bytes));
  }
}

/** How much work a read was; explain shows it. */
export interface ReadStatistics {
  keys: number;
  documents: number;
}

/** A checked query: its errors are raised before the first document is asked for. */
export interface PreparedRead {
  request: ReadRequest;
  matcher: Matcher;
  /** True when every document matches. */
  matchesAll: boolean;
  compare: ((a: Document, b: Document) => number) | undefined;
  plan: Plan;
}

/** @throws MongoError for a filter, sort or hint MongoDB would refuse. */
export function prepareRead(collection: Collection | undefined, request: ReadRequest): PreparedRead {
  const { filter, sort, collation, variables } = request;
  const sorts = sort !== undefined && Object.keys(sort).length > 0 && sort.$natural === undefined;
  return {
    request,
    matcher: compileFilter(filter, { collation, variables }),
    matchesAll: Object.keys(filter).length === 0,
    compare: sorts ? compileSort(sort, collation) : undefined,
    plan: collection ? planQuery(collection, request) : { kind: 'collection', reverse: false },
  };
}

const isOlder = ({ snapshot }: View, { plan }: PreparedRead): boolean =>
  plan.kind === 'index' && plan.scans.some(({ index }) => index.since > snapshot.sequence);

/** The read as a snapshot can answer it: one from before an index was built has no entries of it, and is walked whole. */
const seenFrom = (view: View, prepared: PreparedRead): PreparedRead =>
  isOlder(view, prepared) ? { ...prepared, plan: { kind: 'collection', reverse: false } } : prepared;

/** The matching documents in order; it gives way to other work between them. */
export function readMatches(
  database: Database,
  view: View,
  collection: Collection | undefined,
  prepared: PreparedRead,
  statistics: ReadStatistics = { keys: 0, documents: 0 },
): AsyncGenerator<Match, void, undefined> {
  if (!collection) return filterCandidates([], prepared, statistics);
  const seen = seenFrom(view, prepared);
  const { request, compare, plan } = seen;
  const { skip = 0, limit = 0 } = request;
  const found = candidates(database, view, collection, seen, statistics);
  const isSorted = !compare || (plan.kind === 'index' && plan.sorted && !view.overlay?.(collection)?.size);
  if (isSorted) return filterCandidates(found, seen, statistics, skip, limit);
  return collectSorted(filterCandidates(found, seen, statistics), compare, skip, limit);
}

/**
 * The document a unique key names, without the machinery of a stream: what most reads are. Undefined when there is none.
 *
 * @throws when `prepared` is not such a read; see `namesOne`.
 */
export function readOne(
  { environment }: Database,
  { snapshot }: View,
  collection: Collection,
  { plan }: PreparedRead,
): Match | undefined {
  if (plan.kind !== 'index') throw new Error('Not a read of one document.');
  const { index, ranges } = plan.scans[0];
  const prefix = prefixOf(index.id);
  const start = Buffer.concat([prefix, ranges[0]!.from]);
  const end = Buffer.concat([prefix, ranges[0]!.to]);
  for (const key of environment.entries.getKeys({ start, end, limit: 1, transaction: snapshot.transaction })) {
    const bytes = environment.documents.get(documentKey(collection.id, recordIdOf(key)), snapshot);
    if (bytes) return new FoundDocument(recordIdOf(key), bytes);
  }
  return undefined;
}

/** Whether a read is for the one document a unique key names, and no transaction has written to the collection. */
export function namesOne(view: View, collection: Collection, prepared: PreparedRead): boolean {
  const { plan, request } = prepared;
  if (plan.kind !== 'index' || plan.names !== true || request.skip || view.overlay?.(collection)?.size) return false;
  return !isOlder(view, prepared);
}

/** Of candidates those that match, in their order. */
export async function* filterCandidates(
  found: Iterable<Match>,
  { matcher, matchesAll, plan }: PreparedRead,
  statistics: ReadStatistics,
  skip = 0,
  limit = 0,
): AsyncGenerator<Match, void, undefined> {
  const proves = plan.kind === 'index' && plan.proves;
  let count = 0;
  for (const candidate of found) {
    statistics.documents++;
    // The own writes of a transaction have no bytes, and no index found them.
    const isMatch =
      matchesAll || (proves && candidate.bytes !== undefined) || matcher.matches(candidate.document, candidate);
    if (isMatch && count++ >= skip) {
      yield candidate;
      if (count === skip + limit) return;
    }
    const pause = breathe();
    if (pause) await pause;
  }
}

function* candidates(
  database: Database,
  view: View,
  collection: Collection,
  { plan, compare }: PreparedRead,
  statistics: ReadStatistics,
): Generator<Match, void, undefined> {
  const overlay = view.overlay?.(collection);
  const stored =
    plan.kind === 'collection'
      ? scanCollection(database, view, collection, plan.reverse)
      : scanIndexes(database, view, collection, plan.scans, statistics, compare);
  const written = plan.kind === 'collection' && plan.reverse ? [...(overlay ?? [])].reverse() : overlay;
  if (plan.kind === 'collection' && plan.reverse) yield* fromOverlay(written);
  for (const candidate of stored) if (!overlay?.has(candidate.recordId)) yield candidate;
  if (!(plan.kind === 'collection' && plan.reverse)) yield* fromOverlay(written);
}

function* fromOverlay(overlay: Iterable<[number, Document | undefined]> | undefined): Generator<Match> {
  for (const [recordId, document] of overlay ?? []) if (document) yield { recordId, document };
}

function* scanCollection(
  { environment }: Database,
  { snapshot }: View,
  collection: Collection,
  reverse: boolean,
): Generator<Match> {
  const [low, high] = [documentKey(collection.id, 0), documentKey(collection.id + 1, 0)];
  const range = { start: reverse ? high : low, end: reverse ? low : high, reverse, transaction: snapshot.transaction };
  for (const { key, value } of environment.documents.getRange(range)) {
    yield new FoundDocument(recordIdOf(key), value);
  }
}

function* scanIndexes(
  database: Database,
  view: View,
  collection: Collection,
  scans: IndexScan[],
  statistics: ReadStatistics,
  compare: PreparedRead['compare'],
): Generator<Match> {
  const several =
    scans.length > 1 || scans.some((scan) => scan.ranges.length > 1 || scan.index.traits.arrayPaths.length > 0);
  const seen = several ? new Set<number>() : undefined;
  for (const scan of scans) {
    const ranges = scan.reverse ? [...scan.ranges].reverse() : scan.ranges;
    const walks = ranges.map((range) => scanRange(database, view, collection, scan, range, statistics, seen));
    if (scan.merges && compare) yield* mergeWalks(walks, compare);
    else for (const walk of walks) yield* walk;
  }
}

function* scanRange(
  { environment }: Database,
  { snapshot }: View,
  collection: Collection,
  { index, reverse }: IndexScan,
  { from, to }: KeyRange,
  statistics: ReadStatistics,
  seen: Set<number> | undefined,
): Generator<Match, void, undefined> {
  const prefix = prefixOf(index.id);
  const [low, high] = [Buffer.concat([prefix, from]), Buffer.concat([prefix, to])];
  const range = { start: reverse ? high : low, end: reverse ? low : high, reverse };
  for (const key of environment.entries.getKeys({ ...range, transaction: snapshot.transaction })) {
    statistics.keys++;
    const recordId = recordIdOf(key);
    if (seen?.has(recordId)) continue;
    seen?.add(recordId);
    const bytes = environment.documents.get(documentKey(collection.id, recordId), snapshot);
    if (bytes) yield new FoundDocument(recordId, bytes);
  }
}

/** Walks that are each in order, as one; each is only walked as far as its documents are asked for. */
function* mergeWalks(
  walks: readonly Generator<Match, void, undefined>[],
  compare: (a: Document, b: Document) => number,
): Generator<Match, void, undefined> {
  // The next of each walk, the last of them first to leave: taking it and putting its successor in its place is cheap.
  const heads: { match: Match; walk: Generator<Match, void, undefined> }[] = [];
  const advance = (walk: Generator<Match, void, undefined>): void => {
    const next = walk.next();
    if (next.done) return;
    const match = next.value;
    let [low, high] = [0, heads.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (compare(heads[middle]!.match.document, match.document) > 0) low = middle + 1;
      else high = middle;
    }
    heads.splice(low, 0, { match, walk });
  };
  for (const walk of walks) advance(walk);
  for (let head = heads.pop(); head; head = heads.pop()) {
    yield head.match;
    advance(head.walk);
  }
}
