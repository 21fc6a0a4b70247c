import { runPipeline } from '../aggregate/pipeline';
import { decode, encode } from '../bson/codec';
import { isDocument, type Document } from '../bson/value';
import type { CursorSource } from '../cursors';
import { MongoError } from '../errors';
import type { LoggedEvent } from '../store/oplog';
import { prepareRead, readMatches } from '../store/reader';
import {
  invalidates,
  isWatched,
  makeToken,
  readChangeStream,
  type ChangeStreamOptions,
  type TokenKind,
} from './change-stream-options';
import { readVariables, type CommandContext } from './context';
import { pipelineEnvironment } from './pipeline-environment';

/** Events read from the log at a time, and the size at which a batch ends. */
const EVENTS_AT_A_TIME = 100;
const BATCH_BYTES = 8 * 1024 * 1024;
/** How long `getMore` waits for an event when the client names no time. */
const DEFAULT_WAIT_MS = 1000;

/** Opens a change stream over the log. @throws MongoError for bad options, 286 when the log no longer reaches back. */
export function openChangeStream(context: CommandContext, stages: Document[], collection?: string): CursorSource {
  const [first, ...rest] = stages;
  const stage = first?.$changeStream;
  const options = readChangeStream(isDocument(stage) ? stage : {}, context.databaseName, collection);
  return new ChangeStream(context, options, rest);
}

class ChangeStream implements CursorSource {
  /** Everything up to here was read. */
  private position: Buffer;
  private isOver = false;
  private isClosed = false;
  private wake: () => void = () => undefined;
  private pending: Document[] = [];

  constructor(
    private readonly context: CommandContext,
    private readonly options: ChangeStreamOptions,
    private readonly stages: Document[],
  ) {
    const { oplog } = context.server.database;
    const { token, startTime } = options;
    this.position = token?.key ?? (startTime ? oplog.before(startTime) : oplog.newest());
    if ((token || startTime) && oplog.isForgotten(this.position)) {
      throw new MongoError(
        286,
        'ChangeStreamHistoryLost',
        'Resume of change stream was not possible, as the resume point may no longer be in the oplog.',
      );
    }
    // Resumed at the very event that ends the stream: its end is still to be told.
    const event = token?.kind === 'event' ? oplog.at(token.key) : undefined;
    if (event && isWatched(options, event) && invalidates(options, event)) this.pending.push(this.invalidate(event));
  }

  async next(size: number, maxTimeMs: number | undefined) {
    const until = Date.now() + (maxTimeMs ?? DEFAULT_WAIT_MS);
    const documents: Buffer[] = [];
    for (;;) {
      await this.collect(documents, size === 0 ? 0 : size);
      const wait = until - Date.now();
      if (documents.length > 0 || this.isOver || this.isClosed || wait <= 0) break;
      await this.nextCommit(wait);
    }
    const kind: TokenKind = this.isOver ? 'invalidate' : 'mark';
    return { documents, done: this.isOver, fields: { postBatchResumeToken: makeToken(this.position, kind) } };
  }

  close(): void {
    this.isClosed = true;
    this.wake();
  }

  private async collect(documents: Buffer[], size: number): Promise<void> {
    const { oplog } = this.context.server.database;
    let bytes = 0;
    while (documents.length < size && bytes < BATCH_BYTES && !this.isOver) {
      const events =
        this.pending.length > 0 ? [] : oplog.read(this.position, Math.min(EVENTS_AT_A_TIME, size - documents.length));
      if (events.length === 0 && this.pending.length === 0) return;
      const told = this.pending.splice(0);
      for (const event of events) {
        this.position = event.key;
        if (!isWatched(this.options, event)) continue;
        told.push(await this.describe(event));
        if (!invalidates(this.options, event)) continue;
        told.push(this.invalidate(event));
        break;
      }
      this.isOver = told.some((event) => event.operationType === 'invalidate');
      for (const event of await this.transform(told)) {
        const encoded = encode(event);
        bytes += encoded.length;
        documents.push(encoded);
      }
    }
  }

