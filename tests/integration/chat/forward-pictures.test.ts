import { ObjectId } from 'mongodb';
import * as v from 'valibot';
import { beforeAll, describe, expect, it } from 'vitest';
import * as clientRoute from '@/app/api/clients/[id]/route';
import * as messagesRoute from '@/app/api/conversations/[id]/messages/route';
import * as messageRoute from '@/app/api/conversations/[id]/messages/[messageId]/route';
import * as forward from '@/app/api/conversations/[id]/messages/[messageId]/forward/route';
import * as file from '@/app/api/files/[id]/route';
import * as events from '@/app/api/orders/[id]/events/route';
import * as pictures from '@/app/api/orders/[id]/pictures/route';
import { accounts } from '@/lib/auth/documents';
import type { MessageDto } from '@/lib/chat/schemas';
import { startConversation } from '@/lib/chat/start-conversation';
import { eventDetails } from '@/lib/orders/event-details';
import type { OrderEventDto } from '@/lib/orders/answers';
import { orderEvents } from '@/lib/orders/documents';
import { call, callRaw, type Person, person, serveFrom } from '../../support/call-route';
import { picture, upload } from '../../support/upload';
import { setUpDatabase } from '../../support/with-database';
import { confirmed, move } from '../orders/setup';

const db = setUpDatabase();
beforeAll(() => serveFrom(db()));

async function shown() {
  const [client, couturier] = await Promise.all([person(db(), 'client'), person(db(), 'couturier')]);
  await accounts(db()).updateOne({ _id: couturier.actor.id }, { $set: { 'profile.available': true } });
  const { conversation } = await startConversation(db(), client.actor, {
    couturierId: couturier.actor.id.toHexString(),
  });
  const order = await confirmed(client, couturier);
  const sent = await Promise.all([0, 1].map(async () => (await upload(client, 'message', await picture())).body.id));
  const message = await send(client, conversation.id, sent);
  return { client, couturier, id: conversation.id, order, message, sent };
}
async function send(who: Person, id: string, attachmentIds: string[]): Promise<MessageDto> {
  const body = { clientMessageId: 'one', type: 'image', content: 'La couleur du soir', attachmentIds };
  const { status, body: message } = await call<MessageDto>(messagesRoute.POST, { who, params: { id }, body });
  expect(status).toBe(201);
  return message;
}
const put = (who: Person, id: string, messageId: string, body: object) =>
  call<OrderEventDto & { code?: string }>(forward.POST, { who, params: { id, messageId }, body });
const timeline = async (who: Person, id: string) =>
  (await call<{ items: OrderEventDto[] }>(events.GET, { who, params: { id } })).body.items;
const sees = async (who: Person, id: string): Promise<number> =>
  (await callRaw(file.GET, { who, params: { id } })).status;
const filesOf = (event: OrderEventDto) => v.parse(eventDetails, event.data).files ?? [];

