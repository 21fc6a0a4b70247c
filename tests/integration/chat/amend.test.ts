import { describe, expect, it } from 'vitest';
import { editMessage, react, takeBackMessage } from '@/lib/chat/amend-message';
import { messages } from '@/lib/chat/documents';
import { listConversationFiles } from '@/lib/chat/list-files';
import { listMessages } from '@/lib/chat/list-messages';
import { AMEND_MS, MOST_EDITS } from '@/lib/chat/rules';
import { sendMessage } from '@/lib/chat/send-message';
import { startConversation } from '@/lib/chat/start-conversation';
import { toId } from '@/lib/db/ids';
import { listNotifications } from '@/lib/notifications/list-notifications';
import { makePerson } from '../../support/people';
import { setUpSidecar } from '../../support/sidecar';
import { setUpDatabase } from '../../support/with-database';
import { Wire } from '../../support/wire';

const db = setUpDatabase();
const start = setUpSidecar(db);

async function said(content = 'L’ourlet sera à 3 cm du sol.') {
  const [client, couturier] = await Promise.all([makePerson(db(), 'client'), makePerson(db(), 'couturier')]);
  const { conversation } = await startConversation(db(), client, { couturierId: couturier.id.toHexString() });
  const { message } = await sendMessage(db(), couturier, conversation.id, {
    clientMessageId: 'one',
    type: 'text',
    content,
  });
  return { client, couturier, id: conversation.id, message };
}
const refused = (code: string) => expect.objectContaining({ code }) as unknown;
const failing = (work: Promise<unknown>) => work.catch((error: unknown) => error);
const bellOf = async (person: Awaited<ReturnType<typeof said>>['client']) =>
  (await listNotifications(db(), person, { limit: 10, locale: 'fr' })).items.map(({ text }) => text);

describe('an edited message', () => {
  it('says the new words, keeps the old ones for both, and is found by the new ones', async () => {
    const { client, couturier, id, message } = await said();
    const edited = await editMessage(db(), couturier, id, message.id, 'L’ourlet sera à 2 cm du sol.');
    expect(edited).toMatchObject({ seq: 1, content: 'L’ourlet sera à 2 cm du sol.', createdAt: message.createdAt });
    expect(edited.history?.map(({ content }) => content)).toEqual(['L’ourlet sera à 3 cm du sol.']);
    const seen = await listMessages(db(), client, id, { limit: 24 });
    expect(seen.items).toEqual([{ ...edited, recipientId: client.id.toHexString() }]);
    expect((await listMessages(db(), client, id, { limit: 24, q: '2 cm' })).items).toHaveLength(1);
    expect((await listMessages(db(), client, id, { limit: 24, q: '3 cm' })).items).toHaveLength(0);
    expect(await bellOf(client), 'the bell says the words that stand').toEqual([
      '«\u00a0L’ourlet sera à 2 cm du sol.\u00a0»',
    ]);
  });

  it('changes nothing when the words are the same, and is refused without words', async () => {
    const { couturier, id, message } = await said('Bonjour');
    expect(await editMessage(db(), couturier, id, message.id, 'Bonjour')).not.toHaveProperty('history.0');
    expect(await failing(editMessage(db(), couturier, id, message.id, ' \u200b'))).toEqual(refused('message_empty'));
  });

  it('is its sender’s alone, for ten minutes, and not for ever', async () => {
    const { client, couturier, id, message } = await said();
    expect(await failing(editMessage(db(), client, id, message.id, 'Non'))).toEqual(refused('forbidden'));
    expect(await failing(takeBackMessage(db(), client, id, message.id))).toEqual(refused('forbidden'));
    const stranger = await makePerson(db(), 'client');
    expect(await failing(editMessage(db(), stranger, id, message.id, 'Non'))).toEqual(refused('not_found'));
    expect(await failing(react(db(), stranger, id, message.id, 'heart'))).toEqual(refused('not_found'));
    for (let n = 0; n < MOST_EDITS; n += 1) await editMessage(db(), couturier, id, message.id, `Version ${n}`);
    expect(await failing(editMessage(db(), couturier, id, message.id, 'Encore'))).toEqual(refused('message_settled'));
    await messages(db()).updateOne(
      { _id: toId(message.id) },
      { $set: { createdAt: new Date(Date.now() - AMEND_MS - 1000), history: [] } },
    );
    expect(await failing(editMessage(db(), couturier, id, message.id, 'Tard'))).toEqual(refused('message_settled'));
    expect(await failing(takeBackMessage(db(), couturier, id, message.id))).toEqual(refused('message_settled'));
  });
});

