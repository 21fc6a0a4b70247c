import { type ChangeStreamDocument, type Document, ObjectId } from 'mongodb';
import type { Logger } from 'pino';
import type { Database } from '../lib/db/client';
import { followChanges, type Following } from '../lib/db/follow-changes';

/** The collections whose changes wake the sidecar. */
const WATCHED = [
  'messages',
  'conversations',
  'notifications',
  'sessions',
  'accounts',
  'orders',
  'tasks',
  'appointments',
  'clients',
  'models',
] as const;
export type Watched = (typeof WATCHED)[number];

/** Sessions are named by a string, everything else by an ObjectId. */
export type Id = ObjectId | string;

export interface Change {
  collection: Watched;
  operation: 'insert' | 'update' | 'replace' | 'delete';
  id: Id;
  /** For a message that was written: where it stands. Of everything else the stream carries the id alone. */
  message?: { conversationId: ObjectId; seq: number };
}

const isWatched = (name: string): name is Watched => (WATCHED as readonly string[]).includes(name);

/** Only what tells who has to hear of it; a stream of whole documents would be read, sent and decoded for nothing. */
const IDS = [
  { $match: { 'ns.coll': { $in: [...WATCHED] } } },
  {
    $project: {
      operationType: 1,
      ns: 1,
      documentKey: 1,
      'fullDocument.conversationId': 1,
      'fullDocument.seq': 1,
    },
  },
];

const placeOf = (document: Document | undefined): Change['message'] =>
  document?.conversationId instanceof ObjectId && typeof document.seq === 'number'
    ? { conversationId: document.conversationId, seq: document.seq }
    : undefined;

function toChange(event: ChangeStreamDocument): Change | null {
  switch (event.operationType) {
    case 'insert':
    case 'update':
    case 'replace':
    case 'delete':
      if (!isWatched(event.ns.coll)) return null;
      return {
        collection: event.ns.coll,
        operation: event.operationType,
        id: event.documentKey._id,
        ...(event.operationType === 'insert' && event.ns.coll === 'messages'
          ? { message: placeOf(event.fullDocument) }
          : {}),
      };
    default:
      return null;
  }
}

/**
 * Follows what has to be told to somebody.
 * @param opened runs each time the stream is open, because what happened in between may have to be looked up
 */
export const watch = (
  db: Database,
  log: Logger,
  opened: (again: boolean) => Promise<void>,
  changed: (change: Change) => void,
): Following =>
  followChanges(db, IDS, {
    open: opened,
    change: (event) => {
      const change = toChange(event);
      if (change) changed(change);
    },
    broken: (error, waitMs) => log.warn({ err: error, waitMs }, 'the change stream broke; opening it again'),
  });
