import { ObjectId } from 'mongodb';
import { describe, expect, it } from 'vitest';
import { accounts } from '@/lib/auth/documents';
import { addDays } from '@/lib/calendar';
import { conversations, messages } from '@/lib/chat/documents';
import { getUnread } from '@/lib/chat/get-unread';
import { listConversationFiles } from '@/lib/chat/list-files';
import { getConversation } from '@/lib/chat/get-conversation';
import { listConversations } from '@/lib/chat/list-conversations';
import { listMessages } from '@/lib/chat/list-messages';
import { markRead } from '@/lib/chat/move-cursors';
import { pinConversation } from '@/lib/chat/pin-conversation';
import { postProgress } from '@/lib/chat/post-system-progress';
import { sendMessage } from '@/lib/chat/send-message';
import { startConversation } from '@/lib/chat/start-conversation';
import { dayKey } from '@/lib/i18n/format';
import { listNotifications } from '@/lib/notifications/list-notifications';
import { makeFile, makePerson } from '../../support/people';
import { setUpDatabase } from '../../support/with-database';

const db = setUpDatabase();
const pair = async () => {
  const [client, couturier] = await Promise.all([makePerson(db(), 'client'), makePerson(db(), 'couturier')]);
  const { conversation } = await startConversation(db(), client, { couturierId: couturier.id.toHexString() });
  return { client, couturier, id: conversation.id };
};
const text = (clientMessageId: string, content = 'Bonjour') => ({ clientMessageId, type: 'text' as const, content });
const page = { limit: 100 };
const progressOf = (client: { clientId?: ObjectId }, couturier: { id: ObjectId }) => ({
  orderId: new ObjectId(),
  clientId: client.clientId ?? new ObjectId(),
  couturierId: couturier.id,
  content: { fr: 'Clair de lune passe à la toile', en: 'Clair de lune moves to the toile' },
  said: { event: 'stageMoved' as const, name: 'Claire Morel', from: 'patterning', to: 'toile' },
});

describe('starting a conversation', () => {
  it('gives the same one to whoever starts it, however many times at once', async () => {
    const [client, couturier] = await Promise.all([makePerson(db(), 'client'), makePerson(db(), 'couturier')]);
    const starts = await Promise.all(
      Array.from({ length: 12 }, (_, n) =>
        n % 2 === 0
          ? startConversation(db(), client, { couturierId: couturier.id.toHexString() })
          : startConversation(db(), couturier, { clientId: client.clientId?.toHexString() }),
      ),
    );
    expect(new Set(starts.map((one) => one.conversation.id)).size).toBe(1);
    expect(starts.filter((one) => one.created)).toHaveLength(1);
    expect(await conversations(db()).countDocuments({ clientId: client.clientId })).toBe(1);
  });

  it('refuses an unavailable couturier for a new one only', async () => {
    const [client, couturier] = await Promise.all([makePerson(db(), 'client'), makePerson(db(), 'couturier')]);
    const input = { couturierId: couturier.id.toHexString() };
    await accounts(db()).updateOne({ _id: couturier.id }, { $set: { 'profile.available': false } });
    await expect(startConversation(db(), client, input)).rejects.toMatchObject({ code: 'couturier_unavailable' });
    await accounts(db()).updateOne({ _id: couturier.id }, { $set: { 'profile.available': true } });
    const first = await startConversation(db(), client, input);
    await accounts(db()).updateOne({ _id: couturier.id }, { $set: { 'profile.available': false } });
    const again = await startConversation(db(), client, input);
    expect(again).toMatchObject({ created: false, conversation: { id: first.conversation.id } });
  });

  it('refuses the wrong side, clients as couturiers, and what does not exist', async () => {
    const [client, other, couturier] = await Promise.all([
      makePerson(db(), 'client'),
      makePerson(db(), 'client'),
      makePerson(db(), 'couturier'),
    ]);
    const refused = (code: string) => expect.objectContaining({ code }) as unknown;
    const start = (actor: typeof client, input: Parameters<typeof startConversation>[2]) =>
      startConversation(db(), actor, input).catch((error: unknown) => error);
    expect(await start(client, {})).toEqual(refused('invalid_request'));
    expect(await start(client, { clientId: other.clientId?.toHexString() })).toEqual(refused('invalid_request'));
    expect(await start(couturier, { couturierId: couturier.id.toHexString() })).toEqual(refused('invalid_request'));
    expect(await start(client, { couturierId: other.id.toHexString() })).toEqual(refused('not_found'));
    expect(await start(couturier, { clientId: new ObjectId().toHexString() })).toEqual(refused('not_found'));
  });

  it('lets a couturier write to a file without account, who reads it once they have one', async () => {
    const couturier = await makePerson(db(), 'couturier');
    const clientId = await makeFile(db(), 'Lucie Tran');
    const { conversation } = await startConversation(db(), couturier, { clientId: clientId.toHexString() });
    const { message } = await sendMessage(db(), couturier, conversation.id, text('a', 'Votre toile est prête'));
    expect(message.recipientId).toBeNull();
    const later = { ...(await makePerson(db(), 'client')), clientId };
    const { items } = await listMessages(db(), later, conversation.id, page);
    expect(items).toMatchObject([{ seq: 1, content: 'Votre toile est prête', recipientId: later.id.toHexString() }]);
    expect(await getUnread(db(), later)).toEqual({ messages: 1, conversations: 1 });
  });
});

