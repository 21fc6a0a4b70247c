import { ObjectId } from 'mongodb';
import { describe, expect, it } from 'vitest';
import type { StaffActor } from '@/lib/actor';
import { accounts, sessions } from '@/lib/auth/documents';
import { startSession } from '@/lib/auth/start-session';
import { sendMessage } from '@/lib/chat/send-message';
import { startConversation } from '@/lib/chat/start-conversation';
import { clients } from '@/lib/clients/documents';
import { suspendClient } from '@/lib/clients/suspend-client';
import { notify } from '@/lib/notifications/notify';
import { CLOSE } from '@/lib/realtime-protocol/close-codes';
import { makePerson } from '../../support/people';
import { setUpSidecar } from '../../support/sidecar';
import { setUpDatabase } from '../../support/with-database';
import { ticketFor, Wire } from '../../support/wire';

const db = setUpDatabase();
const start = setUpSidecar(db);
const pair = async () => {
  const [client, couturier] = await Promise.all([makePerson(db(), 'client'), makePerson(db(), 'couturier')]);
  const { conversation } = await startConversation(db(), client, { couturierId: couturier.id.toHexString() });
  return { client, couturier, id: conversation.id };
};
const send = (conversationId: string, clientMessageId: string, content = 'Bonjour') =>
  ({ t: 'send', conversationId, clientMessageId, type: 'text', content }) as const;