describe('pictures of a conversation, put with the order', () => {
  it('are copies, and the timeline says whose they were and when', async () => {
    const { client, couturier, id, order, message, sent } = await shown();
    const { status, body: event } = await put(couturier, id, message.id, {
      orderId: order.id,
      text: 'Pour le teinturier',
    });
    expect(status).toBe(201);
    expect(event).toMatchObject({ type: 'remark', note: 'Pour le teinturier', visibility: 'client' });
    expect(v.parse(eventDetails, event.data).cameFrom).toEqual({ name: client.actor.name, at: message.createdAt });
    const copies = filesOf(event).map((one) => one.id);
    expect(copies).toHaveLength(2);
    const own = await call<{ items: { id: string }[] }>(pictures.GET, { who: couturier, params: { id: order.id } });
    expect(
      own.body.items.map((one) => one.id),
      'they are the order’s own from now on',
    ).toEqual(copies);
    expect(copies.some((copy) => sent.includes(copy))).toBe(false);
    const colleague = await person(db(), 'couturier');
    expect([await sees(colleague, copies[0] ?? ''), await sees(colleague, sent[0] ?? '')]).toEqual([200, 404]);
    expect(await sees(client, copies[1] ?? '')).toBe(200);
    expect((await timeline(client, order.id)).map((one) => one.id)).toContain(event.id);

    await callRaw(messageRoute.DELETE, { who: client, method: 'DELETE', params: { id, messageId: message.id } });
    expect(await sees(colleague, copies[0] ?? ''), 'what the thread does later is its own').toBe(200);
    expect(await put(couturier, id, message.id, { orderId: order.id })).toMatchObject({
      status: 422,
      body: { code: 'message_settled' },
    });
  });

  it('may be for the atelier alone, and only some of them', async () => {
    const { client, couturier, id, order, message, sent } = await shown();
    const [first = ''] = sent;
    const { body: event } = await put(couturier, id, message.id, { orderId: order.id, kind: 'note', fileIds: [first] });
    expect(event).toMatchObject({ type: 'note', visibility: 'staff' });
    const [copy] = filesOf(event);
    expect(filesOf(event)).toHaveLength(1);
    expect([await sees(couturier, copy?.id ?? ''), await sees(client, copy?.id ?? '')]).toEqual([200, 404]);
    expect((await timeline(client, order.id)).map((one) => one.id)).not.toContain(event.id);
  });

  it('may be put there by the client, whoever sent them, but never as the atelier’s own note', async () => {
    const { client, couturier, id, order } = await shown();
    const drawn = await send(couturier, id, [(await upload(couturier, 'message', await picture())).body.id]);
    const { status, body: event } = await put(client, id, drawn.id, { orderId: order.id });
    expect(status).toBe(201);
    expect(v.parse(eventDetails, event.data).cameFrom?.name).toBe(couturier.actor.name);
    expect(await put(client, id, drawn.id, { orderId: order.id, kind: 'note' })).toMatchObject({ status: 422 });
  });

  it('go to an order of this client alone, from a message that is theirs', async () => {
    const { client, couturier, id, order, message, sent } = await shown();
    const other = await shown();
    const before = await orderEvents(db()).countDocuments();
    const stranger = await person(db(), 'couturier');
    const tries = [
      await put(couturier, id, message.id, { orderId: other.order.id }),
      await put(client, id, message.id, { orderId: other.order.id }),
      await put(stranger, id, message.id, { orderId: order.id }),
      await put(other.client, id, message.id, { orderId: order.id }),
      await put(couturier, id, other.message.id, { orderId: order.id }),
      await put(couturier, id, message.id, { orderId: order.id, fileIds: [...sent.slice(0, 1), ...other.sent] }),
    ];
    expect(tries.map(({ status }) => status)).toEqual([404, 404, 404, 404, 404, 404]);
    expect(await orderEvents(db()).countDocuments()).toBe(before);
  });

  it('leave with the person whose order it is', async () => {
    const { client, couturier, id, order } = await shown();
    const drawn = await send(couturier, id, [(await upload(couturier, 'message', await picture())).body.id]);
    const { body: event } = await put(couturier, id, drawn.id, { orderId: order.id });
    const owner = await person(db(), 'owner');
    const over = await move(couturier, order.id, {
      to: 'cancelled',

      version: order.version,
    });
    expect(over.status, JSON.stringify(over.body)).toBe(200);
    const at = { who: owner, params: { id: client.actor.clientId?.toHexString() ?? '' } };
    expect((await callRaw(clientRoute.DELETE, { ...at, method: 'DELETE' })).status).toBe(204);
    expect(await sees(couturier, filesOf(event)[0]?.id ?? '')).toBe(404);
    const kept = await orderEvents(db())
      .find({ orderId: new ObjectId(order.id) })
      .toArray();
    expect(kept.filter(({ data }) => data['cameFrom'] !== undefined)).toEqual([]);
  });
});