describe('whoever writes to somebody who is away', () => {
  const today = dayKey(new Date());
  const seen = async ({ client, id }: Awaited<ReturnType<typeof pair>>) =>
    (await getConversation(db(), client, id)).couturier;

  it('reads the day of return and the word that was left, as long as the absence lasts', async () => {
    const talk = await pair();
    const be = (profile: Record<string, unknown>) =>
      accounts(db()).updateOne({ _id: talk.couturier.id }, { $set: profile });
    const word = 'Je reviens avec des étoffes.';
    await be({ 'profile.awayWord': word });
    expect(await seen(talk)).not.toHaveProperty('awayWord', word);
    await be({ 'profile.available': false, 'profile.backOn': new Date(`${addDays(today, 9)}T00:00:00Z`) });
    expect(await seen(talk)).toMatchObject({ available: false, backOn: addDays(today, 9), awayWord: word });
    // The day has come, and nobody pressed anything.
    await be({ 'profile.backOn': new Date(`${today}T00:00:00Z`) });
    const back = await seen(talk);
    expect([back.available, back.backOn, back.awayWord]).toEqual([true, undefined, undefined]);
  });

  it('reads it of a planned absence too, which ends by itself', async () => {
    const talk = await pair();
    const absence = (from: string, to: string) => ({ id: new ObjectId(), from, to, kind: 'leave' });
    const plan = (...absences: unknown[]) =>
      accounts(db()).updateOne(
        { _id: talk.couturier.id },
        { $set: { 'profile.available': true, 'profile.absences': absences, 'profile.awayWord': 'À bientôt.' } },
      );
    await plan(absence(addDays(today, -2), addDays(today, 3)));
    expect(await seen(talk)).toMatchObject({ available: true, backOn: addDays(today, 4), awayWord: 'À bientôt.' });
    await plan(absence(addDays(today, -9), addDays(today, -1)), absence(addDays(today, 2), addDays(today, 5)));
    const there = await seen(talk);
    expect([there.backOn, there.awayWord]).toEqual([undefined, undefined]);
  });

  it('is answered by nobody: the word is no message, and the question stays unanswered', async () => {
    const talk = await pair();
    await accounts(db()).updateOne(
      { _id: talk.couturier.id },
      { $set: { 'profile.available': false, 'profile.awayWord': 'À bientôt.' } },
    );
    await sendMessage(db(), talk.client, talk.id, text('away-1', 'Êtes-vous là ?'));
    expect((await listMessages(db(), talk.client, talk.id, page)).items.map(({ content }) => content)).toEqual([
      'Êtes-vous là ?',
    ]);
    const { items } = await listConversations(db(), talk.couturier, { filter: 'unanswered', limit: 10 });
    expect(items.map(({ id }) => id)).toContain(talk.id);
  });
});

describe('keeping at hand', () => {
  it('is one side’s own: their list of pinned ones has it, the other person sees nothing of it', async () => {
    const { client, couturier, id } = await pair();
    const kept = async (actor: typeof client) =>
      (await listConversations(db(), actor, { limit: 10, filter: 'pinned' })).items.map((one) => one.id);
    await pinConversation(db(), couturier, id, true);
    await pinConversation(db(), couturier, id, true);
    expect(await kept(couturier)).toEqual([id]);
    expect(await kept(client)).toEqual([]);
    expect(await getConversation(db(), couturier, id)).toMatchObject({ pinned: true });
    expect(await getConversation(db(), client, id)).toMatchObject({ pinned: false });
    await pinConversation(db(), couturier, id, false);
    expect(await kept(couturier)).toEqual([]);
  });
});