describe('a conversation on the wire', () => {
  it('acknowledges, carries, delivers, reads and rings', async () => {
    const { client, couturier, id } = await pair();
    const { port } = await start();
    const [awa, claire] = await Promise.all([Wire.as(port, client), Wire.as(port, couturier)]);
    expect((await awa.until('ready')).heads).toEqual({ [id]: 0 });
    awa.say(send(id, 'one', 'Est-ce que la bretelle tient ?'));
    const { message } = await awa.until('ack', (frame) => frame.clientMessageId === 'one');
    expect(message).toMatchObject({
      seq: 1,
      senderId: client.id.toHexString(),
      recipientId: couturier.id.toHexString(),
    });
    expect((await claire.until('message')).message).toEqual(message);
    const reader = couturier.id.toHexString();
    await awa.until('cursor', (frame) => frame.userId === reader && frame.delivered === 1);
    expect((await claire.until('notification')).notification).toMatchObject({ kind: 'message', read: false });
    claire.say({ t: 'read', conversationId: id, seq: 1 });
    await awa.until('cursor', (frame) => frame.userId === reader && frame.read === 1);
    // What lists show is drawn from the message after it went out: then they are told to look again.
    await claire.until('changed', (frame) => frame.resource === 'conversation' && frame.id === id);
    awa.say(send(id, 'one', 'Est-ce que la bretelle tient ?'));
    expect((await awa.until('ack', (frame) => frame.duplicate === true)).message).toEqual(message);
  });

  it('carries what the other door took, and a conversation opened meanwhile', async () => {
    const [client, couturier] = await Promise.all([makePerson(db(), 'client'), makePerson(db(), 'couturier')]);
    const { port } = await start();
    const claire = await Wire.as(port, couturier);
    const { conversation } = await startConversation(db(), client, { couturierId: couturier.id.toHexString() });
    await sendMessage(db(), client, conversation.id, { clientMessageId: 'x', type: 'text', content: 'Par la poste' });
    expect((await claire.until('message')).message).toMatchObject({ content: 'Par la poste', seq: 1 });
  });

  it('resumes after a cut from the last number seen, in order, and pages what is asked', async () => {
    const { client, couturier, id } = await pair();
    const { port } = await start();
    const first = await Wire.as(port, couturier);
    const say = (n: number) =>
      sendMessage(db(), client, id, { clientMessageId: `${n}`, type: 'text', content: `${n}` });
    await say(1);
    await first.until('message');
    await first.end();
    for (const n of [2, 3, 4]) await say(n);
    const again = await Wire.as(port, couturier);
    expect((await again.until('ready')).heads).toEqual({ [id]: 4 });
    again.say({ t: 'resume', after: { [id]: 1 } });
    await again.until('message', (frame) => frame.message.seq === 4);
    await say(5);
    await again.until('message', (frame) => frame.message.seq === 5);
    expect(again.of('message').map((frame) => frame.message.seq)).toEqual([2, 3, 4, 5]);
    again.say({ t: 'sync', conversationId: id, after: 1, limit: 2 });
    expect(await again.until('page')).toMatchObject({ head: 5, more: true, messages: [{ seq: 2 }, { seq: 3 }] });
  });

  it('holds what comes in the moment of a return, so that a line goes forward only', async () => {
    const { client, couturier, id } = await pair();
    const { port } = await start({ heldMs: 10_000 });
    const say = (n: number) =>
      sendMessage(db(), client, id, { clientMessageId: `${n}`, type: 'text', content: `${n}` });
    for (const n of [1, 2]) await say(n);
    const wire = await Wire.as(port, couturier);
    await say(3);
    wire.say({ t: 'resume', after: { [id]: 1 } });
    await wire.until('message', (frame) => frame.message.seq === 3);
    await say(4);
    await wire.until('message', (frame) => frame.message.seq === 4);
    expect(wire.of('message').map((frame) => frame.message.seq)).toEqual([2, 3, 4]);
  });

  it('waits a moment only for who says nothing', async () => {
    const { client, couturier, id } = await pair();
    const { port } = await start({ heldMs: 50 });
    const wire = await Wire.as(port, couturier);
    for (const n of [1, 2])
      await sendMessage(db(), client, id, { clientMessageId: `${n}`, type: 'text', content: `${n}` });
    await wire.until('message', (frame) => frame.message.seq === 2);
    expect(wire.of('message').map((frame) => frame.message.seq)).toEqual([1, 2]);
  });

  it('says to read again what is too far behind or not theirs any more', async () => {
    const { client, couturier, id } = await pair();
    for (const n of [1, 2, 3, 4])
      await sendMessage(db(), client, id, { clientMessageId: `${n}`, type: 'text', content: 'x' });
    const { port } = await start({ resumeGap: 2 });
    const wire = await Wire.as(port, couturier);
    const unknown = new ObjectId().toHexString();
    wire.say({ t: 'resume', after: { [id]: 0, [unknown]: 3 } });
    await wire.until('reset', (frame) => frame.conversationId === id);
    await wire.until('reset', (frame) => frame.conversationId === unknown);
    expect(wire.of('message')).toEqual([]);
  });

  it('tells who is there, who leaves and who is writing, once in a while', async () => {
    const { client, couturier, id } = await pair();
    const { port } = await start();
    const claire = await Wire.as(port, couturier);
    const awa = await Wire.as(port, client);
    const [clientId, couturierId] = [client.id.toHexString(), couturier.id.toHexString()];
    await claire.until('presence', (frame) => frame.userId === clientId && frame.online);
    await awa.until('presence', (frame) => frame.userId === couturierId && frame.online);
    for (let n = 0; n < 5; n += 1) awa.say({ t: 'typing', conversationId: id });
    awa.say({ t: 'ping' });
    await awa.until('pong');
    await claire.until('typing', (frame) => frame.userId === clientId);
    await awa.end();
    await claire.until('presence', (frame) => frame.userId === clientId && !frame.online);
    expect(claire.of('typing')).toHaveLength(1);
  });

  it('tells two people whose lines were cut at once that both are there again, whoever returns first', async () => {
    const { client, couturier } = await pair();
    const { port } = await start({ presenceMs: 60_000 });
    const before = await Promise.all([Wire.as(port, client), Wire.as(port, couturier)]);
    await Promise.all(before.map((one) => one.end()));
    const awa = await Wire.as(port, client);
    const claire = await Wire.as(port, couturier);
    await awa.until('presence', (frame) => frame.userId === couturier.id.toHexString() && frame.online);
    await claire.until('presence', (frame) => frame.userId === client.id.toHexString() && frame.online);
  });

  it('gives the place of lines that nobody answers on any more to a page that comes', async () => {
    const { client } = await pair();
    const { port } = await start({ socketsPerUser: 2 });
    const [alive, dead] = [await Wire.as(port, client), await Wire.as(port, client)];
    // As a phone that lost its line: open here, and nobody there to answer a ping.
    dead.socket.pause();
    const next = await Wire.as(port, client);
    expect([alive.open(), next.open()]).toEqual([true, true]);
    alive.say({ t: 'ping' });
    await alive.until('pong');
    dead.socket.terminate();
  });

  it('tells of changed documents only those who may see them', async () => {
    const [client, other, couturier] = await Promise.all([
      makePerson(db(), 'client'),
      makePerson(db(), 'client'),
      makePerson(db(), 'couturier'),
    ]);
    const { port } = await start();
    const [mine, theirs, staff] = await Promise.all([client, other, couturier].map((one) => Wire.as(port, one)));
    await clients(db()).updateOne({ _id: client.clientId }, { $set: { phone: '01' }, $inc: { version: 1 } });
    await notify(db(), {
      accountId: other.id,
      clientId: null,
      kind: 'account',
      title: { fr: 'Fin', en: 'End' },
      text: { fr: '.', en: '.' },
      href: '/',
    });
    const expected = { resource: 'client', id: client.clientId?.toHexString(), version: 2 };
    expect(await mine?.until('changed')).toMatchObject(expected);
    expect(await staff?.until('changed')).toMatchObject(expected);
    await theirs?.until('notification');
    expect(theirs?.of('changed')).toEqual([]);
  });
});