describe('a message taken back', () => {
  it('keeps its place and nothing else that anybody could see', async () => {
    const { client, couturier, id, message } = await said('Le prix sera de 900 euros.');
    await react(db(), client, id, message.id, 'laugh');
    const taken = await takeBackMessage(db(), couturier, id, message.id);
    expect(taken).toMatchObject({ seq: 1, content: '', attachments: [], takenBack: true });
    expect(taken.reactions).toBeUndefined();
    expect(JSON.stringify(await listMessages(db(), client, id, { limit: 24 }))).not.toContain('900');
    expect((await listMessages(db(), client, id, { limit: 24, q: 'prix' })).items).toEqual([]);
    expect((await listConversationFiles(db(), client, id, { limit: 10 })).items).toEqual([]);
    expect(await bellOf(client)).toEqual(['Ce message a été retiré']);
    expect(await takeBackMessage(db(), couturier, id, message.id), 'again is free').toEqual(taken);
    expect(await failing(react(db(), client, id, message.id, 'heart'))).toEqual(refused('message_settled'));
    expect(await failing(editMessage(db(), couturier, id, message.id, 'Si'))).toEqual(refused('message_settled'));
    const kept = await messages(db()).findOne({ _id: toId(message.id) });
    expect(kept?.history?.at(-1)?.content, 'the house keeps what was said').toBe('Le prix sera de 900 euros.');
  });
});

describe('reactions', () => {
  it('are one for each of the two, changed and taken away', async () => {
    const { client, couturier, id, message } = await said();
    await react(db(), client, id, message.id, 'heart');
    await react(db(), client, id, message.id, 'thanks');
    expect((await react(db(), couturier, id, message.id, 'look')).reactions).toEqual({
      client: 'thanks',
      couturier: 'look',
    });
    expect((await react(db(), client, id, message.id, null)).reactions).toEqual({ couturier: 'look' });
    expect((await react(db(), couturier, id, message.id, null)).reactions, 'none is none').toBeUndefined();
  });
});

describe('what changed', () => {
  it('reaches both at once, and who was away asks for it', async () => {
    const { client, couturier, id, message } = await said();
    const { port } = await start();
    const before = await listMessages(db(), client, id, { limit: 24 });
    const awa = await Wire.as(port, client);
    await awa.until('ready');
    await editMessage(db(), couturier, id, message.id, 'Autrement');
    expect((await awa.until('amended')).message).toMatchObject({ seq: 1, content: 'Autrement' });
    await react(db(), client, id, message.id, 'heart');
    await awa.until('amended', (frame) => frame.message.reactions?.client === 'heart');
    expect(awa.of('message'), 'no message comes twice').toEqual([]);
    const changes = await listMessages(db(), client, id, { limit: 24, changedAfter: before.readAt });
    expect(changes.items).toMatchObject([{ seq: 1, content: 'Autrement', reactions: { client: 'heart' } }]);
    const later = new Date(Date.now() + 60_000).toISOString();
    expect((await listMessages(db(), client, id, { limit: 24, changedAfter: later })).items).toEqual([]);
  });

  it('comes page by page where much of it did', async () => {
    const { client, couturier, id } = await said();
    for (let n = 0; n < 5; n += 1) {
      const { message } = await sendMessage(db(), couturier, id, {
        clientMessageId: `${n}`,
        type: 'text',
        content: `${n}`,
      });
      await react(db(), client, id, message.id, 'agree');
    }
    const found = new Set<number>();
    for (let since = new Date(0).toISOString(), more = true; more;) {
      const page = await listMessages(db(), client, id, { limit: 2, changedAfter: since });
      page.items.forEach(({ seq }) => found.add(seq));
      more = page.items.length === 2 && page.readAt !== since;
      since = page.readAt;
    }
    expect([...found].sort()).toEqual([2, 3, 4, 5, 6]);
  });
});