describe('sending', () => {
  it('numbers 200 messages sent at once from both sides 1 to 200, without a hole', async () => {
    const { client, couturier, id } = await pair();
    await Promise.all(
      Array.from({ length: 200 }, (_, n) => sendMessage(db(), n % 2 ? client : couturier, id, text(`m${n}`, `${n}`))),
    );
    const seqs = (
      await messages(db())
        .find({ conversationId: new ObjectId(id) })
        .toArray()
    ).map((one) => one.seq);
    expect(seqs.sort((a, b) => a - b)).toEqual(Array.from({ length: 200 }, (_, n) => n + 1));
    expect(await getConversation(db(), client, id)).toMatchObject({ lastSeq: 200, unread: 100 });
  }, 300_000);

  it('gives the first message again for the same id, and refuses another body under it', async () => {
    const { client, id } = await pair();
    const results = await Promise.all(Array.from({ length: 8 }, () => sendMessage(db(), client, id, text('same'))));
    expect(new Set(results.map((one) => one.message.id)).size).toBe(1);
    expect(results.filter((one) => !one.duplicate)).toHaveLength(1);
    await expect(sendMessage(db(), client, id, text('same', 'Autre'))).rejects.toMatchObject({
      code: 'client_message_id_reused',
    });
    await expect(sendMessage(db(), client, id, { ...text('same'), intent: 'request' })).rejects.toMatchObject({
      code: 'client_message_id_reused',
    });
  });

  it('refuses what a role may not mean and what is not there for both', async () => {
    const { client, couturier, id } = await pair();
    const other = await pair();
    const elsewhere = await sendMessage(db(), other.client, other.id, text('x'));
    const cases = [
      [client, { ...text('1'), intent: 'sketch' as const }, 'intent_not_allowed'],
      [couturier, { ...text('2'), intent: 'request' as const }, 'intent_not_allowed'],
      [client, { ...text('3'), type: 'image' as const }, 'attachment_mismatch'],
      [client, text('4', '   '), 'message_empty'],
      [client, { ...text('5'), replyTo: elsewhere.message.id }, 'not_found'],
      [client, { ...text('6'), orderId: new ObjectId().toHexString() }, 'not_found'],
      [client, { ...text('7'), modelId: new ObjectId().toHexString() }, 'not_found'],
      [client, { ...text('8'), type: 'image' as const, attachmentIds: [new ObjectId().toHexString()] }, 'not_found'],
    ] as const;
    for (const [actor, input, code] of cases)
      await expect(
        sendMessage(db(), actor, id, {
          ...input,
          attachmentIds: [...('attachmentIds' in input ? input.attachmentIds : [])],
        }),
      ).rejects.toMatchObject({ code });
    expect((await listMessages(db(), client, id, page)).items).toEqual([]);
  });

  it('rings once per conversation, and falls silent when it is read', async () => {
    const { client, couturier, id } = await pair();
    for (const n of [1, 2, 3]) await sendMessage(db(), couturier, id, text(`${n}`, `Mot ${n}`));
    const bell = () => listNotifications(db(), client, { limit: 10, locale: 'fr' });
    expect(await bell()).toMatchObject({
      unread: 1,
      items: [{ kind: 'message', text: '«\u00a0Mot 3\u00a0»', read: false }],
    });
    await markRead(db(), client, id, 2);
    expect((await bell()).unread).toBe(1);
    await markRead(db(), client, id, 3);
    expect((await bell()).unread).toBe(0);
  });
});

