import { ObjectId } from 'mongodb';
import { expect } from 'vitest';
import { conversationGroup } from '@/lib/chat/announce-message';
import { conversations, messages } from '@/lib/chat/documents';
import { startConversation } from '@/lib/chat/start-conversation';
import type { MessageDto } from '@/lib/chat/schemas';
import { notifications } from '@/lib/notifications/documents';
import { makePerson } from '../../support/people';
import { judge, type Finding } from './judge';
import { RunRecord, type Seen } from './record';
import type { Stage } from './stage';
import { Talker, type TalkerOptions } from './talker';

const QUIET_MS = 60_000;
const seenOf = ({ seq, id, content }: MessageDto): Seen => ({ seq, id, content });

export interface RunOptions {
  conversations?: number;
  /** Where the lines go, for the nth person; the first sidecar by default. */
  port?: (person: number) => number;
  talker?: Partial<TalkerOptions>;
}

/** People who talk without end in a house that is being hit, and the judgement of what came of it. */
export class Run {
  readonly record = new RunRecord();
  readonly talkers: Talker[] = [];
  readonly #pairs: { conversationId: string; talkers: Talker[] }[] = [];

  private constructor(private readonly stage: Stage) {}

  static async begin(stage: Stage, options: RunOptions = {}): Promise<Run> {
    const run = new Run(stage);
    const db = stage.look();
    const port = options.port ?? (() => stage.ports.sidecars[0] ?? 0);
    try {
      for (let n = 0; n < (options.conversations ?? 3); n += 1) {
        const [client, couturier] = [await makePerson(db, 'client'), await makePerson(db, 'couturier')];
        const { conversation } = await startConversation(db, client, { couturierId: couturier.id.toHexString() });
        const talkers = [client, couturier].map((actor, side) => {
          const person = n * 2 + side;
          const { record } = run;
          const own = { record, actor, conversationId: conversation.id, door: stage.door, port: () => port(person) };
          return new Talker({ ...own, ...options.talker });
        });
        run.#pairs.push({ conversationId: conversation.id, talkers });
        run.talkers.push(...talkers);
      }
    } finally {
      await db.client.close();
    }
    for (const one of run.talkers) one.talk();
    return run;
  }

  get acknowledged(): number {
    return this.record.acknowledged.length;
  }

  /** Resolves when this many more messages were acknowledged. */
  async more(count: number, ms = 60_000): Promise<void> {
    const goal = this.acknowledged + count;
    await expect.poll(() => this.acknowledged, { timeout: ms, interval: 10 }).toBeGreaterThanOrEqual(goal);
  }

  /** Lets everything come to rest, reads what is left, and says what is wrong. What does not come to rest is not waited for for ever. */
  async end(quietMs = QUIET_MS): Promise<Finding[]> {
    await Promise.all(this.talkers.map((one) => one.finish()));
    const db = this.stage.look();
    try {
      for (const { conversationId, talkers } of this.#pairs) {
        const _id = new ObjectId(conversationId);
        const stored = await messages(db).find({ conversationId: _id }).sort({ seq: 1 }).toArray();
        const head = stored.at(-1)?.seq ?? 0;
        const until = performance.now() + quietMs;
        const isQuiet = async () =>
          talkers.every((one) => one.position >= head) && (await conversations(db).findOne({ _id }))?.lastSeq === head;
        while (!(await isQuiet()) && performance.now() < until) await new Promise((resolve) => setTimeout(resolve, 25));
        const conversation = await conversations(db).findOne({ _id });
        const group = conversationGroup(_id);
        const [reader] = talkers as [Talker];
        this.record.remains.push({
          conversationId,
          stored: stored.map(({ seq, _id: id, content }) => ({ seq, id: id.toHexString(), content })),
          upwards: await upwards(reader),
          downwards: await downwards(reader),
          lastSeq: conversation?.lastSeq ?? -1,
          bells: Object.fromEntries(
            await Promise.all(
              talkers.map(async (one) => [
                one.name,
                await notifications(db).countDocuments({ group, accountId: one.id }),
              ]),
            ),
          ) as Record<string, number>,
        });
      }
    } finally {
      await Promise.all(this.talkers.map((one) => one.leave()));
      await db.client.close();
    }
    return judge(this.record);
  }

  /** Ends without a judgement, after a failure. */
  async abandon(): Promise<void> {
    await Promise.all(this.talkers.map((one) => one.leave()));
  }
}

async function upwards(reader: Talker): Promise<Seen[]> {
  const list: Seen[] = [];
  for (let cursor = 'after=0'; ;) {
    const { items, nextCursor } = await reader.page(`${cursor}&limit=100`);
    list.push(...items.map(seenOf));
    if (nextCursor === null) return list;
    cursor = `cursor=${encodeURIComponent(nextCursor)}`;
  }
}

/** As a page of the house reads the past: the newest first, page above page. */
async function downwards(reader: Talker): Promise<Seen[]> {
  const list: Seen[] = [];
  for (let cursor = ''; ;) {
    const { items, nextCursor } = await reader.page(`${cursor}limit=100`);
    list.push(...items.map(seenOf).reverse());
    if (nextCursor === null) return list;
    cursor = `cursor=${encodeURIComponent(nextCursor)}&`;
  }
}