describe('an end of the session', () => {
  it('closes its sockets with 4401, and leaves the person’s others', async () => {
    const { client } = await pair();
    const { port } = await start();
    const wire = await Wire.as(port, client);
    await sessions(db()).updateOne({ _id: client.sessionId }, { $set: { revokedAt: new Date() } });
    expect(await wire.closed).toBe(CLOSE.unauthenticated);
  });

  it('closes a disabled account’s with 1008', async () => {
    const { couturier } = await pair();
    const { port } = await start();
    const wire = await Wire.as(port, couturier);
    await accounts(db()).updateOne({ _id: couturier.id }, { $set: { disabled: true } });
    expect(await wire.closed).toBe(CLOSE.policy);
  });

  it('closes every socket of a client whose account the owner suspends, and lets none in until it is lifted', async () => {
    const { client } = await pair();
    const { port } = await start();
    const owner = await makePerson(db(), 'owner');
    const wires = await Promise.all([Wire.as(port, client), Wire.as(port, client)]);
    const suspend = (suspended: boolean) =>
      suspendClient(db(), owner as StaffActor, client.clientId?.toHexString() ?? '', { suspended });
    await suspend(true);
    for (const wire of wires) expect([CLOSE.policy, CLOSE.unauthenticated]).toContain(await wire.closed);
    const again = await Wire.open(port);
    again.say({ t: 'auth', ticket: await ticketFor(client) });
    expect(await again.closed).toBe(CLOSE.unauthenticated);
    await suspend(false);
    const anew = await startSession(db(), { _id: client.id, role: 'client' }, { userAgent: 'test', remember: true });
    await Wire.as(port, { ...client, sessionId: anew._id });
  });
});

describe('stopping', () => {
  it('says 1012 to everybody and finishes what was begun', async () => {
    const { client, id } = await pair();
    const server = await start();
    const wire = await Wire.as(server.port, client);
    wire.say(send(id, 'last'));
    wire.say({ t: 'ping' });
    await wire.until('ack');
    await Promise.all([server.close(), server.close()]);
    expect(await wire.closed).toBe(CLOSE.restarting);
  });
});
