import { ObjectId } from 'mongodb';
import { beforeAll, describe, expect, it } from 'vitest';
import * as clientRoute from '@/app/api/clients/[id]/route';
import * as conversationRoute from '@/app/api/conversations/[id]/route';
import * as messagesRoute from '@/app/api/conversations/[id]/messages/route';
import * as messageRoute from '@/app/api/conversations/[id]/messages/[messageId]/route';
import * as remarkTask from '@/app/api/conversations/[id]/messages/[messageId]/remarks/[number]/task/route';
import * as file from '@/app/api/files/[id]/route';
import * as oneTask from '@/app/api/tasks/[id]/route';
import { accounts } from '@/lib/auth/documents';
import type { MessageDto } from '@/lib/chat/schemas';
import { startConversation } from '@/lib/chat/start-conversation';
import { storedBytes } from '@/lib/files/documents';
import { tasks } from '@/lib/tasks/documents';
import type { TaskDto } from '@/lib/tasks/dto';
import { afterwardsDone } from '@/lib/web/afterwards';
import { call, callRaw, type Person, person, serveFrom } from '../../support/call-route';
import { picture, upload } from '../../support/upload';
import { setUpDatabase } from '../../support/with-database';

const db = setUpDatabase();
beforeAll(() => serveFrom(db()));

const REMARKS = [
  { number: 1, words: 'La bretelle descend quand je lève le bras.' },
  { number: 2, words: '' },
];

async function marked() {
  const [client, couturier] = await Promise.all([person(db(), 'client'), person(db(), 'couturier')]);
  await accounts(db()).updateOne({ _id: couturier.actor.id }, { $set: { 'profile.available': true } });
  const { conversation } = await startConversation(db(), client.actor, {
    couturierId: couturier.actor.id.toHexString(),
  });
  const sent = await upload(client, 'message', await picture());
  const { status, body: message } = await send(client, conversation.id, sent.body.id);
  expect(status).toBe(201);
  return { client, couturier, id: conversation.id, message, fileId: sent.body.id };
}
const send = (who: Person, id: string, fileId: string, change: object = {}) =>
  call<MessageDto & { code?: string }>(messagesRoute.POST, {
    who,
    params: { id },
    body: {
      clientMessageId: 'marked',
      type: 'image',
      content: '',
      attachmentIds: [fileId],
      remarks: REMARKS,
      ...change,
    },
  });
const note = (
  who: Person,
  id: string,
  messageId: string,
  number: string,
  body: object = { title: 'Reprendre la bretelle' },
) => call<TaskDto & { code?: string }>(remarkTask.POST, { who, params: { id, messageId, number }, body });
const sees = async (who: Person, id: string): Promise<number> =>
  (await callRaw(file.GET, { who, params: { id } })).status;

describe('a marked picture', () => {
  it('carries its remarks, and says them as words for whoever reads words alone', async () => {
    const { client, couturier, id, message, fileId } = await marked();
    expect(message.remarks).toEqual(REMARKS);
    expect(message.content).toBe('1. La bretelle descend quand je lève le bras.');
    const again = await send(client, id, fileId);
    expect(again).toMatchObject({ status: 200, body: { id: message.id } });
    expect(await send(client, id, fileId, { remarks: [REMARKS[0]] })).toMatchObject({
      status: 422,
      body: { code: 'client_message_id_reused' },
    });
    const list = await call<{ items: MessageDto[] }>(messagesRoute.GET, {
      who: couturier,
      params: { id },
      query: { q: 'bretelle' },
    });
    expect(list.body.items.map(({ remarks }) => remarks)).toEqual([REMARKS]);
    const head = await call<{ lastMessage: MessageDto }>(conversationRoute.GET, { who: couturier, params: { id } });
    expect(head.body.lastMessage.remarks).toEqual(REMARKS);
  });

  it('is refused without a picture, and with one number twice', async () => {
    const { client, id } = await marked();
    const free = async () => (await upload(client, 'message', await picture())).body.id;
    const twice = [REMARKS[0], { number: 1, words: 'encore' }];
    expect(await send(client, id, await free(), { clientMessageId: 'a', remarks: twice })).toMatchObject({
      status: 400,
      body: { code: 'invalid_request' },
    });
    expect(
      await send(client, id, '', { clientMessageId: 'b', type: 'text', content: 'mots', attachmentIds: undefined }),
    ).toMatchObject({ status: 422, body: { code: 'attachment_mismatch' } });
  });

  it('is not said in other words, since its words are those of its numbers; taken back it is gone whole', async () => {
    const { client, couturier, id, message } = await marked();
    const at = { who: client, params: { id, messageId: message.id } };
    expect(await call(messageRoute.PATCH, { ...at, method: 'PATCH', body: { content: 'Autre' } })).toMatchObject({
      status: 422,
      body: { code: 'message_settled' },
    });
    const gone = await call<MessageDto>(messageRoute.DELETE, { ...at, method: 'DELETE' });
    expect(gone.body).toMatchObject({ takenBack: true, content: '' });
    expect(gone.body.remarks).toBeUndefined();
    expect(await note(couturier, id, message.id, '1')).toMatchObject({
      status: 422,
      body: { code: 'message_settled' },
    });
  });
});

