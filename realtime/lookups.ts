import type { Document } from 'mongodb';
import type { Logger } from 'pino';
import type { Database } from '../lib/db/client';
import type { Id, Watched } from './watch';

interface Collected {
  ids: Set<Id>;
  running: boolean;
}

/**
 * Looks up what changed, as it is now: what changes while a look is under way is gathered for the next one, so that a
 * busy moment costs a look and not one each.
 */
export class Lookups {
  readonly #collected = new Map<Watched, Collected>();

  constructor(
    private readonly db: Database,
    private readonly log: Logger,
    /** The fields that are needed of a collection; absent means all of them. */
    private readonly fields: Partial<Record<Watched, Document>>,
    /** `found` is undefined for what is gone. */
    private readonly tell: (collection: Watched, id: Id, found: Document | undefined) => void,
  ) {}

  add(collection: Watched, id: Id): void {
    const own = this.#collected.get(collection) ?? { ids: new Set(), running: false };
    this.#collected.set(collection, own);
    // Two ObjectIds of one document are two objects; looking twice is harmless, being told twice as well.
    own.ids.add(id);
    if (!own.running) void this.#run(collection, own);
  }

  async #run(collection: Watched, own: Collected): Promise<void> {
    own.running = true;
    while (own.ids.size > 0) {
      const ids = [...new Map([...own.ids].map((id) => [String(id), id])).values()];
      own.ids.clear();
      try {
        const found = await this.db.db
          .collection<{ _id: Id }>(collection)
          .find({ _id: { $in: ids } }, { projection: this.fields[collection] })
          .toArray();
        const byId = new Map(found.map((one) => [String(one._id), one]));
        for (const id of ids) this.tell(collection, id, byId.get(String(id)));
      } catch (error) {
        // The database is away: the change stream breaks as well, and everything is looked up when it is open again.
        this.log.warn({ err: error, collection }, 'could not look up what changed');
      }
    }
    own.running = false;
  }
}
