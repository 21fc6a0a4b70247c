import type { Filter, ObjectId } from 'mongodb';
import { type Actor, isStaff } from '../actor';
import type { Database } from '../db/client';
import type { FileDocument } from './documents';

/** Where a file can be seen, and whether by anybody (then it may be kept by shared caches). */
export type Audience = 'public' | 'private' | 'none';

/** The fields of the other domains' documents that decide; ids only. */
interface Scoped {
  _id: ObjectId;
  clientId?: ObjectId;
  couturierId?: ObjectId;
  modelId?: ObjectId;
  conversationId?: ObjectId;
  status?: string;
  takenBack?: boolean;
}

const exists = async (db: Database, collection: string, filter: Filter<Scoped>): Promise<boolean> =>
  (await db.db.collection<Scoped>(collection).findOne(filter, { projection: { _id: 1 } })) !== null;

/** The client's own document, or any for staff. */
async function seesDocument(db: Database, actor: Actor, collection: string, id: ObjectId): Promise<boolean> {
  if (isStaff(actor)) return exists(db, collection, { _id: id });
  return actor.clientId !== undefined && exists(db, collection, { _id: id, clientId: actor.clientId });
}

/** The two people of the conversation, nobody else: not another couturier, not the owner of the house. */
async function seesMessage(db: Database, actor: Actor, id: ObjectId): Promise<boolean> {
  const message = await db.db
    .collection<Scoped>('messages')
    // What was taken back shows its files to nobody.
    .findOne({ _id: id, takenBack: { $ne: true } }, { projection: { conversationId: 1 } });
  if (!message?.conversationId) return false;
  const mine = actor.clientId ? { clientId: actor.clientId } : { couturierId: actor.id };
  return exists(db, 'conversations', { _id: message.conversationId, ...mine });
}

/** Published: everybody. Else staff, and a client whose own order was made from it (their order keeps its picture). */
async function audienceOfModel(db: Database, actor: Actor | null, id: ObjectId): Promise<Audience> {
  if (await exists(db, 'models', { _id: id, status: 'published' })) return 'public';
  if (!actor) return 'none';
  if (isStaff(actor)) return (await exists(db, 'models', { _id: id })) ? 'private' : 'none';
  const ordered = actor.clientId !== undefined && { modelId: id, clientId: actor.clientId };
  return ordered && (await exists(db, 'orders', ordered)) ? 'private' : 'none';
}

/**
 * Who may see a file: it follows what the file is attached to. A free file is its owner's alone.
 * The other domains are asked by a query on ids, not by their use cases: they attach files, so they already depend on this one.
 */
export async function audienceOf(db: Database, actor: Actor | null, file: FileDocument): Promise<Audience> {
  const target = file.attachedTo;
  if (!target) return actor?.id.equals(file.ownerId) ? 'private' : 'none';
  if (target.audience === 'staff' && !(actor && isStaff(actor))) return 'none';
  if (target.kind === 'avatar') return 'public';
  if (target.kind === 'model') return audienceOfModel(db, actor, target.id);
  if (!actor) return 'none';
  // Work is the atelier's own.
  if (target.kind === 'task') return isStaff(actor) ? 'private' : 'none';
  const sees =
    target.kind === 'message'
      ? await seesMessage(db, actor, target.id)
      : await seesDocument(db, actor, target.kind === 'order' ? 'orders' : 'measurementSets', target.id);
  return sees ? 'private' : 'none';
}
