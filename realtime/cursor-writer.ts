import { ObjectId } from 'mongodb';
import type { Logger } from 'pino';
import type { Actor } from '../lib/actor';
import { conversations } from '../lib/chat/documents';
import { markRead } from '../lib/chat/move-cursors';
import type { Side } from '../lib/chat/rules';
import type { Database } from '../lib/db/client';
import { AppError } from '../lib/errors';

const EVERY_MS = 100;

/**
 * Writes how far messages have come, once for many: of what is said within a moment only the last counts. What is lost with
 * the process is found again when its people come back: `welcome` compares, and the browser says again what it read.
 */
export class CursorWriter {
  readonly #delivered = new Map<string, { id: string; side: Side; seq: number }>();
  readonly #read = new Map<string, { actor: Actor; id: string; seq: number }>();
  #timer: NodeJS.Timeout | undefined;
  #writing: Promise<void> = Promise.resolve();

  constructor(
    private readonly db: Database,
    private readonly log: Logger,
  ) {}

  /** « It has reached this side up to here. » */
  delivered(id: string, side: Side, seq: number): void {
    const key = `${id}/${side}`;
    if ((this.#delivered.get(key)?.seq ?? 0) >= seq) return;
    this.#delivered.set(key, { id, side, seq });
    this.#soon();
  }

  /** « I have read up to here. » */
  read(actor: Actor, id: string, seq: number): void {
    const key = `${id}/${actor.id.toHexString()}`;
    if ((this.#read.get(key)?.seq ?? -1) >= seq) return;
    this.#read.set(key, { actor, id, seq });
    this.#soon();
  }

  /** Writes what was noted, and stops. */
  async close(): Promise<void> {
    clearTimeout(this.#timer);
    await this.#flush();
  }

  #soon(): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      void this.#flush();
    }, EVERY_MS);
  }

  #flush(): Promise<void> {
    this.#writing = this.#writing.then(() => this.#write());
    return this.#writing;
  }

  async #write(): Promise<void> {
    const [delivered, read] = [[...this.#delivered.values()], [...this.#read.values()]];
    this.#delivered.clear();
    this.#read.clear();
    try {
      if (delivered.length > 0)
        await conversations(this.db).bulkWrite(
          delivered.map(({ id, side, seq }) => ({
            updateOne: {
              filter: { _id: new ObjectId(id) },
              update: { $max: { [`cursors.${side}.delivered`]: seq } },
            },
          })),
          { ordered: false },
        );
    } catch (error) {
      this.log.warn({ err: error }, 'could not write what was delivered');
    }
    for (const { actor, id, seq } of read)
      await markRead(this.db, actor, id, seq).catch((error: unknown) => {
        // Handed over meanwhile: nothing to be read there any more.
        if (!(error instanceof AppError)) this.log.warn({ err: error }, 'could not write what was read');
      });
  }
}
