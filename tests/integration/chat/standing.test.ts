import fc from 'fast-check';
import { ObjectId } from 'mongodb';
import { expect, it } from 'vitest';
import type { StaffActor } from '@/lib/actor';
import { accounts } from '@/lib/auth/documents';
import { conversations } from '@/lib/chat/documents';
import { listConversations } from '@/lib/chat/list-conversations';
import { markRead } from '@/lib/chat/move-cursors';
import { postProgress } from '@/lib/chat/post-system-progress';
import { standingOf } from '@/lib/chat/rules';
import { sendMessage } from '@/lib/chat/send-message';
import { startConversation } from '@/lib/chat/start-conversation';
import { transferConversation } from '@/lib/chat/transfer-conversation';
import { makePerson } from '../../support/people';
import { setUpDatabase } from '../../support/with-database';

const db = setUpDatabase();

/** What may happen in a conversation: `at` says between whom, `seq` how far is read. */
const act = fc.record({
  kind: fc.constantFrom('client says', 'couturier says', 'client reads', 'couturier reads', 'order says', 'given away'),
  at: fc.nat({ max: 3 }),
  seq: fc.nat({ max: 12 }),
});

it('says for whom something is unread, and who waits, whatever was said, read and given away before', async () => {
  const [owner, ...people] = await Promise.all([
    makePerson(db(), 'owner'),
    ...['couturier', 'couturier', 'client', 'client'].map((role) => makePerson(db(), role as 'client' | 'couturier')),
  ]);
  const [staff, clients] = [people.slice(0, 2), people.slice(2)];
  await accounts(db()).updateMany({}, { $set: { 'profile.available': true } });
  let said = 0;
  const run = async ({ kind, at, seq }: { kind: string; at: number; seq: number }): Promise<void> => {
    const [client, couturier] = [clients[at % 2], staff[at >> 1]];
    if (!client || !couturier) throw new Error('there are two of each');
    const { conversation } = await startConversation(db(), client, { couturierId: couturier.id.toHexString() });
    const { id } = conversation;
    const says = kind === 'client says' ? client : couturier;
    if (kind.endsWith(' says') && kind !== 'order says')
      await sendMessage(db(), says, id, { clientMessageId: `line-${said++}`, type: 'text', content: 'Bonjour' });
    else if (kind.endsWith(' reads')) await markRead(db(), kind === 'client reads' ? client : couturier, id, seq);
    else if (kind === 'order says')
      await postProgress(db(), {
        orderId: new ObjectId(),
        clientId: client.clientId ?? new ObjectId(),
        couturierId: couturier.id,
        content: { fr: 'passe à la toile', en: 'moves to the toile' },
        said: { event: 'stageMoved', name: 'Claire Morel', from: 'patterning', to: 'toile' },
      });
    else {
      const next = staff.find((one) => one !== couturier)?.id.toHexString() ?? '';
      await transferConversation(db(), owner as StaffActor, id, { couturierId: next });
    }
  };
  const acts = fc.sample(act, { numRuns: 30, seed: 11 });
  for (const one of acts) {
    await run(one);
    for (const { unreadBy, unansweredBy, ...rest } of await conversations(db()).find().toArray())
      expect({ unreadBy, unansweredBy }, JSON.stringify(one)).toEqual(standingOf(rest));
  }
  const all = await conversations(db()).find().toArray();
  for (const actor of [...staff, ...clients])
    for (const [filter, key] of [
      ['unread', 'unreadBy'],
      ['unanswered', 'unansweredBy'],
    ] as const) {
      const side = actor.role === 'client' ? 'client' : 'couturier';
      const own = all.filter((one) => actor.id.equals(one.couturierId) || actor.clientId?.equals(one.clientId));
      const { items } = await listConversations(db(), actor, { filter, limit: 100 });
      const expected = own.filter((one) => standingOf(one)[key].includes(side)).map(({ _id }) => _id.toHexString());
      expect(items.map(({ id }) => id).sort()).toEqual(expected.sort());
    }
  expect(new Set(all.flatMap(({ unreadBy }) => unreadBy)).size).toBeGreaterThan(0);
}, 120_000);