describe('a remark that becomes work', () => {
  it('is a task with a copy of the picture for whoever does it, and both read that it was noted', async () => {
    const { client, couturier, id, message, fileId } = await marked();
    const hands = await person(db(), 'couturier');
    const { status, body: task } = await note(couturier, id, message.id, '1', {
      title: 'Reprendre la bretelle',
      assigneeId: hands.actor.id.toHexString(),
    });
    expect(status).toBe(201);
    expect(task).toMatchObject({
      title: 'Reprendre la bretelle',
      clientId: client.actor.clientId?.toHexString(),
      messageId: message.id,
      remark: 1,
      picture: { mime: message.attachments[0]?.mime, width: 60, height: 90 },
    });
    const copy = task.picture?.id ?? '';
    expect(copy).not.toBe(fileId);
    expect([await sees(hands, fileId), await sees(hands, copy)], 'the other couturier sees the copy alone').toEqual([
      404, 200,
    ]);
    expect(await sees(client, copy), 'work is the atelier’s own').toBe(404);
    const list = await call<{ items: MessageDto[] }>(messagesRoute.GET, { who: client, params: { id } });
    expect(list.body.items[0]?.remarks).toEqual([
      { ...REMARKS[0], notedAt: expect.any(String) as unknown },
      REMARKS[1],
    ]);
    expect(list.body.items[0]?.changedAt).toBeDefined();

    await callRaw(oneTask.DELETE, { who: couturier, method: 'DELETE', params: { id: task.id } });
    expect(await sees(hands, copy)).toBe(404);
    expect(await storedBytes(db()).countDocuments({ _id: new ObjectId(copy) })).toBe(0);
    expect(await sees(couturier, fileId), 'what was sent stays').toBe(200);
  });

  it('leaves with the person it shows, also where the couturier drew it', async () => {
    const { client, couturier, id } = await marked();
    const owner = await person(db(), 'owner');
    const drawn = await upload(couturier, 'message', await picture());
    const sketch = await send(couturier, id, drawn.body.id, { intent: 'sketch' });
    const task = await note(couturier, id, sketch.body.id, '2');
    const copy = task.body.picture?.id ?? '';
    expect(await sees(couturier, copy)).toBe(200);
    const at = { who: owner, params: { id: client.actor.clientId?.toHexString() ?? '' } };
    expect((await callRaw(clientRoute.DELETE, { ...at, method: 'DELETE' })).status).toBe(204);
    await afterwardsDone();
    expect(await sees(couturier, copy)).toBe(404);
    expect(await storedBytes(db()).countDocuments({ _id: new ObjectId(copy) })).toBe(0);
  });

  it('is for the couturier of the conversation, and for a number that stands there', async () => {
    const { client, couturier, id, message } = await marked();
    const stranger = await person(db(), 'couturier');
    expect(await note(stranger, id, message.id, '1')).toMatchObject({ status: 404 });
    expect(await note(client, id, message.id, '1')).toMatchObject({ status: 403 });
    expect(await note(couturier, id, message.id, '3')).toMatchObject({ status: 404 });
    const other = await marked();
    expect(await note(couturier, id, other.message.id, '1')).toMatchObject({ status: 404 });
    expect(await tasks(db()).countDocuments({ messageId: { $exists: true }, clientId: client.actor.clientId })).toBe(0);
  });
});
