import { type Document, ObjectId } from 'mongodb';
import type { Resource } from '../../lib/realtime-protocol/frames';
import type { Connection } from '../connection';
import type { Hub } from '../hub';
import type { Watched } from '../watch';

const SINGULAR: Partial<Record<Watched, Resource>> = {
  orders: 'order',
  tasks: 'task',
  appointments: 'appointment',
  clients: 'client',
  models: 'model',
};

/** « Read it again »: to the house, and to the client it is about. They are looked up, not searched. */
export function tellChanged(hub: Hub, collection: Watched, id: unknown, document: Document | undefined): void {
  const resource = SINGULAR[collection];
  if (!resource || !(id instanceof ObjectId)) return;
  const version = typeof document?.version === 'number' ? document.version : null;
  const frame = { t: 'changed', resource, id: id.toHexString(), version } as const;
  for (const one of listeners(hub, resource, id, document)) if (one.ready) one.send(frame);
}

function* listeners(hub: Hub, resource: Resource, id: ObjectId, document: Document | undefined): Iterable<Connection> {
  yield* hub.staff;
  // Models that are, or were, public concern every client.
  if (resource === 'model') {
    if (document && document.status !== 'draft') yield* hub.files.all();
  } else if (resource === 'client') yield* hub.files.in(id.toHexString());
  else if (resource !== 'task' && document?.clientId instanceof ObjectId)
    yield* hub.files.in(document.clientId.toHexString());
}
