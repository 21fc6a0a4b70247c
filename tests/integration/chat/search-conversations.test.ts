import { type Document, MongoClient, ObjectId } from 'mongodb';
import { beforeAll, expect, inject, it } from 'vitest';
import { conversations, type MessageDocument, messages } from '@/lib/chat/documents';
import { listConversations } from '@/lib/chat/list-conversations';
import { standingOf } from '@/lib/chat/rules';
import { messageSearchFields } from '@/lib/chat/search-fields';
import { database } from '@/lib/db/client';
import { makePerson } from '../../support/people';
import { setUpDatabase } from '../../support/with-database';

const db = setUpDatabase();
const COUNT = 60;
const EACH = 12;
let couturier: Awaited<ReturnType<typeof makePerson>>;
const ids: ObjectId[] = [];

/** What is said in the `at`th conversation: « ourlet » in all but every third, « ourdir » in two, « doublure » in one. */
const wordsOf = (at: number, place: number): string => {
  if (place === 5 && (at === 41 || at === 57)) return 'il faut ourdir';
  if (place === 6 && at === 30) return 'la doublure de soie';
  return at % 3 === 2 ? 'la manche est prête' : 'un ourlet à reprendre';
};

beforeAll(async () => {
  couturier = await makePerson(db(), 'couturier');
  const now = Date.now();
  const ends = { read: EACH, delivered: EACH };
  const stands = {
    lastFrom: { client: EACH, couturier: 0 },
    lastWords: { client: EACH, couturier: 0 },
    cursors: { client: ends, couturier: ends },
  };
  for (let at = 0; at < COUNT; at += 1) {
    const _id = new ObjectId();
    ids.push(_id);
    const lastMessageAt = new Date(now - at * 60_000);
    await conversations(db()).insertOne({
      _id,
      clientId: new ObjectId(),
      // One in six is another couturier's.
      couturierId: at % 6 === 5 ? new ObjectId() : couturier.id,
      lastSeq: EACH,
      lastMessageAt,
      ...stands,
      ...standingOf(stands),
      createdAt: lastMessageAt,
      updatedAt: lastMessageAt,
      version: 1,
    });
    const rows = Array.from({ length: EACH }, (_, place): MessageDocument => {
      const content = wordsOf(at, place);
      return {
        _id: new ObjectId(),
        conversationId: _id,
        seq: place + 1,
        senderId: couturier.id,
        senderSide: 'client',
        clientMessageId: `line-${place}`,
        bodyHash: String(place),
        type: 'text',
        intent: 'message',
        content,
        ...messageSearchFields(content),
        attachments: [],
        createdAt: lastMessageAt,
      };
    });
    await messages(db()).insertMany(rows);
  }
});

/** All pages of a search, each of seven. */
async function found(q: string): Promise<string[]> {
  const all: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await listConversations(db(), couturier, { q, filter: 'all', limit: 7, cursor });
    all.push(...page.items.map(({ id }) => id));
    cursor = page.nextCursor ?? undefined;
  } while (cursor);
  return all;
}
const own = (holds: (at: number) => boolean): string[] =>
  ids.flatMap((id, at) => (at % 6 !== 5 && holds(at) ? [id.toHexString()] : []));

it.each([
  ['ourlet', (at: number) => at % 3 !== 2],
  // It begins as a word that hundreds of messages hold, and was said in one conversation of theirs.
  ['ourdir', (at: number) => at === 57],
  ['doublure', (at: number) => at === 30],
  ['doublre', (at: number) => at === 30],
  ['velours', () => false],
])('finds « %s » wherever it was said, page after page, the last spoken in first', async (q, holds) => {
  expect(await found(q)).toEqual(own(holds));
});

it('looks at no more of a word that everybody says than the page needs', async () => {
  const client = new MongoClient(inject('mongoUri'), { monitorCommands: true, ignoreUndefined: true });
  const watched = database(client, db().db.databaseName);
  const commands: Document[] = [];
  client.on('commandStarted', ({ command, commandName }) => {
    if (['aggregate', 'distinct', 'find'].includes(commandName)) commands.push(command);
  });
  try {
    await listConversations(watched, couturier, { q: 'ourlet', filter: 'all', limit: 7 });
    const read: number[] = [];
    for (const { lsid: _lsid, $db: _db, $clusterTime: _time, ...plain } of [...commands]) {
      if ([plain['find'], plain['distinct'], plain['aggregate']].every((name) => name !== 'messages')) continue;
      const told = JSON.stringify(await db().db.command({ explain: plain, verbosity: 'executionStats' }));
      read.push(...[...told.matchAll(/"totalDocsExamined":(\d+)/g)].map(([, count]) => Number(count)));
    }
    // The count that decides stops at three hundred; then a few messages of some conversations.
    expect(read.reduce((sum, one) => sum + one, 0)).toBeLessThan(400);
    expect(read.length).toBeGreaterThan(5);
  } finally {
    await client.close();
  }
});