  private async describe(event: LoggedEvent): Promise<Document> {
    const { updateDescription, documentKey, ...transaction } = event.details;
    const told: Document = {
      _id: makeToken(event.key, 'event'),
      operationType: event.operation,
      clusterTime: event.clusterTime,
      wallTime: event.wallTime,
      ...transaction,
    };
    if (event.fullDocument) told.fullDocument = decode(event.fullDocument);
    else if (event.operation === 'update') await this.addFullDocument(event, told);
    told.ns = event.collection === undefined ? { db: event.database } : { db: event.database, coll: event.collection };
    if (documentKey !== undefined) told.documentKey = documentKey;
    if (updateDescription !== undefined) told.updateDescription = updateDescription;
    this.addDocumentBefore(event, told);
    return told;
  }

  /** The document as it is now, which may already be newer than the event. */
  private async addFullDocument({ database, collection, details }: LoggedEvent, told: Document): Promise<void> {
    const { fullDocument } = this.options;
    if (fullDocument === 'default') return;
    if (fullDocument === 'required') throw noImage('post-image');
    told.fullDocument = null;
    if (fullDocument === 'whenAvailable') return;
    const store = this.context.server.database;
    const found = store.catalog.find(`${database}.${collection}`);
    const filter = { _id: isDocument(details.documentKey) ? details.documentKey._id : undefined };
    const snapshot = store.environment.snapshot();
    try {
      const prepared = prepareRead(found, { filter, limit: 1 });
      for await (const match of readMatches(store, { snapshot }, found, prepared)) told.fullDocument = match.document;
    } finally {
      snapshot.release();
    }
  }

  /** Pre-images are not kept, as in a MongoDB collection that was not told to. */
  private addDocumentBefore(event: LoggedEvent, told: Document): void {
    const { fullDocumentBeforeChange } = this.options;
    if (fullDocumentBeforeChange === 'off' || !['update', 'replace', 'delete'].includes(event.operation)) return;
    if (fullDocumentBeforeChange === 'required') throw noImage('pre-image');
    told.fullDocumentBeforeChange = null;
  }

  private invalidate({ key, clusterTime, wallTime }: LoggedEvent): Document {
    return { _id: makeToken(key, 'invalidate'), operationType: 'invalidate', clusterTime, wallTime };
  }

  private async transform(events: Document[]): Promise<Document[]> {
    if (this.stages.length === 0 || events.length === 0) return events;
    const { context } = this;
    const now = new Date();
    const variables = readVariables(context, undefined, now);
    const tokens = new Set(events.map(({ _id }) => (_id as Document)._data));
    const snapshot = context.server.database.environment.snapshot();
    const results: Document[] = [];
    try {
      const environment = pipelineEnvironment(context, { snapshot }, { now, variables });
      for await (const event of runPipeline(streamOf(events), this.stages, environment)) {
        if (!isDocument(event._id) || !tokens.has(event._id._data)) throw changedToken();
        results.push(event);
      }
    } finally {
      snapshot.release();
    }
    return results;
  }

  private nextCommit(timeoutMs: number): Promise<void> {
    return new Promise((resolve) => {
      const done = () => {
        clearTimeout(timer);
        forget();
        resolve();
      };
      const timer = setTimeout(done, timeoutMs);
      const forget = this.context.server.database.environment.onCommit(done);
      this.wake = done;
    });
  }
}

async function* streamOf(events: Document[]): AsyncGenerator<Document, void, undefined> {
  yield* events;
}

const noImage = (image: string): MongoError =>
  new MongoError(
    347,
    'NoMatchingDocument',
    `Change stream was configured to require a ${image} for all update, delete and replace events, but the ${image} was not found for event`,
  );

const changedToken = (): MongoError =>
  new MongoError(
    280,
    'ChangeStreamFatalError',
    'Encountered an event whose _id field, which contains the resume token, was modified by the pipeline. Modifying the _id field of an event makes it impossible to resume the stream from that point. Only transformations that retain the unmodified _id field are allowed.',
    { errorLabels: ['NonResumableChangeStreamError'] },
  );