describe('reading', () => {
  it('pages the history in rising order by before, after and cursor', async () => {
    const { client, couturier, id } = await pair();
    for (let n = 1; n <= 30; n += 1) await sendMessage(db(), n % 3 ? client : couturier, id, text(`${n}`, `Mot ${n}`));
    const seqs = async (query: Partial<Parameters<typeof listMessages>[3]>) =>
      (await listMessages(db(), client, id, { limit: 10, ...query })).items.map((one) => one.seq);
    const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, n) => from + n);
    expect(await seqs({})).toEqual(range(21, 30));
    expect(await seqs({ before: 21 })).toEqual(range(11, 20));
    expect(await seqs({ before: 5 })).toEqual(range(1, 4));
    expect(await seqs({ after: 0 })).toEqual(range(1, 10));
    expect(await seqs({ after: 25 })).toEqual(range(26, 30));
    expect(await seqs({ before: 1 })).toEqual([]);
    const all: number[] = [];
    for (let cursor: string | null | undefined; cursor !== null;) {
      const got = await listMessages(db(), client, id, { limit: 7, cursor });
      all.unshift(...got.items.map((one) => one.seq));
      cursor = got.nextCursor;
    }
    expect(all).toEqual(range(1, 30));
  }, 120_000);

  it('finds words whatever their accents, and takes no pattern for words', async () => {
    const { client, id } = await pair();
    await sendMessage(db(), client, id, text('1', 'L’épaule plisse quand je lève le bras'));
    await sendMessage(db(), client, id, text('2', 'Très bien (merci)'));
    const found = async (q: string) => (await listMessages(db(), client, id, { ...page, q })).items.map((m) => m.seq);
    expect(await found('epaule BRAS')).toEqual([1]);
    expect(await found('(merci')).toEqual([2]);
    expect(await found('.*')).toEqual([]);
    expect((await listConversations(db(), client, { limit: 10, filter: 'all', q: 'epaule' })).items).toHaveLength(1);
  });

  it('moves the read cursor forward only, and counts what the other wrote above it', async () => {
    const { client, couturier, id } = await pair();
    for (const n of [1, 2, 3, 4]) await sendMessage(db(), n % 2 ? couturier : client, id, text(`${n}`));
    expect(await getUnread(db(), client)).toEqual({ messages: 2, conversations: 1 });
    expect(await markRead(db(), client, id, 3)).toMatchObject({ read: 3, delivered: 3 });
    expect(await markRead(db(), client, id, 1)).toMatchObject({ read: 3 });
    expect(await markRead(db(), client, id, 999)).toMatchObject({ read: 4, delivered: 4 });
    expect(await getUnread(db(), client)).toEqual({ messages: 0, conversations: 0 });
    const seen = await getConversation(db(), couturier, id);
    expect(seen.readUpTo[client.id.toHexString()]).toBe(4);
  });

  it('keeps the unread and the unanswered apart', async () => {
    const { client, couturier, id } = await pair();
    await sendMessage(db(), client, id, text('1'));
    const ids = async (filter: 'unread' | 'unanswered') =>
      (await listConversations(db(), couturier, { limit: 10, filter })).items.map((one) => one.id);
    expect([await ids('unread'), await ids('unanswered')]).toEqual([[id], [id]]);
    await markRead(db(), couturier, id, 1);
    expect([await ids('unread'), await ids('unanswered')]).toEqual([[], [id]]);
    await postProgress(db(), progressOf(client, couturier));
    expect(await ids('unanswered'), 'a stage that moves is no answer').toEqual([id]);
    await sendMessage(db(), couturier, id, text('2'));
    expect([await ids('unread'), await ids('unanswered')]).toEqual([[], []]);
  });
});

describe('the order’s progress', () => {
  it('is a line of the pair’s conversation, and nothing where there is none', async () => {
    const { client, couturier, id } = await pair();
    const line = progressOf(client, couturier);
    await postProgress(db(), line);
    await postProgress(db(), { ...line, clientId: new ObjectId() });
    expect((await listMessages(db(), client, id, page)).items).toMatchObject([
      { seq: 1, intent: 'progress', system: { kind: 'progress', to: 'toile' }, senderId: couturier.id.toHexString() },
    ]);
  });
});

describe('strangers', () => {
  it('find nothing: another client, another couturier, the owner', async () => {
    const { client, id } = await pair();
    await sendMessage(db(), client, id, text('1'));
    const strangers = await Promise.all([
      makePerson(db(), 'client'),
      makePerson(db(), 'couturier'),
      makePerson(db(), 'owner'),
    ]);
    for (const stranger of strangers) {
      const answers = await Promise.allSettled([
        getConversation(db(), stranger, id),
        listMessages(db(), stranger, id, page),
        sendMessage(db(), stranger, id, text('2')),
        markRead(db(), stranger, id, 1),
        listConversationFiles(db(), stranger, id, page),
        pinConversation(db(), stranger, id, true),
      ]);
      for (const answer of answers) expect(answer).toMatchObject({ status: 'rejected', reason: { code: 'not_found' } });
      expect((await listConversations(db(), stranger, { limit: 10, filter: 'all' })).items).toEqual([]);
    }
  });
});
