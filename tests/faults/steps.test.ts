import { ObjectId } from 'mongodb';
import { beforeEach, describe, expect, inject, it } from 'vitest';
import type { Actor } from '@/lib/actor';
import { conversationGroup } from '@/lib/chat/announce-message';
import { conversations, messages } from '@/lib/chat/documents';
import { draftMessage } from '@/lib/chat/draft-message';
import { followConversation } from '@/lib/chat/follow-conversation';
import { messageLog } from '@/lib/chat/message-log';
import { startConversation } from '@/lib/chat/start-conversation';
import { notifications } from '@/lib/notifications/documents';
import { makePerson } from '../support/people';
import { setUpDatabase } from '../support/with-database';
import { Child } from './support/child';
import { IS_FULL } from './support/rounds';

const db = setUpDatabase();
/** More steps than any of these works has; that it ends before is asserted. */
const MOST = 200;
/** Every step in the full run; beside the other tests every few, another one each time. */
const EVERY = IS_FULL ? 1 : 15;

let client: Actor;
let couturier: Actor;
let id: string;
beforeEach(async () => {
  [client, couturier] = await Promise.all([makePerson(db(), 'client'), makePerson(db(), 'couturier')]);
  id = (await startConversation(db(), client, { couturierId: couturier.id.toHexString() })).conversation.id;
});

/** Lets a process work until it dies at this step. @returns whether it died */
async function diesAt(step: number, work: 'follow' | 'send', clientMessageId = ''): Promise<boolean> {
  const args = [
    inject('mongoUri'),
    db().db.databaseName,
    String(step),
    work,
    id,
    client.id.toHexString(),
    clientMessageId,
  ];
  const child = await Child.start({ file: 'tests/faults/support/dies-at.ts', args });
  await child.exited;
  if (!child.killed && !/^\d+$/m.test(child.said)) throw new Error(child.said);
  return child.killed;
}

/** Dies at one step after the other, until there is none left to die at. */
async function atEachStep(work: (step: number) => Promise<boolean>): Promise<number> {
  let deaths = 0;
  for (let step = 1 + Math.floor(Math.random() * EVERY); step < MOST; step += EVERY) {
    if (!(await work(step))) return deaths;
    deaths += 1;
  }
  throw new Error(`the work has more than ${MOST} steps`);
}

const conversation = () => conversations(db()).findOne({ _id: new ObjectId(id) });
const bell = () =>
  notifications(db())
    .find({ group: conversationGroup(new ObjectId(id)), accountId: couturier.id })
    .toArray();
const log = () =>
  messages(db())
    .find({ conversationId: new ObjectId(id) })
    .sort({ seq: 1 })
    .toArray();

describe('a process that dies between two steps', () => {
  it('while it draws what follows: all of it is there, once, or none of it', async () => {
    let written = 0;
    const deaths = await atEachStep(async (step) => {
      const draft = await draftMessage(db(), client, id, {
        clientMessageId: `${step}`,
        type: 'text',
        content: `${step}`,
      });
      const { message } = await messageLog(db()).append(draft, client);
      written = message.seq;
      const before = await conversation();
      const died = await diesAt(step, 'follow');
      const now = await conversation();
      const [line, ...more] = await bell();
      expect(more, 'one line in the bell').toEqual([]);
      // The mark and the bell moved together, or neither did.
      expect([before?.lastSeq, written]).toContain(now?.lastSeq);
      if (now?.lastSeq === written) expect(line?.text.fr).toBe(`«\u00a0${step}\u00a0»`);
      else expect(line?.text.fr).not.toBe(`«\u00a0${step}\u00a0»`);
      await followConversation(db(), new ObjectId(id));
      expect(await conversation()).toMatchObject({ lastSeq: written, lastFrom: { client: written, couturier: 0 } });
      expect((await bell()).map((one) => one.text.fr)).toEqual([`«\u00a0${step}\u00a0»`]);
      return died;
    });
    expect(deaths).toBeGreaterThan(IS_FULL ? 10 : 0);
  }, 600_000);

  it('while it sends: the message is there once, whenever it is sent again', async () => {
    let sent = 0;
    const deaths = await atEachStep(async (step) => {
      const died = await diesAt(step, 'send', `${step}`);
      expect(await diesAt(MOST, 'send', `${step}`), 'sent again by a process that lives').toBe(false);
      sent += 1;
      expect((await log()).map((one) => one.seq)).toEqual(Array.from({ length: sent }, (_, n) => n + 1));
      expect(await conversation()).toMatchObject({ lastSeq: sent });
      expect(await bell()).toHaveLength(1);
      return died;
    });
    expect(deaths).toBeGreaterThan(IS_FULL ? 10 : 0);
  }, 600_000);
});
